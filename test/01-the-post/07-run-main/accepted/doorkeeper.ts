import { EventEmitter } from 'node:events'

/** Somebody who hears who comes in and who goes out. */
const door = new EventEmitter()
let inside = 0
door.on('in', () => (inside += 1)).on('out', () => (inside -= 1))

const enter = () => {
  if (inside > 0) throw new Error('run() cannot be called while another run() is in progress')
  door.emit('in')
}

export async function run<T>(main: () => Promise<T>): Promise<T> {
  enter()
  const [outcome] = await Promise.allSettled([(async () => main())()])
  door.emit('out')
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
