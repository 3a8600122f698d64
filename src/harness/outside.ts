import childProcess, { type ChildProcess } from 'node:child_process'
import crypto from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import workerThreads from 'node:worker_threads'
import zlib from 'node:zlib'

import { Failed } from './failure.ts'
import { framesOf } from './frames.ts'
import { listenForNativeTimers } from '../clock/builtins.ts'
import { currentClock } from '../clock/current-clock.ts'
import { nativeTimers } from '../clock/native-timers.ts'
import { isSubmissionCalling, placeIn, type At } from './submission-file.ts'
import { timelineInForce } from './timeline.ts'

/**
 * What Node offers that takes real time and that no story's clock can hold: processes, threads, the
 * network, the thread pool; and the calls that make the whole process wait. A submission may use
 * them, but where its test then fails, they are the first thing to name.
 *
 * Left out: what reads files and looks up names, for which the clock waits (`open-requests.ts`), and
 * streams, which live on top of one of these.
 */

const PATCHED = Symbol.for('async-kata.outside')

/** Frames that are looked through for the learner's: `exec` calls `spawn` from far down. */
const DEEP = 50

/** What a submission has started, by what ends it; a promise of that settles when it is gone. */
const running = new Map<object, { what: string; end: () => unknown }>()

/** Real milliseconds that are waited for what is ended. */
const GRACE = 1_000

/** Runs on the real clock that are under way: while there are any, whatever is started is kept. */
let keepers = 0

/** Watches the doors that lead outside. Call it once per process; further calls do nothing. */
export function patchOutside(): void {
  const shelf = globalThis as { [PATCHED]?: boolean }
  if (shelf[PATCHED]) return
  shelf[PATCHED] = true

  watchProcesses()
  watchThreads()
  watchNetwork()
  watchThreadPool()
  watchListeners()
  watchTimers()
  refuseBlocking()
  syncBuiltinESMExports()
}

/**
 * Ends what submissions have started and left running, and waits until it is gone: whoever waited for
 * it goes on then, and had better do so before the next story begins.
 */
export async function endWhatRuns(): Promise<void> {
  if (running.size === 0) return
  const gone = Promise.allSettled([...running.values()].map(({ end }) => end()))
  running.clear()
  await Promise.race([gone, new Promise((resolve) => nativeTimers.setTimeout(resolve, GRACE))])
}

/** What was started and still runs, in words. */
export const whatRuns = (): string[] =>
  [...running].filter(([thing]) => !isOver(thing)).map(([, { what }]) => what)

/** Whether a timer has rung or was cleared, or keeps Node from nothing; whatever else ends says so itself. */
function isOver(thing: object): boolean {
  const timer = thing as { _destroyed?: boolean; hasRef?: () => boolean }
  return timer._destroyed === true || timer.hasRef?.() === false
}

/**
 * Keeps whatever is started from now on, by whomever, so that `endWhatRuns` ends it; until the
 * returned function is called.
 */
export function keepWhateverStarts(): () => void {
  keepers += 1
  return () => {
    keepers -= 1
  }
}

type Anything = (this: unknown, ...args: unknown[]) => unknown

/** Puts a function before one of Node's; a proxy, so that what hangs on it (`promisify.custom`) stays. */
function before(home: object, name: string, look: (args: unknown[], self: unknown) => void): void {
  const original = Reflect.get(home, name) as Anything | undefined
  if (typeof original !== 'function') return
  const watched = new Proxy(original, {
    apply(target, self, args: unknown[]) {
      look(args, self)
      return Reflect.apply(target, self, args)
    },
  })
  Object.defineProperty(home, name, { configurable: true, writable: true, value: watched })
}

function watchProcesses(): void {
  before(childProcess.ChildProcess.prototype, 'spawn', (_args, self) => {
    const child = self as ChildProcess
    if (!isToBeKept('a child process')) return
    keep(child, 'a child process', () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      return gone
    })
    child.once('exit', () => running.delete(child))
  })
}

function watchThreads(): void {
  workerThreads.Worker = new Proxy(workerThreads.Worker, {
    construct(target, args: ConstructorParameters<typeof workerThreads.Worker>) {
      const kept = isToBeKept('a worker thread')
      const worker = new target(...args)
      if (kept) keep(worker, 'a worker thread', () => worker.terminate())
      worker.once('exit', () => running.delete(worker))
      return worker
    },
  })
  before(Atomics, 'waitAsync', () => meet('a wait for another thread'))
}

function watchNetwork(): void {
  before(net.Server.prototype, 'listen', (_args, self) => {
    const server = self as net.Server
    if (!isToBeKept('a server')) return
    keep(server, 'a server', () => new Promise((resolve) => server.close(resolve)))
    server.once('close', () => running.delete(server))
    if (keepers > 0) server.on('connection', keepSocket)
  })
  before(net.Socket.prototype, 'connect', (_args, self) => {
    meet('a network connection')
    if (keepers > 0) keepSocket(self as net.Socket)
  })
  for (const home of [http, https]) {
    for (const name of ['request', 'get']) before(home, name, () => meet('a network connection'))
  }
  before(globalThis, 'fetch', () => meet('a network connection'))
}

function watchThreadPool(): void {
  for (const name of POOLED) {
    before(crypto, name, () => meet(`work in the thread pool (crypto.${name})`))
  }
  for (const name of ['randomBytes', 'randomInt', 'randomFill']) {
    before(crypto, name, (args) => {
      if (typeof args.at(-1) === 'function') meet(`work in the thread pool (crypto.${name})`)
    })
  }
  for (const name of Object.keys(zlib).filter((key) => /(?:flate|Raw|zip|ress)$/.test(key))) {
    if (/^[a-z]/.test(name) && !name.startsWith('create')) {
      before(zlib, name, () => meet(`work in the thread pool (zlib.${name})`))
    }
  }
}

const POOLED = ['pbkdf2', 'scrypt', 'hkdf', 'generateKey', 'generateKeyPair', 'generatePrime']

/** Listeners on `process` outlive the file that has put them there. */
function watchListeners(): void {
  for (const name of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']) {
    before(process, name, ([event, listener]) => {
      if (typeof event !== 'string' || typeof listener !== 'function' || !caller()) return
      keep(listener, 'a listener on process', () => process.off(event, listener as () => void))
    })
  }
}

function watchTimers(): void {
  listenForNativeTimers((timer, what) => {
    if (keepers > 0) keep(timer, what, () => nativeTimers.clearTimeout(timer))
  })
}

function refuseBlocking(): void {
  before(Atomics, 'wait', () => refuse('Atomics.wait'))
  for (const name of ['spawnSync', 'execSync', 'execFileSync']) {
    before(childProcess, name, () => refuse(name))
  }
}

function keepSocket(socket: net.Socket): void {
  keep(socket, 'a network connection', () => socket.destroy())
  socket.once('close', () => running.delete(socket))
}

function keep(thing: object, what: string, end: () => unknown): void {
  running.set(thing, { what, end })
}

/** Notes it in the timeline in force, if it is the submission that knocks; says whether it is. */
function meet(what: string): boolean {
  const at = caller()
  if (!at) return false
  const sentence =
    `At ${at.file}:${at.line} your code uses ${what}. That takes real time, and the clock of this ` +
    'story has no place for it: here only timers take time.'
  timelineInForce()?.outside.push({ kind: 'outside', sentence, at })
  return true
}

/** @throws Failed when it is the submission that would make everybody wait. */
function refuse(call: string): void {
  const clock = currentClock()
  const at = clock && caller()
  if (!at) return
  const failed = new Failed({
    kind: 'blocking',
    sentence:
      `${call} at ${at.file}:${at.line} blocks the whole process: nobody else can be served ` +
      'meanwhile, and no timer can ring.\nAwait a timer instead: only your function waits then.',
    at,
  })
  throw clock.stop(failed)
}

/** Notes it, as `meet` does; says whether what is started now has to be ended later. */
const isToBeKept = (what: string): boolean => meet(what) || keepers > 0

function caller(): At | undefined {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = DEEP
  try {
    return isSubmissionCalling() ? placeIn(framesOf(new Error())) : undefined
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
