/**
 * @belief setTimeout(resolve(), 1_000) calls resolve when the second is over.
 * @says main resolved at second 0 instead of 1
 * @says no timer was set
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise<void>((resolve) => {
    // @ts-expect-error: setTimeout wants a function, and is given what resolve returns.
    setTimeout(resolve(), 1_000)
  })
  print('World')
}
