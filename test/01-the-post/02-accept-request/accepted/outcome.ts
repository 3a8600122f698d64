interface Request {
  table: number
}

interface Order {
  dish: string
}

/** Looks at both sides of the outcome, and lets a promise be opened from outside. */
class Slip {
  settle!: (outcome: PromiseSettledResult<Order>) => void
  readonly done: Promise<void>

  constructor(handleOrder: (order: Order) => void) {
    this.done = new Promise<PromiseSettledResult<Order>>((settle) => {
      this.settle = settle
    }).then((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason
      handleOrder(outcome.value)
    })
  }
}

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  const slip = new Slip(handleOrder)
  const [outcome] = await Promise.allSettled([waitForCustomer(request)])
  slip.settle(outcome)
  return slip.done
}
