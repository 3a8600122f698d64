/** Promises that are opened from outside, and lines that are handed to them when they are due. */
function withResolvers<T>() {
  let resolve!: (value: T) => void
  const promise = new Promise<T>((open) => {
    resolve = open
  })
  return { promise, resolve }
}

export async function main(print: (line: string) => void): Promise<void> {
  const hello = withResolvers<string>()
  const world = withResolvers<string>()
  const said = Promise.all([hello.promise.then(print), world.promise.then(print)])
  setTimeout(world.resolve, 1_000, 'World')
  process.nextTick(hello.resolve, 'Hello')
  await said
}
