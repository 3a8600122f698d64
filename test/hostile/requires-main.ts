/** @says asks for require.main on line 8, as CommonJS does. */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}

if (require.main === module) void main(console.log)
