import rehypeKatex from 'rehype-katex'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'

import { ambiguousDollars } from '../../../src/markdown/ambiguousDollars.ts'
import { renderHtml } from '../../../src/markdown/html.ts'
import { corpusAnswers } from '../../helpers/corpusAnswers.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()
const remarks = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype)
  .use(rehypeKatex, { strict: false })
  .use(rehypeStringify)
  .freeze()

const hasHtml = (markdown: string): boolean => {
  let found = false
  visit(parser.parse(markdown), 'html', () => {
    found = true
  })
  return found
}

const answers = corpusAnswers()

/** Every nth answer; `CORPUS_HTML=all` uses all. */
const step = process.env.CORPUS_HTML === 'all' ? 1 : 5

describe.skipIf(answers.length === 0)('the HTML of real answers', () => {
  it('the HTML of real answers equals that of remark and rehype', { timeout: 600_000 }, () => {
    const sample = answers.filter((_, index) => index % step === 0)
    // Remark treats amounts of money as formulas.
    const hasMoney = (answer: string): boolean =>
      ambiguousDollars(answer).some(({ readAs }) => readAs === 'text')
    const comparable = sample.filter(
      ({ answer }) => !/\\[([]/.test(answer) && !hasHtml(answer) && !hasMoney(answer),
    )
    expect(comparable.length).toBeGreaterThan(sample.length / 4)
    const different = comparable.filter(
      ({ answer }) => renderHtml(answer) !== String(remarks.processSync(answer)),
    )
    expect(different.map(({ path }) => path)).toEqual([])
  })
})
