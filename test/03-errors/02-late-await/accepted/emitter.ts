import { EventEmitter, once } from 'node:events'

/** The counter rings a bell for each thing that is ready, and an alarm when one fails. */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const counter = new EventEmitter()
  const plate = food()
  const glass = drink()
  const ring = () => void counter.emit('ready')
  // Once rung, the alarm has no listener any more, and would throw.
  const alarm = (error: unknown) =>
    void (counter.listenerCount('error') && counter.emit('error', error))
  plate.then(ring, alarm)
  glass.then(ring, alarm)
  await once(counter, 'ready')
  return Promise.all([plate, glass])
}
