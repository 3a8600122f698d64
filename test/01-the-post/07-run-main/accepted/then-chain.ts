let running = false

export function run<T>(main: () => Promise<T>): Promise<T> {
  if (running)
    return Promise.reject(new Error('run() cannot be called while another run() is in progress'))
  running = true
  return Promise.resolve()
    .then(main)
    .finally(() => {
      running = false
    })
}
