import { EventEmitter, once } from 'node:events'

type Step = (signal?: AbortSignal) => Promise<string>

/** A bell calls the next step, and an error on it ends everything. */
export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const bell = new EventEmitter()
  const dish = new Array<string>(steps.length)
  bell.on('next', async (index: number) => {
    try {
      signal.throwIfAborted()
      if (index < steps.length) {
        dish[index] = await steps[index]!(signal)
        bell.emit('next', index + 1)
      } else {
        bell.emit('ready')
      }
    } catch (error) {
      bell.emit('stopped', { error })
    }
  })
  const ready = once(bell, 'ready').then(() => dish)
  const stopped = once(bell, 'stopped').then(([{ error }]) => Promise.reject(error))
  bell.emit('next', 0)
  return Promise.race([ready, stopped])
}
