import { describe, expect, test } from 'vitest'

import { entriesThat, key, RED, session, SOLVED } from '../testing/sessions.ts'
import { press, type Action } from './keys.ts'
import type { Session } from './session.ts'

/** The session after some keys, and the last thing that one of them asked for. */
function after(
  before: Session,
  ...keys: string[]
): { session: Session; action: Action | undefined } {
  let [now, action]: [Session, Action | undefined] = [before, undefined]
  for (const one of keys) [now, action] = press(now, key(one)) as [Session, Action | undefined]
  return { session: now, action }
}

const pageAfter = (before: Session, ...keys: string[]) => after(before, ...keys).session.page

const solved = () =>
  session({ entries: entriesThat('solved', 'not started', 'wrong'), judged: SOLVED })

describe('n', () => {
  test('opens the next exercise when this one is solved', () => {
    expect(after(solved(), 'n').action).toEqual({ do: 'open', slug: 'mutex' })
  })

  test('asks before it skips one that is not', () => {
    const { session: asked, action } = after(session({ judged: RED }), 'n')

    expect(action).toBeUndefined()
    expect(asked.page).toMatchObject({ kind: 'ask', then: 'skip' })
    expect(after(asked, 'y').action).toEqual({ do: 'open', slug: 'mutex' })
    expect(after(asked, 'n')).toMatchObject({
      action: undefined,
      session: { page: { kind: 'verdict' } },
    })
    expect(after(asked, 'x').session.page.kind).toBe('ask')
  })

  test('passes over what is solved, and begins again at the front', () => {
    const entries = entriesThat('wrong', 'solved', 'solved')

    expect(after(session({ entries, slug: 'gate', judged: SOLVED }), 'n').action).toEqual({
      do: 'open',
      slug: 'limit',
    })
  })

  test('shows the last page when nothing is left', () => {
    const entries = entriesThat('solved', 'solved')

    expect(pageAfter(session({ entries, judged: SOLVED }), 'n').kind).toBe('finale')
  })

  test('says so when only this one is left', () => {
    const entries = entriesThat('wrong', 'solved')

    expect(after(session({ entries, judged: RED }), 'n').session.notice).toContain('the last one')
  })

  test('asks when the answer is right and the wall clock has not spoken yet', () => {
    const confirming = { ...SOLVED, confirming: true }

    expect(pageAfter(session({ judged: confirming }), 'n').kind).toBe('ask')
  })

  test('says that the TODO is still there', () => {
    const page = pageAfter(session({ judged: { ...SOLVED, holdsTodo: true } }), 'n')

    expect(page).toMatchObject({ kind: 'ask', question: expect.stringContaining('TODO') as string })
  })
})

describe('h', () => {
  test('shows one hint more with each key, up to the last', () => {
    const seen = [1, 2, 3].map(
      (count) => after(session(), ...Array<string>(count).fill('h')).session.hintsSeen,
    )

    expect(seen).toEqual([1, 2, 2])
  })

  test('shows what was seen already when the page is opened again', () => {
    expect(after(session(), 'h', 'escape', 'h').session.hintsSeen).toBe(1)
  })
})

describe('s', () => {
  test('asks for the solution of what is solved', () => {
    expect(after(solved(), 's').action).toEqual({ do: 'solution' })
  })

  test('says where it lies when it is not', () => {
    const { session: still, action } = after(session({ judged: RED }), 's')

    expect(action).toBeUndefined()
    expect(still.notice).toContain('solutions/06-coordination/01-limit/limit.ts')
  })
})

test.each([
  ['p', 'play'],
  ['o', 'edit'],
  ['q', 'quit'],
] as const)('%s asks to %s', (pressed, action) => {
  expect(after(session(), pressed).action).toEqual({ do: action })
})

test.each(['c', 'd'])('Ctrl-%s quits on every page', (pressed) => {
  for (const opened of ['h', 'l', 'r', '?', 'v']) {
    const { session: now } = after(session(), opened)

    expect(press(now, key(pressed, true))[1]).toEqual({ do: 'quit' })
  }
})

test('r asks first, and resets only after a yes', () => {
  const { session: asked, action } = after(session(), 'r')

  expect(action).toBeUndefined()
  expect(after(asked, 'y').action).toEqual({ do: 'reset' })
  expect(after(asked, 'n').action).toBeUndefined()
  expect(after(asked, 'escape').action).toBeUndefined()
})

test.each(['h', 'l', 'r', '?', 'v'])('Escape leaves the page of %s', (opened) => {
  expect(pageAfter(session(), opened).kind).not.toBe('verdict')
  expect(pageAfter(session(), opened, 'escape').kind).toBe('verdict')
})

test('any key takes the greeting and the notice away', () => {
  const { session: now } = after(session({ greets: true, notice: 'Well.' }), 'x')

  expect(now).toMatchObject({ greets: false, notice: '' })
})

describe('the list', () => {
  test('opens at the open exercise, and Enter opens the chosen one', () => {
    expect(pageAfter(session({ slug: 'mutex' }), 'l')).toMatchObject({ selected: 1 })
    expect(after(session({ slug: 'mutex' }), 'l', 'down', 'return').action).toEqual({
      do: 'open',
      slug: 'gate',
    })
  })

  test('stops at its ends', () => {
    expect(pageAfter(session(), 'l', 'up', 'up')).toMatchObject({ selected: 0 })
    expect(pageAfter(session(), 'l', 'end', 'down')).toMatchObject({ selected: 2 })
  })

  test('searches for what is typed, letters of other keys as well', () => {
    expect(after(session(), 'l', 'q', 'a', 't', 'backspace').session.page).toMatchObject({
      search: 'qa',
    })
    expect(after(session(), 'l', 'G', 'A', 'T', 'return').action).toEqual({
      do: 'open',
      slug: 'gate',
    })
    expect(after(session(), 'l', '6', '.', '2', 'return').action).toEqual({
      do: 'open',
      slug: 'mutex',
    })
    expect(after(session(), 'l', 'x', 'y', 'z', 'return').action).toBeUndefined()
  })

  test('Escape takes the search away first, and then the page', () => {
    expect(pageAfter(session(), 'l', 'g', 'escape')).toMatchObject({ kind: 'list', search: '' })
    expect(pageAfter(session(), 'l', 'g', 'escape', 'escape').kind).toBe('verdict')
  })
})

test('arrows scroll the page, and never above its first line', () => {
  expect(after(session(), '?', 'down', 'down', 'up').session.scroll).toBe(1)
  expect(after(session(), '?', 'up').session.scroll).toBe(0)
})

describe('at the end of a chapter', () => {
  const believed = [{ slug: 'limit', belief: 'A call is enough.', test: 'waits for all of them' }]
  const over = session({ entries: entriesThat('solved', 'solved'), judged: SOLVED, believed })

  test('n looks back once at what one believed, and then goes on', () => {
    const { session: now, action } = after(over, 'n')

    expect(action).toBeUndefined()
    expect(now.page.kind).toBe('believed')
    expect(after(now, 'n').session.page.kind).toBe('finale')
    expect(pageAfter(now, 'escape', 'n').kind).toBe('finale')
  })

  test.each([
    ['nothing was believed', { believed: [] }],
    ['something was believed elsewhere', { believed: [{ ...believed[0], slug: 'queue' }] }],
    ['the chapter goes on', { entries: entriesThat('solved', 'wrong') }],
  ])('n does not look back where %s', (_why, change) => {
    expect(pageAfter({ ...over, ...(change as object) }, 'n').kind).not.toBe('believed')
  })
})
