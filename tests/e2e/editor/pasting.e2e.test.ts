import { describe, expect } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import type { Editor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const before = 'Before.\n\nAfter.'
const added = (source: string): string => `Before.\n\n${source}\n\nAfter.`

/** Pastes into an empty paragraph between two others. */
const pasted =
  (flavours: Record<string, string>) =>
  async ({ caret, press, paste }: Editor): Promise<void> => {
    await caret('Before.', 'end')
    await press('Enter')
    await paste(flavours)
  }

const markdown = [
  '## Title',
  '',
  'Some **bold** and $x_1^2$.',
  '',
  '* one',
  '* two',
  '',
  '$$',
  '\\frac{1}{2}',
  '$$',
  '',
  '| A | B |',
  '| --- | :---: |',
  '| 1 | `c` |',
  '',
  '```js',
  'f("\\t")',
  '```',
].join('\n')

const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoNormal { margin: 0; font-family: Calibri } --></style></head><body><!--StartFragment-->
<h2><span lang=EN-US style='color:#2F5496'>Title of it<o:p></o:p></span></h2>
<p class=MsoNormal><span lang=EN-US>Some <b>bold</b> and <i>italic</i> words.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>first</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>second</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>A</b></p></td><td><p class=MsoNormal><b>B</b></p></td></tr>
<tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>2</p></td></tr></table>
<!--EndFragment--></body></html>`

const docsHtml = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span
style="font-size:16pt;font-weight:400;">Title of it</span></h2><p dir="ltr"><span style="font-weight:400;">Some </span><span
style="font-weight:700;">bold</span><span style="font-weight:400;"> and </span><span style="font-style:italic;">italic</span><span
style="font-weight:400;"> words with a </span><a href="https://example.com/page"><span style="color:#1155cc;">link</span></a><span>.</span></p><ul><li
dir="ltr" style="list-style-type:disc;"><p dir="ltr"><span style="font-weight:400;">first</span></p></li><li dir="ltr"><p
dir="ltr"><span style="font-weight:400;">second</span></p></li></ul></b>`

const webHtml = `<p onclick="steal()">Area <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>π</mi></mrow><annotation
encoding="application/x-tex">\\pi r^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">πr2</span></span>
of a <a href="javascript:alert(1)">circle</a>.<script>alert(1)</script><img src="x" onerror="alert(1)"></p><pre><code class="language-js">a &lt; b
c()</code></pre>`

const flows: Flow[] = [
  {
    name: 'pasted Markdown becomes rich text and is saved as written',
    before,
    edit: async (editor) => {
      await pasted({ 'text/plain': markdown })(editor)
      await editor.text.getByRole('math', { name: 'x_1^2' }).waitFor()
      await editor.text.getByRole('table').waitFor()
    },
    after: added(markdown),
  },
  {
    name: 'pasted plain text without Markdown stays text',
    before,
    edit: pasted({ 'text/plain': 'It cost $5 and $6, 2 * 3 * 4.' }),
    after: added('It cost $5 and $6, 2 * 3 * 4.'),
  },
  {
    name: 'a pasted script becomes a code block',
    before,
    edit: async (editor) => {
      await pasted({
        'text/plain': '# Step 1\nimport os\n\n# - list files\nfor f in os.listdir():\n    print(f)\n',
      })(editor)
      await editor.text.getByText('for f in os.listdir():').waitFor()
    },
    after: added('```\n# Step 1\nimport os\n\n# - list files\nfor f in os.listdir():\n    print(f)\n```'),
  },
  {
    name: 'pasted no-break spaces become spaces',
    before,
    edit: pasted({ 'text/plain': 'It\u00a0weighs 5\u00a0kg.' }),
    after: added('It weighs 5\u00a0kg.'),
  },
  {
    name: 'a table whose cells contain paragraphs and lists can be pasted',
    before,
    edit: pasted({
      'text/html':
        '<table><tr><td><p>A</p></td><td><p>B</p></td></tr><tr><td><p>Plant</p><p>cell</p></td><td><ul><li><p>one</p></li><li><p>two</p></li></ul></td></tr></table>',
      'text/plain': 'A',
    }),
    after: added('| A | B |\n| --- | --- |\n| Plant<br>cell | • one<br>• two |'),
  },
  {
    name: 'content pasted into a table cell stays in the cell',
    before: '| A |\n| --- |\n| cell |',
    edit: async ({ caret, paste }) => {
      await caret('cell', 'end')
      await paste({ 'text/html': '<p>: one</p><ul><li>two</li><li>three</li></ul>', 'text/plain': 'one' })
    },
    after: '| A |\n| --- |\n| cell: one<br>• two<br>• three |',
  },
  {
    name: 'a pasted line of Markdown joins the line at the caret',
    before,
    edit: async ({ caret, paste, type }) => {
      await caret('Before.', 'end')
      await type(' See ')
      await paste({ 'text/plain': 'the **bold** $y$' })
      await type(' now.')
    },
    after: 'Before. See the **bold** $y$ now.\n\nAfter.',
  },
  {
    name: 'HTML from Word can be pasted',
    before,
    edit: pasted({ 'text/html': wordHtml, 'text/plain': 'Title of it' }),
    after: added(
      '## Title of it\n\nSome **bold** and *italic* words.\n\n- first\n- second\n\n| **A** | **B** |\n| --- | --- |\n| 1 | 2 |',
    ),
  },
  {
    name: 'HTML from Google Docs can be pasted',
    before,
    edit: pasted({ 'text/html': docsHtml, 'text/plain': 'Title of it' }),
    after: added(
      '## Title of it\n\nSome **bold** and *italic* words with a [link](https://example.com/page).\n\n- first\n- second',
    ),
  },
  {
    name: 'HTML from the web with a formula, scripts and code can be pasted',
    before,
    edit: pasted({ 'text/html': webHtml, 'text/plain': 'Area' }),
    after: added('Area $\\pi r^2$ of a circle.\n\n```js\na < b\nc()\n```'),
  },
  {
    name: 'the shortcut for plain paste inserts characters literally',
    before,
    edit: async ({ page, caret, press, text }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate(() => navigator.clipboard.writeText('**stars** stay'))
      await caret('Before.', 'end')
      await press('Control+Shift+v')
      await text.getByText('**stars** stay').waitFor()
    },
    after: 'Before.\\*\\*stars\\*\\* stay\n\nAfter.',
  },
  {
    name: 'formulas survive cut and paste within the editor',
    before: 'Before $x^2$ **bold**.\n\nAfter.',
    edit: async ({ page, caret, press, text }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await caret('Before ', 'end')
      await press('Shift+End', 'Control+x')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('$x^2$ **bold**.')
      await caret('After.', 'end')
      await press('Control+v')
      await text.getByRole('math', { name: 'x^2' }).waitFor()
    },
    after: 'Before\n\nAfter.$x^2$ **bold**.',
  },
]

const used = useSite(answersOf(flows))

describe.skipIf(used.isSkipped)('pasting', () => testFlows(used, flows))
