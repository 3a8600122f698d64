/** @says runs something when it is loaded, and that fails. Your code threw Error: from the demo, at demo-throws-later.ts:9. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}

setTimeout(() => {
  throw new Error('from the demo')
}, 60)
