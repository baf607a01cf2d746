import { diffArrays } from 'diff'

type OwnedLine = { line: string; owner: string }

/** The key that each line of a file belongs to: `title`, `seo.title`, `body`, or '' around the markers. */
const ownedLines = (text: string): OwnedLine[] => {
  const closing = text.indexOf('\n---', 3)
  const blankEnd = text.slice(0, closing + 1).split('\n').length - 1
  const blankStart = text
    .slice(0, closing + 1)
    .trimEnd()
    .split('\n').length
  let top = ''
  let owner = ''
  let markers = 0
  let isGroup = false
  return text.split('\n').map((line, at) => {
    if (at >= blankStart && at < blankEnd) return { line, owner: '' }
    if (markers < 2 && line.trimEnd() === '---') {
      markers += 1
      return { line, owner: '' }
    }
    if (markers === 2) return { line, owner: 'body' }
    const [, indent = '', key = '', value = ''] = /^( *)([\w-]+):(?: +(.*))?$/.exec(line) ?? []
    if (key !== '' && indent === '') {
      top = key
      owner = key
      isGroup = value === ''
    } else if (key !== '' && isGroup && indent.length <= 4) {
      const isDeeper = owner.includes('.') && /^ {4}/.test(line) && top === 'seo'
      if (!isDeeper) owner = `${top}.${key}`
    }
    return { line, owner }
  })
}

const belongs = (owner: string, keys: string[]): boolean =>
  keys.some((key) => {
    const name = owner.split('.').slice(0, key.split('.').length).join('.')
    return name === key || name.replace(/\d+$/, '') === key
  })

/**
 * The lines that differ between two texts of a file and belong to none of the changed keys. Keys are top-level
 * (`title`), dotted (`seo.title`), the prefix of numbered blocks (`related_article`), or `body`.
 */
export const foreignLines = (before: string, after: string, keys: string[]): string[] => {
  const compare = (a: OwnedLine, b: OwnedLine): boolean =>
    a.line === b.line && a.owner.replace(/\d+/, '') === b.owner.replace(/\d+/, '')
  return diffArrays(ownedLines(before), ownedLines(after), { comparator: compare })
    .filter((part) => part.added || part.removed)
    .flatMap((part) =>
      part.value.map(({ line, owner }) => ({ line: `${part.added ? '+' : '-'}${line}`, owner })),
    )
    .filter(({ owner }) => !belongs(owner, keys))
    .map(({ line }) => line)
}
