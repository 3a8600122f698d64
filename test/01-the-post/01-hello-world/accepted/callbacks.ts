/** A promise at the door and nothing but callbacks behind it. */
export function main(print: (line: string) => void): Promise<void> {
  return new Promise((done) => {
    print('Hello')
    setTimeout(() => {
      print('World')
      done()
    }, 1_000)
  })
}
