// Runs in a thread of its own and watches the thread in which the tests run. When that one stops
// turning its event loop, this thread looks through the inspector where it is, ends what it is
// doing, and tells it so. Plain JavaScript: Node 20 loads no TypeScript in a worker.
import { writeSync } from 'node:fs'
import { Session } from 'node:inspector'
import { SourceMap } from 'node:module'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

/** `[beats, armed, the beat at which a loop was ended, checks of silence that make a loop]`, shared. */
const state = new Int32Array(workerData.state)
const { checkEvery, memoryLimit, memoryPrefix } = workerData

/** Where the repository lies; the code under watch may go elsewhere later. */
const root = process.cwd()

let lastBeat = -1
let silentChecks = 0
let busy = false

// Checks are counted, not milliseconds: after a laptop has slept, a clock would accuse the innocent.
setInterval(() => {
  if (busy) return
  if (Atomics.load(state, 1) !== 0 && process.memoryUsage.rss() > memoryLimit) {
    busy = true
    void endProcess()
    return
  }
  const beat = Atomics.load(state, 0)
  const alive = beat !== lastBeat || Atomics.load(state, 1) === 0
  lastBeat = beat
  silentChecks = alive ? 0 : silentChecks + 1
  if (silentChecks < Atomics.load(state, 3)) return
  silentChecks = 0
  busy = true
  interrupt().finally(() => (busy = false))
}, checkEvery)

async function interrupt() {
  const { session, frames } = await lookAround()
  // Slow, but not endless: it has gone on meanwhile, and nobody may be ended for that.
  if (Atomics.load(state, 0) === lastBeat) end(session, frames)
  await post(session, 'Debugger.resume')
  await post(session, 'Debugger.disable')
  session.disconnect()
}

/** Memory that is full cannot be taken back from who holds it, so the process goes with it. */
async function endProcess() {
  const { frames } = await lookAround()
  const place = frames.find(isTheirs)
  const at = place && { file: pathOf(place), line: place.line }
  writeSync(2, `${memoryPrefix}${JSON.stringify({ at })}\n`)
  process.kill(process.pid, 'SIGKILL')
}

function pathOf({ url }) {
  const path = relative(root, fileURLToPath(url)).split(sep).join('/')
  return path.startsWith('..') ? fileURLToPath(url) : path
}

/** Pauses the other thread and sees where it is. */
async function lookAround() {
  const session = new Session()
  const scripts = new Map()
  session.connectToMainThread()
  session.on('Debugger.scriptParsed', ({ params }) => {
    scripts.set(params.scriptId, params)
  })
  await post(session, 'Debugger.enable')
  let frames = await pausedBy(session, 'Debugger.pause', scripts)
  // Between two callbacks there is nobody to name: step on until somebody is there.
  for (let step = 0; step < MOST_STEPS && !frames.some(isTheirs); step += 1) {
    frames = await pausedBy(session, 'Debugger.stepInto', scripts)
  }
  return { session, frames }
}

function end(session, frames) {
  // Told first, so that the message is there as soon as the loop turns again.
  parentPort.postMessage({ frames: frames.filter(isTheirs) })
  Atomics.store(state, 2, lastBeat)
  void post(session, 'Runtime.terminateExecution')
}

const MOST_STEPS = 200

/** Neither Node's code, nor a package's, nor the harness's own files. */
const isTheirs = ({ url }) =>
  url.startsWith('file:') && !/[/](node_modules[/]|src[/](?!testing[/]))/.test(url)

/** Posts something that pauses the other thread, and returns where it came to stand. */
async function pausedBy(session, method, scripts) {
  const paused = new Promise((resolve) => {
    session.once('Debugger.paused', ({ params }) => resolve(params.callFrames))
    setTimeout(resolve, 500, []).unref()
  })
  await post(session, method)
  return (await paused).map((frame) => place(frame, scripts)).filter(Boolean)
}

function post(session, method) {
  return new Promise((resolve) => {
    session.post(method, {}, () => resolve())
    setTimeout(resolve, 500).unref()
  })
}

/** Name, file URL, line and column (from 1) in the source; undefined for Node's own frames. */
function place({ functionName, location }, scripts) {
  const { url = '', sourceMapURL = '' } = scripts.get(location.scriptId) ?? {}
  if (!url || url.startsWith('node:')) return undefined
  const { lineNumber: line, columnNumber: column = 0 } = location
  const found = original(sourceMapURL, line, column) ?? { line, column }
  return {
    name: functionName,
    url: url.replace(/(\?|%3F).*$/i, ''),
    line: found.line + 1,
    column: found.column + 1,
  }
}

/** The place in the TypeScript from which a place in what runs was made; counts from 0. */
function original(sourceMapURL, line, column) {
  const [, data] = /^data:.*?base64,(.*)$/s.exec(sourceMapURL) ?? []
  if (!data) return undefined
  const map = new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()))
  const { originalLine, originalColumn } = map.findEntry(line, column)
  return originalLine === undefined ? undefined : { line: originalLine, column: originalColumn }
}
