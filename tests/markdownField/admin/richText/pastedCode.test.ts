import { describe, expect, it } from 'vitest'

import { plainSpaces } from '../../../../src/markdownField/admin/field/plainSpaces.ts'
import { looksLikeMarkdown } from '../../../../src/markdownField/admin/richText/paste/looksLikeMarkdown.ts'
import { looksLikeCode } from '../../../../src/markdownField/admin/richText/code/looksLikeCode.ts'
import { pastedCode } from '../../../../src/markdownField/admin/richText/code/pastedCode.ts'

const scripts: [string, string][] = [
  [
    'Python',
    '# Load the data\nimport csv\n\n# - rows\nrows = []\nfor row in csv.reader(f):\n    rows.append(row)\n',
  ],
  ['a shell script', '#!/bin/sh\n# Install\n- one\n- two\n'],
  ['shell commands', '# Install\nnpm install answerbook\n\n# Start\nnpm start\n'],
  ['shell variables', '# Paths\nexport PATH="$HOME/bin:$PATH"\necho "$HOME/$USER"\n'],
  ['YAML', '# Services\nservices:\n  - name: db\n    image: postgres\n  - name: web\n    image: nginx\n'],
  ['C', '#include <stdio.h>\n\nint main(void) {\n  // * greets\n  printf("hello");\n  return 0;\n}\n'],
  ['JavaScript', '/**\n * - one\n * - two\n */\nconst a = 1\nfunction b() {\n  return a\n}\n'],
  ['R', '# Model\nfit <- lm(y ~ x)\nsummary(fit)\n\n# Plot\nplot(fit)\n'],
  ['SQL', '-- # all\nSELECT *\nFROM users\nWHERE id = 1;\nUPDATE users SET a = 1;\n'],
]

const texts = [
  '# Title\n\nSome text about cells.\n\n- one\n- two',
  '# Installing\n\nRun the installer:\n\n```sh\nnpm install\n```\n\nThen start.',
  '- Osmosis: the movement of water\n- Diffusion: the movement of particles',
  '# Energy\n\n$$\nE = mc^2\n$$\n\nE is energy.',
  '1. Take a flask.\n2. Fill it (half).\n3. Wait.',
  '## Sets\n\n- $x = 1$\n- $y = 2$',
  'Note: read this.\n\nImport of goods: see [the list](https://example.com).',
  'for example\nwith care\nif possible',
]

describe('code that is pasted', () => {
  it.each(scripts)('%s is code', (_, text) => {
    expect(looksLikeCode(text)).toBe(true)
    expect(pastedCode(text, '')).toEqual({ kind: 'block', markdown: `\`\`\`\n${text.trim()}\n\`\`\`` })
  })

  it.each(texts)('the text %j is not code', (text) => {
    expect(looksLikeCode(text)).toBe(false)
    expect(pastedCode(text, '')).toBeUndefined()
  })

  it('a text is Markdown if VS Code says so, whatever it looks like', () => {
    const [, text = ''] = scripts[0] ?? []
    expect(pastedCode(text, '{"version":1,"mode":"markdown"}')).toBeUndefined()
    expect(looksLikeMarkdown(text)).toBe(true)
  })

  it('a code block gets the language that VS Code gives', () => {
    expect(pastedCode('# a\n# b', '{"version":1,"mode":"shellscript"}')).toEqual({
      kind: 'block',
      markdown: '```bash\n# a\n# b\n```',
    })
  })

  it('a code block gets a fence that its text does not contain, and a single line stays text', () => {
    expect(pastedCode('#!x\n```\n', '')).toMatchObject({ markdown: '````\n#!x\n```\n````' })
    expect(pastedCode('# a', '{"mode":"python"}')).toEqual({ kind: 'line' })
  })
})

it.each([
  ['It\u00a0is', 'It is'],
  ['5\u00a0kg and 20\u00a0°C, 50\u202f%', '5\u00a0kg and 20\u00a0°C, 50\u202f%'],
  ['5\u00a0kings in 2020\u00a0the', '5 kings in 2020 the'],
  ['1\u00a0000\u00a0000\u00a0€', '1\u00a0000\u00a0000\u00a0€'],
  ['«\u00a0a\u00a0»\u202f: b', '« a » : b'],
  ['9.81\u00a0m/s', '9.81\u00a0m/s'],
])('the text %j is pasted as %j', (text, pasted) => {
  expect(plainSpaces(text)).toBe(pasted)
})
