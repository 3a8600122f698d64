import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { acceptedOf, type Exercise } from '../course/catalog.ts'
import { textOf } from '../course/text-of.ts'
import type { Submission } from '../judge/candidates.ts'

/** A typo in a right answer, which makes one of its lines throw. */
export interface Typo {
  exercise: string
  /** The accepted answer that has it; the reference solution when empty. */
  style: string
  /** A method, a variable, an undefined that is called, an argument that is refused, an import. */
  kind: string
  /** A text that the answer holds once, and what stands there instead. */
  right: string
  wrong: string
  /** How the description of the error begins. */
  says: string
  /** A text on the line that throws, where that is not the line of the typo. */
  at?: string
}

/** Exercise, style, kind, right, wrong, says and at; `-` is an empty field, `\n` a line break. */
const TABLE = String.raw`
hello-world | - | argument | setTimeout(resolve, | setTimeout(undefined, | TypeError
hello-world | emitter | method | this.emit('ring') | this.emitt('ring') | TypeError: this.emitt
hello-world | emitter | import | EventEmitter, once } | EventEmitter } | ReferenceError: once | once(
hello-world | ticking | import | import { setInterval } from 'node:timers/promises' | - | TypeError | await (
accept-request | - | variable | handleOrder(order) | handleOrder(oder) | ReferenceError: oder
accept-request | emitter | method | table.emit('order' | table.emmit('order' | TypeError: table.emmit
accept-request | generator | undefined | ask(request) | ask.customer(request) | TypeError: ask.customer
chained-handlers | - | variable | (resolve, request | (resovle, request | ReferenceError: resovle
chained-handlers | callbacks | variable | next(left - step) | next(lft - step) | ReferenceError: lft
chained-handlers | reduce | import | import { setTimeout as sleep } from 'node:timers/promises' | - | ReferenceError: sleep | => sleep(
two-servers | - | argument | Promise.all(customers.map((customer) => handle(customer))) | Promise.all() | TypeError: undefined is not iterable
two-servers | callbacks | method | served.push( | served.psuh( | TypeError: served.psuh
two-servers | workers | undefined | atWork.add(work()) | atWork.add(work.on()) | TypeError: work.on
confirm-button | - | method | page.off('error' | page.of('error' | TypeError: page.of is
confirm-button | - | variable | 'confirm', onConfirm)\n      reject | 'confirm', onConfrim)\n      reject | ReferenceError: onConfrim
confirm-button | class | undefined | .reject(error) | .fail(error) | TypeError: this.#settle?.fail
confirm-button | events-once | import | once, type | type | ReferenceError: once | once(page
confirm-button | race-and-hang-up | method | bell.abort() | bell.aboort() | TypeError: bell.aboort
lazy-coroutine | - | method | start().then( | start().than( | TypeError: start(...).than
lazy-coroutine | class | undefined | : this.#fn() | : this.#fn.start() | TypeError: this.#fn.start
lazy-coroutine | event | import | EventEmitter, once | EventEmitter | ReferenceError: once | once(bell
lazy-coroutine | gate | argument | .then(() => fn()) | .then(() => new Promise()) | TypeError: Promise
lazy-coroutine | generator | variable | yield fn() | yield fnn() | ReferenceError: fnn
run-main | - | undefined | await main() | await main.run() | TypeError: main.run
run-main | - | variable | finally {\n    running = false | finally {\n    runing = false | ReferenceError: runing
run-main | keys | method | keys.push( | keys.psuh( | TypeError: keys.psuh
run-main | then-chain | method | .finally( | .finaly( | TypeError
gather | - | variable | values[index] = | valeus[index] = | ReferenceError: valeus
gather | emitter | import | EventEmitter, once | EventEmitter | ReferenceError: once | once(pass
gather | promise-all | argument | Promise.all<T>([...promises]) | Promise.all<T>() | TypeError: undefined
gather | table | method | seats.map( | seats.mapp( | TypeError: seats.mapp
as-completed | - | method | fill.shift() | fill.shfit() | TypeError: fill.shfit
as-completed | chain | argument | new Promise((resolve) => (close = resolve)) | new Promise() | TypeError: Promise
as-completed | events-on | variable | throw outcome.reason | throw outcom.reason | ReferenceError: outcom
as-completed | queue-and-bell | undefined | this.#bell?.() | this.#bell.ring() | TypeError
as-completed | stream | import | import { PassThrough } from 'node:stream' | - | ReferenceError: PassThr | new PassThrough
wait-first | - | argument | setTimeout(enough, timeout) | setTimeout(timeout, enough) | TypeError
wait-first | - | variable | done.add(promise) | done.add(promse) | ReferenceError: promse
wait-first | events | method | watch.emit(event, | watch.emitt(event, | TypeError: watch.emitt
wait-first | races | import | import { setTimeout as sleep } from 'node:timers/promises' | - | ReferenceError: sleep | sleep(timeout
settle-all | - | variable | await job()] | await jobb()] | ReferenceError: jobb
settle-all | all-settled | argument | jobs.map((job) => job()) | - | TypeError: undefined is not | allSettled(
settle-all | counting | undefined | .then(report) | .then(() => report.now()) | TypeError: report.now
settle-all | ledger | method | this.emit('full') | this.emitt('full') | TypeError: this.emitt
late-await | - | undefined | drink()]) | drink.pour()]) | TypeError: drink.pour
late-await | by-hand | variable | tray.meal = { value } | tray.meal = { valeu } | ReferenceError: valeu
late-await | emitter | method | counter.listenerCount | counter.listnerCount | TypeError: counter.listner
return-await | - | method | stove.off() | stove.of() | TypeError: stove.of is
return-await | - | undefined | return fallback() | return fallback.cook() | TypeError: fallback.cook
return-await | outcomes | variable | throw used.reason | throw usd.reason | ReferenceError: usd
background-tasks | - | method | failures.push(error) | failures.psuh(error) | TypeError: this.#failures.psuh
background-tasks | - | argument | new AggregateError(failures, 'some jobs have failed') | new AggregateError() | TypeError: undefined is not iter
background-tasks | - | undefined | await job() | await job.run() | TypeError: job.run
background-tasks | emitter | variable | #names.delete(name) | #names.delete(nmae) | ReferenceError: nmae
background-tasks | polling | import | import { setTimeout as sleep } from 'node:timers/promises' | - | ReferenceError: sleep | sleep(100)
abortable-sleep | - | variable | clearTimeout(timer) | clearTimout(timer) | ReferenceError: clearTimout
abortable-sleep | - | method | ?.removeEventListener( | ?.removeEventListner( | TypeError: signal?.removeEventListner
abortable-sleep | any-signal | argument | AbortSignal.any(signal ? [signal, alarm.signal] : [alarm.signal]) | AbortSignal.any(undefined) | TypeError
abortable-sleep | class | undefined | this.#settle.resolve() | this.#settle.ring() | TypeError: this.#settle.ring
abortable-sleep | finally | variable | clearTimeout(timer) | clearTimeout(tmer) | ReferenceError: tmer
abortable-sleep | node-timers | import | import { setTimeout as wait } from 'node:timers/promises' | - | ReferenceError: wait | await wait(
checkpoints | - | method | signal.throwIfAborted() | signal.thowIfAborted() | TypeError: signal.thowIfAborted
checkpoints | class | variable | { reason: this.#signal.reason } | { reason: signal.reason } | ReferenceError: signal
checkpoints | stream | undefined | await step(signal) | await step.take(signal) | TypeError: step.take
fastest-supplier | - | method | losers.abort() | losers.aboort() | TypeError: losers.aboort
fastest-supplier | by-hand | variable | errors[index] = error | errors[indx] = error | ReferenceError: indx
fastest-supplier | emitter | undefined | job(controllers[index]!.signal) | job(controllers[-1]!.signal) | TypeError: Cannot read
fastest-supplier | promise-any | argument | Promise.any(jobs.map((job) => job(others.signal))) | Promise.any() | TypeError: undefined
fastest-supplier | turned-around | variable | others.abort() | othres.abort() | ReferenceError: othres
shield | - | method | signal.addEventListener( | signal.addEventListner( | TypeError: signal.addEventListner is not a function
shield | - | variable | reject(signal.reason) | rejct(signal.reason) | ReferenceError: rejct
shield | - | method | signal.removeEventListener( | signal.removeEventListner( | TypeError: signal.removeEventListner
shield | abort-listener | import | import { addAbortListener } from 'node:events' | - | ReferenceError: addAbortL | addAbortListener(
shield | class | undefined | this.#open(outcome) | this.#open.now(outcome) | TypeError: this.#open.now
shield | combined-signal | argument | AbortSignal.any([signal]) | AbortSignal.any(undefined) | TypeError
exit-stack | - | method | stack.push( | stack.psuh( | TypeError: stack.psuh
exit-stack | - | variable | await close() | await clsoe() | ReferenceError: clsoe
exit-stack | callbacks | undefined | started = what() | started = what.now() | TypeError: what.now
exit-stack | class | argument | await what() | await Promise.race() | TypeError: undefined is not iterable
exit-stack | generator | method | stack.pop() | stack.popp() | TypeError: stack.popp
task-group | - | method | group.abort() | group.aboort() | TypeError: group.aboort
task-group | - | variable | outer?.reason | otter?.reason | ReferenceError: otter
task-group | - | undefined | return job(signal) | return job.start(signal) | TypeError: job.start
task-group | class | argument | AbortSignal.any([this.#own.signal, ...(outer ? [outer] : [])]) | AbortSignal.any(outer) | TypeError
closing-time | - | method | evening.abort() | evening.aboort() | TypeError: evening.aboort
closing-time | - | undefined | await main(spawn) | await main.run(spawn) | TypeError: main.run
closing-time | each-its-own-signal | argument | new Promise<void>((resolve) => resolve(job(controller.signal))) | new Promise<void>() | TypeError: Promise
closing-time | emitter | import | EventEmitter, once | EventEmitter | ReferenceError: once | once(this
timeout | - | method | controller.abort(tooLate) | controller.aboort(tooLate) | TypeError: controller.aboort
timeout | node-timers | import | import { setTimeout as sleep } from 'node:timers/promises' | - | ReferenceError: sleep | sleep(ms
deadline | - | method | signal.throwIfAborted() | signal.throwIfAbortd() | TypeError: signal.throwIfAbortd
deadline | events | import | import { addAbortListener } from 'node:events' | - | ReferenceError: addAbortListener | outer && addAbortListener
retry | - | variable | jitter(base * factor | jitter(bass * factor | ReferenceError: bass
retry | generator | method | waits.next() | waits.nxet() | TypeError: waits.nxet
rate-limit | - | method | starts.splice(0, 1) | starts.splcie(0, 1) | TypeError: starts.splcie
rate-limit | worker | import | import { EventEmitter, once } from 'node:events' | import { EventEmitter } from 'node:events' | ReferenceError: once | once(guest
debounce | - | variable | start(args) | strat(args) | ReferenceError: strat
debounce | emitter | import | import { EventEmitter, once } from 'node:events' | import { EventEmitter } from 'node:events' | ReferenceError: once | once(bell
ticker | - | method | Math.ceil( | Math.cail( | TypeError: Math.cail
limit | - | method | line.shift() | line.shfit() | TypeError: line.shfit
limit | emitter | import | import { EventEmitter, once } from 'node:events' | import { EventEmitter } from 'node:events' | ReferenceError: once | once(cook
mutex | - | method | this.#line.shift() | this.#line.shfit() | TypeError: this.#line.shfit
mutex | emitter | import | import { EventEmitter, once } from 'node:events' | import { EventEmitter } from 'node:events' | ReferenceError: once | once(this
gate | - | method | this.#waiting.add(enter) | this.#waiting.ad(enter) | TypeError: this.#waiting.ad
gate | array | method | this.waiters.push(waiter) | this.waiters.psuh(waiter) | TypeError: this.waiters.psuh
bounded-queue | - | method | this.#shelf.push(item) | this.#shelf.psuh(item) | TypeError: this.#shelf.psuh
bounded-queue | linked-list | method | this.#shelf.shift() | this.#shelf.shfit() | TypeError: this.#shelf.shfit
worker-pool | - | method | await source.next() | await source.nxet() | TypeError: source.nxet
worker-pool | events | import | import { EventEmitter, once } from 'node:events' | import { EventEmitter } from 'node:events' | ReferenceError: once | once(bell
single-flight | - | method | flights.set(key, flight) | flights.sett(key, flight) | TypeError: flights.sett
single-flight | emitter | import | import { EventEmitter, once } from 'node:events' | import { EventEmitter } from 'node:events' | ReferenceError: once | once(boy
batch-loader | - | method | all.splice(0, max) | all.splcie(0, max) | TypeError: all.splcie
batch-loader | emitter | import | EventEmitter, once | EventEmitter | ReferenceError: once | once(open
barrier | - | method | table.push({ pass, fail }) | table.psuh({ pass, fail }) | TypeError: table.psuh
barrier | emitter | import | import { EventEmitter } from 'node:events' | - | ReferenceError: EventEmitter | #bell = new EventEmitter
condition | - | method | this.#waiting.add(look) | this.#waiting.ad(look) | TypeError: this.#waiting.ad
condition | generator | method | this.#all.add(waiting) | this.#all.ad(waiting) | TypeError: this.#all.ad
`

export const TYPOS: Typo[] = TABLE.trim().split('\n').map(typoIn)

function typoIn(row: string): Typo {
  const fields = row
    .split(' | ')
    .map((field) => (field === '-' ? '' : field.replaceAll('\\n', '\n')))
  const [exercise = '', style = '', kind = '', right = '', wrong = '', says = '', at] = fields
  return { exercise, style, kind, right, wrong, says, ...(at === undefined ? {} : { at }) }
}

/**
 * An answer with a typo, and the line that throws, counted from 1.
 *
 * @throws Error when it is not clear where the typo belongs.
 */
export function mistype(
  source: string,
  { right, wrong, at }: Pick<Typo, 'right' | 'wrong' | 'at'>,
): { text: string; line: number } {
  const place = source.indexOf(right)
  if (place < 0 || source.includes(right, place + 1)) throw new Error(`Not there once: ${right}`)
  const text = source.slice(0, place) + wrong + source.slice(place + right.length)
  const throws = at === undefined ? place + firstDifference(right, wrong) : text.indexOf(at)
  if (throws < 0) throw new Error(`Not there: ${at}`)
  return { text, line: text.slice(0, throws).split('\n').length }
}

function firstDifference(one: string, other: string): number {
  let index = 0
  while (index < one.length && one[index] === other[index]) index += 1
  return index
}

/** An answer with a typo, written into a file of its own, and its line that throws. */
export interface Mistyped extends Submission {
  typo: Typo
  line: number
}

/** Writes all answers with typos of these exercises into a folder, to have them judged. */
export const writeMistyped = (
  root: string,
  course: readonly Exercise[],
  folder: string,
): Mistyped[] =>
  TYPOS.flatMap((typo, index) => {
    const exercise = course.find(({ slug }) => slug === typo.exercise)
    if (!exercise) return []
    const right =
      typo.style === ''
        ? exercise.solution
        : (acceptedOf(root, exercise).find((file) => basename(file) === `${typo.style}.ts`) ?? '')
    const { text, line } = mistype(textOf(root, right), typo)
    const file = join(folder, String(index), basename(right))
    mkdirSync(dirname(file))
    writeFileSync(file, text)
    return { typo, exercise, line, file }
  })
