/**
 * @belief The signal has to be asked, again and again, whether it is aborted.
 * @says was still running when the call had ended
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const left = async () => {
    while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 100))
    throw signal.reason
  }
  return Promise.race([left(), work])
}
