/** @says uses exports on line 2, as CommonJS does. */
exports.main = async function (print: (line: string) => void): Promise<void> {
  print('Hello')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  print('World')
}
