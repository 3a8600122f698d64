/** An error that is nothing but its sentence: no frame of the harness below it. */
export function sentence(text: string): Error {
  const error = new Error(wrap(text))
  error.stack = `${error.name}: ${error.message}`
  return error
}

/** Breaks a text into lines that fit on 80 columns beside Vitest's own indentation. */
export function wrap(text: string, width = 76): string {
  return text
    .split('\n')
    .map((paragraph) => wrapLine(paragraph, width))
    .join('\n')
}

function wrapLine(paragraph: string, width: number): string {
  // A row of a picture is left as it is: its blanks mean something.
  if (paragraph.length <= width) return paragraph
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}

/** An error as one line: its name and message, or the thrown value itself. */
export const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)
