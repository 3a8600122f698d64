// Stops the process that has started this one and all that it has started, now and then for some
// seconds, as a machine does whose lid is closed. Started by `npm run soak -- --pause`; it ends with
// whoever has started it, or after an hour, and leaves nobody stopped.
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** Real milliseconds, drawn anew each time. */
const RUNNING = [1_000, 4_000]
const STOPPED = [3_000, 8_000]
const AT_MOST = 3_600_000

const start = process.ppid
let stopped = []

/** @param {number[]} range */
const drawn = ([from, to]) => from + Math.random() * (to - from)

/** Whoever has started this process and all who come from there, parents first; not this one. */
function family() {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const all = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const childrenOf = (parent) =>
    all
      .filter(([pid, ppid]) => ppid === parent && pid !== process.pid)
      .flatMap(([pid]) => [pid, ...childrenOf(pid)])
  return [start, ...childrenOf(start)]
}

/** Sends a signal to each of them; who has ended meanwhile needs none. */
function send(signal, pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      continue
    }
  }
}

function goOn() {
  send('SIGCONT', [...stopped].reverse())
  stopped = []
}

const end = () => process.exit()
process.on('exit', goOn)
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)
process.on('disconnect', end)
setTimeout(end, AT_MOST)

for (;;) {
  await sleep(drawn(RUNNING))
  if (process.ppid !== start) end()
  stopped = family()
  // Parents first: nobody starts anybody any more.
  send('SIGSTOP', stopped)
  await sleep(drawn(STOPPED))
  goOn()
  process.send?.('paused')
}
