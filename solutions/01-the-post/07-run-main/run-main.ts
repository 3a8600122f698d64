let running = false

/**
 * The one door from ordinary code into async code: runs `main`, one run at
 * a time, and hands its result or its error on.
 */
export async function run<T>(main: () => Promise<T>): Promise<T> {
  // Outside the try: who is refused must not unlock the door.
  if (running) {
    throw new Error(
      'run() cannot be called while another run() is in progress',
    )
  }

  running = true
  try {
    // Without this await the door would be open again before main is done.
    return await main()
  } finally {
    running = false
  }
}
