/** @says main resolved at second 0 instead of 1 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  console.trace('here')
  console.log(made().stack)
  console.error({ oops: made(), because: new Error('outer', { cause: made() }) })
  setTimeout(() => console.log(made()), 0)
}

const made = () => new TypeError('on line eleven')
