import type { AnswerKind } from './answerKinds.ts'
import { drawCode, drawHtmlLike, drawNested, drawTable, drawWebLink } from './blocks.ts'
import { drawDoubledBackslash, drawEscapeLike, drawFormulas } from './formulas.ts'
import { lengthAt, lengths } from './measures.ts'
import { drawAspect, drawParagraph } from './prose.ts'
import type { Random } from './random.ts'

type Has = (kind: AnswerKind) => boolean

const extras: [AnswerKind, (random: Random) => string][] = [
  ['math', drawFormulas],
  ['escapeLikeCommands', drawEscapeLike],
  ['doubledBackslashes', drawDoubledBackslash],
  ['code', drawCode],
  ['tables', drawTable],
  ['webLinks', drawWebLink],
  ['htmlLike', drawHtmlLike],
]

const drawSection = (random: Random, has: Has, number: number): string => {
  if (has('headings'))
    return `### ${number}. **${drawAspect(random)}**\n${drawParagraph(random, 2)}\n\n- **${drawAspect(random)}**: ${drawParagraph(random, 1)}`
  if (has('numbered')) return `${number}. **${drawAspect(random)}**: ${drawParagraph(random, 2)}`
  return drawParagraph(random, 3)
}

/** Draws an answer in Markdown. Its length follows that of the real ones, its blocks are those of `has`. */
export const drawAnswer = (random: Random, has: Has): string => {
  const length = lengthAt(lengths.answer, random.between(1, 1000))
  if (has('oneLine')) {
    let line = drawParagraph(random, 1)
    while (line.length < length / 4) line += ` ${drawParagraph(random, 1)}`
    return line
  }
  const blocks = [drawParagraph(random, random.between(1, 2))]
  for (const [kind, draw] of extras) if (has(kind)) blocks.push(draw(random))
  const end = `In short: ${drawParagraph(random, 1)}`
  let written = blocks.join('\n\n').length + end.length
  for (let number = 1; written < length - 120; number += 1) {
    const nested = has('nestedLists') && number % 2 === 1
    const section = nested ? drawNested(random, number) : drawSection(random, has, number)
    blocks.push(section)
    written += section.length + 4
  }
  const whole = [...blocks, end].join('\n\n')
  return has('cutOff') ? whole.slice(0, whole.length - Math.floor(end.length / 2)) : whole
}
