/** @says uses module.exports on line 8, as CommonJS does. */
async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}

module.exports = { main }
