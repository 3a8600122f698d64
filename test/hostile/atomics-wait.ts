/** @says Atomics.wait at test/hostile/atomics-wait.ts:4 blocks the whole process: nobody else can be served meanwhile */
export async function main(print: (line: string) => void): Promise<void> {
  print('Hello')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
  print('World')
}
