/** There is one key, and it hangs beside the door. */
const keys = ['the key']

const takeKey = async () => {
  const key = keys.pop()
  if (key === undefined)
    throw new Error('run() cannot be called while another run() is in progress')
  return key
}

export const run = <T>(main: () => Promise<T>): Promise<T> =>
  takeKey().then((key) =>
    Promise.all([key])
      .then(main as () => Promise<T>)
      .finally(() => keys.push(key)),
  )
