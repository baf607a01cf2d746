import { checks } from './fidelity/checks.ts'
import { readAnswers } from './fidelity/readAnswers.ts'

// npm run fidelity -- DIR: measures what opening, saving and reprinting does to the answers of a content root.
const root = process.argv[2]
if (root === undefined) {
  console.error('Usage: npm run fidelity -- DIR')
  process.exit(2)
}

const { answers, leftOut } = await readAnswers(root)
console.log(`${answers.length} answers under ${root}`)
for (const path of leftOut) console.log(`  left out, no article: ${path}`)

let failed = answers.length === 0
for (const { name, minShare, check } of checks) {
  const findings = answers.map((answer, index) => ({ path: answer.path, found: check(answer, index) }))
  const applied = findings.filter(({ found }) => found !== 'skipped')
  const exceptions = applied.filter(({ found }) => found !== undefined)
  const good = applied.length - exceptions.length
  const share = applied.length === 0 ? 1 : good / applied.length
  failed ||= share < minShare
  console.log(
    `${share < minShare ? 'FAILED' : 'ok'}  ${name}: ${good} of ${applied.length} (${(share * 100).toFixed(2)} %)`,
  )
  for (const { path, found } of exceptions) console.log(`  ${path}: ${found}`)
}
process.exitCode = failed ? 1 : 0
