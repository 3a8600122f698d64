class Door {
  #locked = false

  async enter<T>(main: () => Promise<T>): Promise<T> {
    this.#lock()
    try {
      return await main()
    } finally {
      this.#locked = false
    }
  }

  #lock(): void {
    if (this.#locked) throw new Error('run() cannot be called while another run() is in progress')
    this.#locked = true
  }
}

const door = new Door()

export const run = <T>(main: () => Promise<T>): Promise<T> => door.enter(main)
