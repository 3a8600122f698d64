/** @says runs something when it is loaded, and that ends the whole process, with process.exit on line 8. The tests call your functions themselves */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}

void main(console.log).then(() => process.exit())
