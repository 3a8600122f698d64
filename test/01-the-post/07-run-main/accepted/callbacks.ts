const state = { inProgress: 0 }

export function run<T>(main: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (state.inProgress > 0) {
      reject(new Error('run() cannot be called while another run() is in progress'))
      return
    }
    state.inProgress += 1
    const leave = (then: () => void) => {
      state.inProgress -= 1
      then()
    }
    try {
      main().then(
        (value) => leave(() => resolve(value)),
        (error: unknown) => leave(() => reject(error)),
      )
    } catch (error) {
      leave(() => reject(error))
    }
  })
}
