// The one entry to every command: `node bin/kata.cjs judge limit`. Written so that any Node can read
// it, and needs no package, since it meets old Nodes, and clones in which nothing is installed.
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

// npm asks this much before an installation, and no more.
if (process.argv[2] !== '--node-version') main()

function main() {
  var path = require('path')
  var root = path.join(module.path, '..', path.sep)
  var refusal = require('./place.cjs')(root)
  if (refusal) {
    console.error(refusal)
    process.exitCode = 2
    return
  }
  require('./install.cjs')(root).then(function (isThere) {
    if (!isThere) process.exitCode = 2
    // Another program waits for its packages.
    else if (process.argv[2] !== '--installed') require('./load.cjs')(root, process.argv.slice(2))
  })
}
