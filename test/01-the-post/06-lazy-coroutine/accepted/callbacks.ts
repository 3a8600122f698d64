export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let calls = 0
  return {
    then(onFulfilled, onRejected) {
      calls += 1
      return new Promise<T>((resolve, reject) => {
        if (calls > 1) return reject(new Error('cannot reuse already awaited coroutine'))
        fn().then(resolve, reject)
      }).then(onFulfilled, onRejected)
    },
  }
}
