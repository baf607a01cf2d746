import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'

import { htmlToMarkdown } from '../../../../src/markdownField/admin/richText/paste/htmlToMarkdown.ts'

const markdownOf = (html: string): string => htmlToMarkdown(fromHtml(html, { fragment: true })).markdown

const katex = (tex: string, isDisplay: boolean): string => {
  const set = `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>x</span></span></span>`
  return isDisplay ? `<span class="katex-display">${set}</span>` : set
}

const wordItem = (level: number, mark: string, text: string): string =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>`

describe('pasted HTML', () => {
  it.each<[string, string, string]>([
    [
      'headings and text',
      '<h2>Cells</h2><p>Small <b>parts</b> of <i>life</i>.</p>',
      '## Cells\n\nSmall **parts** of *life*.',
    ],
    ['lists', '<ul><li>one<ol><li>deep</li></ol></li><li>two</li></ul>', '- one\n  1. deep\n- two'],
    ['code', '<pre><code class="language-js">let a\nlet b</code></pre>', '```js\nlet a\nlet b\n```'],
    [
      'tables',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
    ],
    ['links', '<a href="https://example.com/x">there</a>', '[there](https://example.com/x)'],
    ['no scripts', '<p>safe<script>alert(1)</script><style>p{}</style></p>', 'safe'],
    ['no scripts in links', '<p><a href="javascript:alert(1)">text</a></p>', 'text'],
    ['no comments', '<!--StartFragment--><p>kept</p><!--EndFragment-->', 'kept'],
    ['formulas of KaTeX', `<p>So ${katex('x^2', false)}.</p>`, 'So $x^2$.'],
    ['displayed formulas of KaTeX', katex('\\int x', true), '$$\n\\int x\n$$'],
    ['formulas of MathJax', '<p>So <script type="math/tex">a_b</script>.</p>', 'So $a_b$.'],
    [
      'formulas of Wikipedia',
      '<p>So <span class="mwe-math-element"><math alttext="{\\displaystyle a+b}"><mi>a</mi></math></span>.</p>',
      'So $a+b$.',
    ],
    [
      'the wrapper of Google Docs',
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span style="font-weight:400"> plain </span><span style="font-style:italic">slanted</span></p></b>',
      '**Bold** plain *slanted*',
    ],
    [
      'lists of Google Docs',
      '<ul><li dir="ltr"><p><span>one</span></p></li><li dir="ltr"><p><span>two</span></p></li></ul>',
      '- one\n- two',
    ],
    [
      'links of Google Docs',
      '<p><a href="https://www.google.com/url?q=https://example.com/a&sa=D">a</a></p>',
      '[a](https://example.com/a)',
    ],
    [
      'lists of Word',
      `<p class=MsoNormal>Before<o:p></o:p></p>${wordItem(1, '·', 'one')}${wordItem(2, 'o', 'deep')}${wordItem(1, '·', 'two')}<p>After</p>`,
      'Before\n\n- one\n  - deep\n- two\n\nAfter',
    ],
    [
      'two paragraphs in a cell',
      '<table><tr><td><p>a</p></td><td>b</td></tr><tr><td dir="ltr"><p dir="ltr"><span>Plant</span></p><p><span>cell</span></p></td><td><p class=MsoNormal>x<o:p></o:p></p></td></tr></table><p>after</p>',
      '| a | b |\n| --- | --- |\n| Plant<br>cell | x |\n\nafter',
    ],
    [
      'lists in a cell',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>See:<ul><li><p>one</p><ul><li>deep</li></ul></li><li>two</li></ul></td><td><ol><li>x</li><li><p>y</p><p>z</p></li></ol></td></tr><tr><td>1</td><td>2</td></tr></table>',
      '| a | b |\n| --- | --- |\n| See:<br>• one<br>– deep<br>• two | 1. x<br>2. y<br>z |\n| 1 | 2 |',
    ],
    [
      'lists of Word in a cell',
      `<table><tr><td>a</td></tr><tr><td>${wordItem(1, '·', 'one')}${wordItem(1, '·', 'two')}</td></tr></table>`,
      '| a |\n| --- |\n| • one<br>• two |',
    ],
    [
      'breaks, headings, code and rules in a cell',
      '<table><tr><th>a</th></tr><tr><td>x<br>y<h3>z</h3><pre>one\n  two</pre><hr><b><p>p</p><p>q</p></b></td></tr></table>',
      '| a |\n| --- |\n| x<br>y<br>z<br>`one`<br>`two`<br>**p**<br>**q** |',
    ],
    [
      'displayed formulas in a cell',
      `<table><tr><th>a</th></tr><tr><td><p>so</p>${katex('x^2', true)}</td></tr></table>`,
      '| a |\n| --- |\n| so<br>$x^2$ |',
    ],
    [
      'a table in a cell',
      '<table><tr><th>a</th></tr><tr><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>',
      '| a |\n| --- |\n| 1, 2<br>3, 4 |',
    ],
    ['numbered lists of Word', `${wordItem(1, '1.', 'one')}${wordItem(1, '2.', 'two')}`, '1. one\n2. two'],
  ])('pasted HTML keeps %s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown)
  })

  it('images that only the original page could show are counted', () => {
    const tree = fromHtml(
      '<p>a<img src="data:image/png;base64,AA"><img src="file:///x.png"><img src="https://example.com/i.png" alt="i"></p>',
      { fragment: true },
    )
    expect(htmlToMarkdown(tree)).toEqual({ markdown: 'a![i](https://example.com/i.png)', lostImages: 2 })
  })
})
