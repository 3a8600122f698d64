/** @says was not loaded after three seconds: an await outside every function never ends there */
await new Promise(() => {})

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
