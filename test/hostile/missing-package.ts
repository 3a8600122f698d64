/** @says imports 'left-pad', which does not exist */
import 'left-pad'

export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
}
