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
  if (isInstalled(root) || install(root)) {
    require('./load.cjs')(root, process.argv.slice(2))
  } else {
    console.error(
      '\nnpm could not install what the course needs; it says above why. Where there is a network, ' +
        'type npm install --include=dev, and then this again.',
    )
    process.exitCode = 2
  }
}

/** Has npm install what is missing, and says whether it is there then. */
function install(root) {
  console.error('Some of what the course needs is not installed. Installing it, once …')
  var spawnSync = require('child_process').spawnSync
  var words = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  var npm = process.env.npm_execpath || ''
  // What npm says must not end up where somebody waits for JSON.
  var options = { cwd: root, stdio: ['ignore', 2, 2] }
  if (/npm-cli\.js$/.test(npm)) spawnSync(process.execPath, [npm].concat(words), options)
  // On Windows npm is a script, which only a shell can start.
  else spawnSync('npm ' + words.join(' '), { cwd: root, stdio: options.stdio, shell: true })
  return isInstalled(root)
}

function isInstalled(root) {
  var fs = require('fs')
  return Object.keys(require('../package.json').devDependencies).every(function (name) {
    return fs.existsSync(root + 'node_modules/' + name)
  })
}
