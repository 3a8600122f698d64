type Close = () => void | Promise<void>
type Ending<T> = { value: T } | undefined

/** Every close is wrapped around what came before: a chain of endings, with the errors beside it. */
export const withStack = async <T>(
  use: (defer: (close: Close) => void) => Promise<T>,
): Promise<T> => {
  const errors: unknown[] = []
  const quietly = <R>(what: () => R | Promise<R>): Promise<Ending<R>> =>
    Promise.resolve()
      .then(what)
      .then(
        (value) => ({ value }),
        (error: unknown) => {
          errors.push(error)
          return undefined
        },
      )

  let closeAll = () => Promise.resolve()
  const ending = await quietly(() =>
    use((close) => {
      const others = closeAll
      closeAll = () => quietly(close).then(others)
    }),
  )
  await closeAll()

  if (ending && errors.length === 0) return ending.value
  throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'see errors')
}
