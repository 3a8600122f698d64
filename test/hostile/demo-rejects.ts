/** @says runs something when it is loaded, and that fails. Your code threw TypeError: console.lg is not a function, at demo-rejects.ts:8. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}

void main(console.log).then(() => (console as any).lg('done'))
