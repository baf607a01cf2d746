import { math } from 'micromark-extension-math'
import type { Code, Construct, Extension, State, Token, Tokenizer } from 'micromark-util-types'

import { isFormula } from '../dollars.ts'

const dollar = 36
const backslash = 92
const space = 32
/** micromark encodes line endings as -5, -4 and -3. */
const isLineEnd = (code: number): boolean => code < -2

/** Negative codes are tabs and the spaces they expand to. */
const characterOf = (code: Code): string => {
  if (code === null) return ''
  return code < 0 ? ' ' : String.fromCharCode(code)
}

/**
 * Parses what is between two single dollars into the tokens of micromark-extension-math. In contrast to that extension,
 * it checks that it is a formula, and a dollar after a backslash does not end it.
 */
const tokenize: Tokenizer = function (effects, ok, nok) {
  const before = characterOf(this.previous)
  let content = ''
  let size = 0
  let token: Token

  const start: State = (code) => {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    effects.consume(code)
    return opened
  }

  const opened: State = (code) => {
    if (code === dollar) return nok(code)
    effects.exit('mathTextSequence')
    return between(code)
  }

  const between: State = (code) => {
    if (code === null) return nok(code)
    if (code === dollar) {
      token = effects.enter('mathTextSequence')
      size = 0
      return closing(code)
    }
    if (code !== space && !isLineEnd(code)) {
      effects.enter('mathTextData')
      return data(code)
    }
    content += ' '
    const type = code === space ? 'space' : 'lineEnding'
    effects.enter(type)
    effects.consume(code)
    effects.exit(type)
    return between
  }

  const data: State = (code) => {
    if (code === null || code === space || code === dollar || isLineEnd(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    content += characterOf(code)
    effects.consume(code)
    return code === backslash ? escaped : data
  }

  const escaped: State = (code) => {
    if (code !== dollar && code !== backslash) return data(code)
    content += characterOf(code)
    effects.consume(code)
    return data
  }

  const closing: State = (code) => {
    if (code === dollar) {
      effects.consume(code)
      size += 1
      return closing
    }
    if (size > 1) {
      token.type = 'mathTextData'
      content += '$'.repeat(size)
      return data(code)
    }
    if (!isFormula({ before, content, after: characterOf(code) })) return nok(code)
    effects.exit('mathTextSequence')
    effects.exit('mathText')
    return ok(code)
  }

  return start
}

/** Formulas in dollars as a micromark extension; those in single dollars by our own rule. */
export const dollarMath = (): Extension => {
  const { flow, text } = math({ singleDollarTextMath: false })
  const several: Construct[] = [text?.[dollar] ?? []].flat()
  return { flow, text: { [dollar]: [{ ...several[0], name: 'dollarMath', tokenize }, ...several] } }
}
