/** An example of a page: the request, and the response that the page shows. */
export type Example = {
  name: string
  /** Status of the response. Default: 200. */
  status: number
  /** Expression whose value a program prints; undefined if it prints by itself. */
  print: string | undefined
  language: 'http' | 'graphql' | 'ts'
  request: string
  answer: unknown
}

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm

const tag = /^<!-- test: ([\w-]+)(?: status (\d+))?(?: print (.+))? -->$/m

const isRequest = (language: string | undefined): language is Example['language'] =>
  language === 'http' || language === 'graphql' || language === 'ts'

/**
 * The examples of a page: a comment `<!-- test: name -->`, a block with a request (`http`, `graphql` or `ts`), and a
 * `json` block with its response. Throws if a request has no comment or no response.
 */
export const examplesOf = (page: string): Example[] => {
  const examples: Example[] = []
  let from = 0
  let open: Omit<Example, 'answer'> | undefined
  for (const block of page.matchAll(fence)) {
    const [whole, language, text = ''] = block
    const before = page.slice(from, block.index)
    from = block.index + whole.length
    if (isRequest(language)) {
      const [, name, status = '200', print] = tag.exec(before) ?? []
      if (name === undefined || open)
        throw new Error(`This block has no tag, or the one before has no answer:\n${text}`)
      open = { name, status: Number(status), print, language, request: text.trim() }
    } else if (language === 'json' && open) {
      examples.push({ ...open, answer: JSON.parse(text) })
      open = undefined
    }
  }
  if (open) throw new Error(`The example ${open.name} has no answer.`)
  return examples
}
