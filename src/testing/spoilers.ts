/**
 * What a learner's file may do to everybody who shares its process, by name: lines that are put
 * behind a right answer. For tests.
 */
export const SPOILERS: Readonly<Record<string, string>> = {
  'a deaf AbortController': 'AbortController.prototype.abort = () => undefined',
  'a regular expression that finds nothing': 'RegExp.prototype.exec = () => null',
  'a list that takes nothing': 'Array.prototype.push = () => 0',
  'an iterator that is over at once':
    'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: undefined })',
  'a timer that never rings': 'globalThis.setTimeout = (() => 0) as never',
  'a promise that hears nothing': 'Promise.prototype.then = (() => undefined) as never',
  'an interval that throws': "setInterval(() => { throw new Error('from elsewhere') }, 10)",
  'a process that swallows errors':
    "process.on('uncaughtException', () => undefined)\nprocess.on('unhandledRejection', () => undefined)",
  'another environment': "process.env.NODE_ENV = 'production'\nprocess.env.TZ = 'Asia/Tokyo'",
  'another folder': "process.chdir('/')",
  'a counter for all': `const shelf = globalThis as { served?: number }
shelf.served = (shelf.served ?? 0) + 1
if (shelf.served > 1) throw new Error('served already')`,
  'a property of every object':
    "Object.defineProperty(Object.prototype, 'dish', { value: 'soup', configurable: true, enumerable: true })",
  'a listener that nobody can add': 'EventTarget.prototype.addEventListener = () => undefined',
  'a JSON of its own': "JSON.stringify = () => '{}'\nJSON.parse = () => ({})",
  'an open handle': "import('node:net').then(({ createServer }) => createServer().listen(0))",
}
