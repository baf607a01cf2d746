import type { Options } from 'rehype-sanitize'

const links = ['http', 'https', 'mailto', 'tel']

const tagNames = (
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input ' +
  'li ol p pre section strong sup table tbody td th thead tr ul'
).split(' ')

/**
 * The elements, attributes and protocols that Markdown with GFM, footnotes and math can produce, and nothing else. URLs
 * without a protocol are allowed. Only footnotes produce ids, which are prefixed so that they cannot collide with those
 * of the page.
 */
export const allowedHtml: Options = {
  tagNames,
  attributes: {
    a: [
      'ariaDescribedBy',
      'ariaLabel',
      'dataFootnoteBackref',
      'dataFootnoteRef',
      'href',
      ['id', /^user-content-fnref-/],
      'title',
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    h2: [
      ['className', 'sr-only'],
      ['id', 'footnote-label'],
    ],
    img: ['alt', 'src', 'title'],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    li: [
      ['className', 'task-list-item'],
      ['id', /^user-content-fn-/],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align'],
    th: ['align'],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: links, src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  clobber: [],
  clobberPrefix: '',
  strip: [],
  allowComments: false,
  allowDoctypes: false,
}
