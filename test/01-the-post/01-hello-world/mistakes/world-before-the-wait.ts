/**
 * @belief The order of the lines is what counts; the wait may stand anywhere in the function.
 * @says World came at second 0 instead of 1
 * @says Only what stands after the await comes later
 */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  print('World')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
}
