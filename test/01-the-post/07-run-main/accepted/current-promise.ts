/** The lock is the promise of the run in progress. */
let current: Promise<unknown> | undefined

export function run<T>(main: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (current) throw new Error('run() cannot be called while another run() is in progress')
    const over = () => {
      current = undefined
    }
    current = new Promise<void>((go) => go()).then(main).then(
      (value) => {
        over()
        resolve(value)
      },
      (error) => {
        over()
        reject(error)
      },
    )
  })
}
