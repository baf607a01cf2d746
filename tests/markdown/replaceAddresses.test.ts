import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { imagesIn, replaceAddresses } from '../../src/markdown/replaceAddresses.ts'

const replaced = (markdown: string): string =>
  replaceAddresses(markdown, (address) => (address.startsWith('/a/') ? `/b/${address.slice(3)}` : undefined))

describe('replaceAddresses', () => {
  it.each([
    ['an image', '![x](/a/x.png)', '![x](/b/x.png)'],
    ['a title', '![x](/a/x.png "/a/x.png")', '![x](/b/x.png "/a/x.png")'],
    ['an alternative text that repeats it', '![/a/x.png](/a/x.png)', '![/a/x.png](/b/x.png)'],
    ['an address in angle brackets', '![x](</a/x y.png>)', '![x](</b/x y.png>)'],
    ['an image in a link', '[![x](/a/x.png)](/a/large.png)', '[![x](/b/x.png)](/b/large.png)'],
    ['a definition', '![x][1]\n\n[1]: /a/x.png "y"', '![x][1]\n\n[1]: /b/x.png "y"'],
    ['HTML', '<img alt=\'/a/\' src="/a/x.png">', '<img alt=\'/a/\' src="/b/x.png">'],
    ['HTML with another quote', "text <a href='/a/x.png'>y</a>", "text <a href='/b/x.png'>y</a>"],
    ['a table', '| a |\n| - |\n| ![x](/a/x.png) |', '| a |\n| - |\n| ![x](/b/x.png) |'],
    ['several', '![x](/a/1) _y_ ![z](/a/2)', '![x](/b/1) _y_ ![z](/b/2)'],
    ['code', '`![x](/a/x.png)`', '`![x](/a/x.png)`'],
    ['a formula', '$![x](/a/x.png)$', '$![x](/a/x.png)$'],
    ['plain text', 'See /a/x.png.', 'See /a/x.png.'],
    ['an address with an escape', '![x](/a/x\\_y.png)', '![x](/a/x\\_y.png)'],
    ['another address', '![x](/c/x.png)', '![x](/c/x.png)'],
  ])('replaceAddresses with %s', (_, markdown, expected) => {
    expect(replaced(markdown)).toBe(expected)
  })

  it('replaceAddresses keeps every other character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (markdown) => {
        expect(replaced(markdown).replaceAll('/b/', '/a/')).toBe(markdown.replaceAll('/b/', '/a/'))
      }),
    )
  })

  it('imagesIn lists images with their alternative texts, and no links', () => {
    const markdown = '![one](/1) [two](/2) ![three][3] <img src="/4">\n\n[3]: /3'
    expect(imagesIn(markdown)).toEqual([
      { address: '/1', alt: 'one' },
      { address: '/3', alt: 'three' },
    ])
  })
})
