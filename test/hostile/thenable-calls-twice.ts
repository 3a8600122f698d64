/** @says first */
export function main(print: (line: string) => void): PromiseLike<void> {
  print('Hello')
  return {
    then(_resolve: () => void, reject: (error: Error) => void) {
      reject(new Error('first'))
      reject(new Error('second'))
    },
  } as never
}
