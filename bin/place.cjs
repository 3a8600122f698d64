'use strict'

/** A sentence where the course lies at a path with which Vite cannot work; else nothing. */
module.exports = function refusal(root) {
  const [sign] = /[#?%]/.exec(root) ?? []
  return sign === undefined
    ? undefined
    : `The path of this folder holds a ${sign}, with which Vite, on which the tests run, cannot work. ` +
        `Move the course, or rename the folder: ${root}`
}
