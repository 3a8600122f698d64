/**
 * @belief No main runs for longer than a minute, so one may stop waiting then.
 * @says main may take twelve hours, and run waits for it
 */
let running = false

export async function run<T>(main: () => Promise<T>): Promise<T> {
  if (running) throw new Error('run() cannot be called while another run() is in progress')
  running = true
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('main takes too long')), 60_000)
  })
  try {
    return await Promise.race([main(), patience])
  } finally {
    clearTimeout(timer)
    running = false
  }
}
