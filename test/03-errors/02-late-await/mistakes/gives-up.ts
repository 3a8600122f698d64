/**
 * @belief No guest waits for longer than a minute, so after that the order has failed.
 * @says However long a job takes, the guest waits for it
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('this takes too long')), 60_000)
  })
  try {
    return await Promise.race([Promise.all([food(), drink()]), late])
  } finally {
    clearTimeout(timer)
  }
}
