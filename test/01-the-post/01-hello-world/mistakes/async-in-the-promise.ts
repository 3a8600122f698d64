/**
 * @belief Within an async function an await waits for setTimeout, wherever that function stands.
 * @says a timer was set, but main did not wait for it
 */
/** Opens the shop: says Hello, and one second later World. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise<void>(async (resolve) => {
    await setTimeout(() => {}, 1000)
    resolve()
  })
  print('World')
}
