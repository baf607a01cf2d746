import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

const list = (names: string): Set<string> => new Set(names.split(' '))

const ofMarkdown = list(
  'html head body a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul',
)
const ofKatex = list(
  'span svg path line math semantics annotation mrow mi mo mn ms mtext mspace mfrac msup msub msubsup mover munder munderover msqrt mroot mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose mglyph',
)
const global = list('className style title ariaHidden id ariaDescribedBy ariaLabel')
const own: Record<string, Set<string>> = {
  a: list('href dataFootnoteRef dataFootnoteBackref'),
  img: list('src alt'),
  input: list('type checked disabled'),
  ol: list('start'),
  section: list('dataFootnotes'),
  td: list('align'),
  th: list('align'),
  svg: list('xmlns width height viewBox preserveAspectRatio'),
  path: list('d'),
  line: list('x1 y1 x2 y2 strokeWidth'),
}
const ofMath = list(
  'xmlns display encoding mathvariant mathcolor mathbackground stretchy fence separator lspace rspace accent accentunder linethickness displaystyle scriptlevel minsize maxsize width height depth voffset columnalign columnspacing columnlines rowspacing rowlines rowalign notation form movablelimits symmetric side mathsize frame largeop linebreak valign xlinkHref',
)
const ids = /^(footnote-label|user-content-fn(ref)?-.*)$/s
const property = /^[\s]*[\w-]+:[\w\s#.,%()/*+-]*$/

const isSafeUrl = (value: unknown, protocols: string[]): boolean => {
  // As a browser reads it: relative to a page, with controls and white space taken away. It follows no invalid one.
  const page = 'https://page.example/learn'
  const url = String(value)
  return !URL.canParse(url, page) || protocols.includes(new URL(url, page).protocol)
}

const complaints: [string, (element: Element, name: string, value: unknown) => boolean][] = [
  ['handler', (_, name) => /^on/i.test(name)],
  ['id', (_, name, value) => name === 'id' && !ids.test(String(value))],
  [
    'url',
    ({ tagName }, name, value) =>
      name === 'href' && !(tagName === 'a' && isSafeUrl(value, ['http:', 'https:', 'mailto:', 'tel:'])),
  ],
  ['src', (_, name, value) => name === 'src' && !isSafeUrl(value, ['http:', 'https:'])],
  [
    'style',
    (_, name, value) =>
      name === 'style' &&
      (/url|expression|import|position:\s*fixed/i.test(String(value)) ||
        !String(value)
          .split(';')
          .filter((part) => part.trim() !== '')
          .every((part) => property.test(part))),
  ],
]

const mayHave = (tagName: string, name: string): boolean =>
  global.has(name) || own[tagName]?.has(name) === true || (ofKatex.has(tagName) && ofMath.has(name))

/** What a browser would find in an HTML text beyond the elements, attributes, ids, styles and urls that are allowed. */
export const unsafe = (html: string): string[] => {
  const found: string[] = []
  visit(fromHtml(html), (node) => {
    if (node.type === 'comment') found.push('comment')
    if (node.type !== 'element') return
    const { properties, tagName } = node
    if (!ofMarkdown.has(tagName) && !ofKatex.has(tagName)) found.push(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      if (!mayHave(tagName, name)) found.push(`<${tagName} ${name}>`)
      for (const [kind, isBad] of complaints) {
        if (isBad(node, name, value)) found.push(`${kind}: <${tagName} ${name}="${String(value)}">`)
      }
    }
  })
  return found
}
