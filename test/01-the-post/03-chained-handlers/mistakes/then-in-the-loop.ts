/**
 * @belief A then makes the loop stand still until the promise is there.
 * @says did not wait for any of them
 */
/** Cooks one request: a request of 3 takes 3 seconds. */
export async function handleRequest(request: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, request * 1_000))
}

/** Handles the requests one after another, in the order in which they came. */
export async function main(requests: number[]): Promise<void> {
  for (const request of requests) {
    handleRequest(request).then(() => {
      // done, on to the next one
    })
  }
}
