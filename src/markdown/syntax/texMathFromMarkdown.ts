import type { Extension } from 'mdast-util-from-markdown'
import type {} from 'mdast-util-math'

/** Makes `inlineMath` of the formulas in TeX's delimiters, in the shape that mdast-util-math gives those in dollars. */
export const texMathFromMarkdown = (): Extension => ({
  enter: {
    texMath(token) {
      this.enter({ type: 'inlineMath', value: '' }, token)
      this.buffer()
    },
  },
  exit: {
    texMath(token) {
      const value = this.resume().trim()
      const node = this.stack.at(-1)
      if (node?.type === 'inlineMath') {
        const isDisplay = this.sliceSerialize(token).startsWith('\\[')
        node.value = value
        node.data = {
          hName: 'code',
          hProperties: { className: ['language-math', isDisplay ? 'math-display' : 'math-inline'] },
          hChildren: [{ type: 'text', value }],
          delimiter: isDisplay ? '\\[' : '\\(',
        }
      }
      this.exit(token)
    },
    texMathData(token) {
      this.config.enter.data?.call(this, token)
      this.config.exit.data?.call(this, token)
    },
  },
})
