// Runs in a thread of its own and watches the thread in which the tests run. When that one stops
// turning its event loop, this thread looks through the inspector where it is, ends what it is
// doing, and tells it so. Plain JavaScript: Node 20 loads no TypeScript in a worker.
import { Session } from 'node:inspector'
import { SourceMap } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

/** `[beats, armed, the beat at which a loop was ended]`, shared with the tests' thread. */
const state = new Int32Array(workerData.state)
const { checkEvery, checksOfSilence } = workerData

let lastBeat = -1
let silentChecks = 0
let busy = false

// Checks are counted, not milliseconds: after a laptop has slept, a clock would accuse the innocent.
setInterval(() => {
  const beat = Atomics.load(state, 0)
  const alive = beat !== lastBeat || Atomics.load(state, 1) === 0
  lastBeat = beat
  silentChecks = alive ? 0 : silentChecks + 1
  if (silentChecks < checksOfSilence || busy) return
  silentChecks = 0
  busy = true
  interrupt().finally(() => (busy = false))
}, checkEvery)

async function interrupt() {
  const session = new Session()
  const maps = new Map()
  session.connectToMainThread()
  session.on('Debugger.scriptParsed', ({ params }) => {
    if (params.sourceMapURL?.startsWith('data:')) maps.set(params.scriptId, params.sourceMapURL)
  })

  const paused = new Promise((resolve) => {
    session.once('Debugger.paused', ({ params }) => resolve(params.callFrames))
    setTimeout(resolve, 500, []).unref()
  })
  await post(session, 'Debugger.enable')
  await post(session, 'Debugger.pause')
  const frames = (await paused).map((frame) => place(frame, maps))

  // Told first, so that the message is there as soon as the loop turns again.
  parentPort.postMessage({ frames: frames.filter(Boolean) })
  Atomics.store(state, 2, lastBeat)
  void post(session, 'Runtime.terminateExecution')
  await post(session, 'Debugger.resume')
  await post(session, 'Debugger.disable')
  session.disconnect()
}

function post(session, method) {
  return new Promise((resolve) => {
    session.post(method, {}, () => resolve())
    setTimeout(resolve, 500).unref()
  })
}

/** File URL, line and column (from 1) of a frame in its source; undefined for Node's own frames. */
function place(frame, maps) {
  const { url, location } = frame
  if (!url || url.startsWith('node:')) return undefined
  const found = {
    name: frame.functionName,
    url,
    line: location.lineNumber + 1,
    column: (location.columnNumber ?? 0) + 1,
  }
  const map = maps.get(location.scriptId)
  if (!map) return found
  try {
    const [, data] = /base64,(.*)$/s.exec(map)
    const entry = new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString())).findEntry(
      location.lineNumber,
      location.columnNumber ?? 0,
    )
    return entry.originalLine === undefined
      ? found
      : { ...found, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
  } catch {
    return found
  }
}
