import type { Extension as TreeExtension } from 'mdast-util-from-markdown'
import type {} from 'mdast-util-math'
import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    texMath: 'texMath'
    texMathMarker: 'texMathMarker'
    texMathData: 'texMathData'
  }
}

const backslash = 92
/** micromark encodes line endings as -5, -4 and -3. */
const isLineEnd = (code: number): boolean => code < -2

const brackets = [
  { open: 40, close: 41 },
  { open: 91, close: 93 },
]

/** Closing delimiters that are known to be missing from a text, so that a thousand opening ones cost a single search. */
const missing = new WeakMap<TokenizeContext, Set<number>>()

const tokenize: Tokenizer = function (effects, ok, nok) {
  let close = 0

  const fail = (context: TokenizeContext, code: Code): State | undefined => {
    missing.set(context, (missing.get(context) ?? new Set()).add(close))
    return nok(code)
  }

  const start: State = (code) => {
    effects.enter('texMath')
    effects.enter('texMathMarker')
    effects.consume(code)
    return opening
  }

  const opening: State = (code) => {
    close = brackets.find(({ open }) => open === code)?.close ?? 0
    if (close === 0 || missing.get(this)?.has(close) === true) return nok(code)
    effects.consume(code)
    effects.exit('texMathMarker')
    return between
  }

  const between: State = (code) => {
    if (code === null) return fail(this, code)
    if (isLineEnd(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return between
    }
    if (code === backslash) return effects.attempt(closing, ok, escaped)(code)
    effects.enter('texMathData')
    return data(code)
  }

  const escaped: State = (code) => {
    effects.enter('texMathData')
    effects.consume(code)
    return afterBackslash
  }

  const afterBackslash: State = (code) => {
    if (code !== backslash) return data(code)
    effects.consume(code)
    return data
  }

  const data: State = (code) => {
    if (code === null || code === backslash || isLineEnd(code)) {
      effects.exit('texMathData')
      return between(code)
    }
    effects.consume(code)
    return data
  }

  const closing: Construct = {
    partial: true,
    tokenize: (closingEffects, closed, open) => {
      const end: State = (code) => {
        if (code !== close) return open(code)
        closingEffects.consume(code)
        closingEffects.exit('texMathMarker')
        closingEffects.exit('texMath')
        return closed
      }
      return (code) => {
        closingEffects.enter('texMathMarker')
        closingEffects.consume(code)
        return end
      }
    },
  }

  return start
}

/**
 * Formulas in TeX's own delimiters, `\(…\)` and `\[…\]`, as a micromark extension. They are inline and end in the same
 * block; without a closing delimiter they are plain text.
 */
export const texMath = (): Extension => ({ text: { [backslash]: { name: 'texMath', tokenize } } })

/** Turns the formulas in TeX's delimiters into `inlineMath`, in the form that mdast-util-math uses for those in dollars. */
export const texMathFromMarkdown = (): TreeExtension => ({
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
