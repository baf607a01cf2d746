import { drawAspect, drawSentence } from './prose.ts'
import type { Random } from './random.ts'
import { adjectives, nouns } from './words.ts'

/** A fenced program; its string holds the two characters of an escaped line break. */
export const drawCode = (random: Random): string => {
  const [name, other] = [random.pick(nouns), random.pick(nouns)]
  return random.chance(50)
    ? `\`\`\`python\ndef measure_${name}(${other}):\n    # every ${other} counts\n    return [${other} * 2, "${name}"]\n\`\`\``
    : `\`\`\`cpp\n#include <cstdio>\nint main() {\n    printf("${name}: %d\\n", ${random.between(2, 90)});\n    return 0;\n}\n\`\`\``
}

/** A table of two columns. */
export const drawTable = (random: Random): string => {
  const rows = Array.from(
    { length: random.between(2, 5) },
    () => `| ${random.pick(nouns)} | ${random.pick(adjectives)} |`,
  )
  return [`| ${drawAspect(random)} | ${drawAspect(random)} |`, '|---|---|', ...rows].join('\n')
}

/** A list item with a list of its own. */
export const drawNested = (random: Random, number: number): string => {
  const items = Array.from(
    { length: random.between(2, 3) },
    () => `   - **${drawAspect(random)}**: ${drawSentence(random)}`,
  )
  return [`${number}. **${drawAspect(random)}**:`, ...items].join('\n')
}

/** A sentence with a link to another site. */
export const drawWebLink = (random: Random): string =>
  `More on this is at [the museum of the ${random.pick(nouns)}](https://example.org/${random.pick(nouns)}).`

/** A sentence with what looks like HTML. */
export const drawHtmlLike = (random: Random): string =>
  `In a template it stands as <${random.pick(nouns)}> between <b>two</b> others.`
