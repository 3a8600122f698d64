/**
 * @belief There is one counter, so one alarm is enough for all guests.
 * @says each with an alarm of his own What stands outside the function is shared by all calls
 */
import { EventEmitter } from 'node:events'

const counter = new EventEmitter()

export function serve<F, D>(food: () => Promise<F>, drink: () => Promise<D>): Promise<[F, D]> {
  return new Promise((resolve, reject) => {
    counter.once('alarm', reject)
    const ring = (error: unknown) => void counter.emit('alarm', error)
    const plate = food()
    const glass = drink()
    plate.catch(ring)
    glass.catch(ring)
    Promise.all([plate, glass]).then(
      (tray) => {
        counter.off('alarm', reject)
        resolve(tray)
      },
      () => undefined,
    )
  })
}
