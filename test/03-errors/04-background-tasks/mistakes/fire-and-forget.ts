/**
 * @belief A call that nobody awaits needs no looking after: it does its work all by itself.
 * @says drain ended at second 0 while three jobs were still running
 * @says did not wait for
 * @says A promise was rejected and nobody was listening
 */
export class Background {
  spawn(job: () => Promise<void>): void {
    void job()
  }

  get size(): number {
    return 0
  }

  async drain(): Promise<void> {}
}
