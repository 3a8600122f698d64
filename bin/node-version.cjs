// Written so that any Node can read it: its whole purpose is to meet the old ones.
'use strict'

var needed = [20, 19]
var found = process.versions.node.split('.').map(Number)

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    'async-kata needs Node ' +
      needed.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      ': please install a current one from https://nodejs.org.',
  )
  process.exit(1)
}
