/* eslint-disable @typescript-eslint/prefer-for-of -- an iterator may be what was replaced */
import events, { EventEmitter } from 'node:events'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import util from 'node:util'

import type { Failure } from './failure.ts'

const CLOSED = new Set<unknown>([Array, Object, Promise, Map, Set, AbortSignal])

/** Prototypes that have no name of their own. */
const { getPrototypeOf } = Object
const anIterator: object = getPrototypeOf([][Symbol.iterator]()) as object
// eslint-disable-next-line @typescript-eslint/no-empty-function
const aGenerator: object = getPrototypeOf((function* () {})()) as object
// eslint-disable-next-line @typescript-eslint/no-empty-function
const anAsyncGenerator: object = getPrototypeOf((async function* () {})()) as object
const prototypeOf = (thing: object): object => getPrototypeOf(thing) as object

/**
 * What a submission might replace, and everybody who comes after it would suffer from; with `closed`,
 * nothing new has any business there either. Not `process`: Vitest itself swaps its `exit` and
 * `nextTick` while it works.
 */
const HOMES: [name: string, home: object, closed: boolean][] = [
  ['', globalThis, false],
  ['console', console, false],
  ['performance', performance, false],
  ['Date', Date, false],
  ...[
    AbortController,
    AbortSignal,
    Array,
    BigInt,
    Boolean,
    EventEmitter,
    EventTarget,
    Function,
    Map,
    Number,
    Object,
    Promise,
    RegExp,
    Set,
    String,
    Symbol,
    WeakMap,
    WeakRef,
    WeakSet,
  ].flatMap((home): [string, object, boolean][] => [
    // A class's own properties change here and there: `Error.stackTraceLimit`, `RegExp.lastMatch`.
    [home.name, home, CLOSED.has(home)],
    [`${home.name}.prototype`, home.prototype as object, true],
  ]),
  ['Date.prototype', Date.prototype, true],
  ['Error', Error, false],
  ['Error.prototype', Error.prototype, true],
  ['Event.prototype', Event.prototype, true],
  ['TypeError.prototype', TypeError.prototype, true],
  ['AggregateError.prototype', AggregateError.prototype, true],
  ['Iterator.prototype', prototypeOf(anIterator), true],
  ['ArrayIterator.prototype', anIterator, true],
  ['MapIterator.prototype', prototypeOf(new Map().entries()), true],
  ['SetIterator.prototype', prototypeOf(new Set().values()), true],
  ['Generator.prototype', prototypeOf(aGenerator), true],
  ['AsyncGenerator.prototype', prototypeOf(anAsyncGenerator), true],
  ['AsyncIterator.prototype', prototypeOf(prototypeOf(anAsyncGenerator)), true],
  ['JSON', JSON, true],
  ['Math', Math, true],
  ['Reflect', Reflect, true],
  ['Atomics', Atomics, true],
  ['timers', timers, true],
  ['timers/promises', timersPromises, true],
  ['events', events, false],
  ['util', util, false],
]

interface Saved {
  name: string
  home: object
  /** Nothing new has any business here, so what is added is taken away. */
  closed: boolean
  keys: PropertyKey[]
  /** By place in `keys`: only functions count, Vitest itself changes a flag here and there. */
  descriptors: (PropertyDescriptor | undefined)[]
}

const { getOwnPropertyDescriptor, defineProperty, ownKeys, deleteProperty } = Reflect
const KEPT = Symbol.for('async-kata.intrinsics')

type Shelf = typeof globalThis & { [KEPT]: Saved[] | undefined }

/** Remembers Node's built-ins as they are; only the first call of a process counts. */
export function rememberIntrinsics(): void {
  ;(globalThis as Shelf)[KEPT] ??= HOMES.map(([name, home, closed]) => save(name, home, closed))
}

function save(name: string, home: object, closed: boolean): Saved {
  const keys = ownKeys(home)
  const descriptors = keys.map((key) => {
    const descriptor = getOwnPropertyDescriptor(home, key)
    return typeof descriptor?.value === 'function' ? descriptor : undefined
  })
  return { name, home, closed, keys, descriptors }
}

/**
 * Puts back what was replaced since `rememberIntrinsics`; returns the name of the first such thing,
 * for a sentence. It uses nothing that could have been replaced: no method of an array, no iterator.
 */
export function restoreIntrinsics(): string | undefined {
  const all = (globalThis as Shelf)[KEPT] ?? []
  let first: string | undefined
  for (let index = 0; index < all.length; index += 1) {
    const saved = all[index]
    if (!saved) continue
    const changed = restore(saved)
    first = first ?? changed
  }
  return first
}

function restore(saved: Saved): string | undefined {
  let first: string | undefined
  for (let index = 0; index < saved.keys.length; index += 1) {
    const key = saved.keys[index]
    const was = saved.descriptors[index]
    if (key === undefined || was === undefined) continue
    if (getOwnPropertyDescriptor(saved.home, key)?.value === was.value) continue
    defineProperty(saved.home, key, was)
    first = first ?? nameOf(saved.name, key)
  }
  return saved.closed ? (first ?? removeAdded(saved)) : first
}

function removeAdded({ name, home, keys }: Saved): string | undefined {
  const now = ownKeys(home)
  if (now.length <= keys.length) return undefined
  let first: string | undefined
  for (let index = 0; index < now.length; index += 1) {
    const key = now[index]
    if (key === undefined || isAmong(key, keys)) continue
    deleteProperty(home, key)
    first = first ?? nameOf(name, key)
  }
  return first
}

function isAmong(key: PropertyKey, keys: readonly PropertyKey[]): boolean {
  for (let index = 0; index < keys.length; index += 1) if (keys[index] === key) return true
  return false
}

const nameOf = (home: string, key: PropertyKey): string =>
  home === '' ? String(key) : `${home}.${String(key)}`

/** For a learner whose code has replaced a built-in. */
export const replacedFailure = (name: string): Failure => ({
  kind: 'replaced',
  sentence:
    `The code replaces ${name}, which belongs to everybody.\n` +
    'Leave what Node has built in as it is; a function of your own does the same for you alone.',
})
