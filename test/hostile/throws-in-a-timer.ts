/** @says Your code threw Error: pan on fire, at throws-in-a-timer.ts:5. An error was thrown in a timer callback, where nobody can catch it */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  setTimeout(() => {
    throw new Error('pan on fire')
  }, 1_000)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
