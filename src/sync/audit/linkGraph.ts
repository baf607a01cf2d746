import { setImmediate as turn } from 'node:timers/promises'

import { textOf } from '../../mapping/guards.ts'
import type { LinksBinding, MappedRecord, Mapping } from '../../mapping/types.ts'
import { linkedField } from '../../mapping/urlPattern.ts'
import type { Problem } from '../../problems/problems.ts'
import type { SiteCheck } from './check.ts'
import { type Shown, shownBy, shownOf, staleKeys } from './shownByLinks.ts'

/** A URL that is linked to or that a document has; then with what links to the document should show. */
type Target = { url: string; inbound: number; outbound: number; shown?: Shown }

type Noted = { target: Target; line: number; shown: Shown }

type Linking = { path: string; own: Target; links: Noted[] }

const filesPerTurn = 500

/**
 * The links among the documents of a mapping, as files contain them: which lead nowhere, repeat another, lead to their own
 * document, or show something that their target no longer is; and which documents nothing links to. Counts them.
 */
export const linkGraph = (mapping: Mapping, binding: LinksBinding): SiteCheck => {
  const targets = new Map<string, Target>()
  const files: Linking[] = []
  const counts = { resolved: 0, unresolved: 0, repeated: 0, self: 0, stale: 0, orphans: 0, isolated: 0 }
  const field = linkedField(mapping)

  /** A URL is unique among the documents of one tenant. */
  const targetOf = (url: string, { fields }: MappedRecord): Target => {
    const tenant = mapping.within === undefined ? '' : JSON.stringify(fields[mapping.within] ?? null)
    const key = `${tenant} ${url}`
    const known = targets.get(key) ?? { url, inbound: 0, outbound: 0 }
    targets.set(key, known)
    return known
  }

  const problemsOf = ({ links, own, path }: Linking): Problem[] => {
    const seen = new Set<Target>()
    return links.flatMap((link): Problem[] => {
      const { line, target } = link
      const warning = (code: Problem['code'], message: string, remedy: string): Problem => ({
        severity: 'warning',
        path,
        line,
        column: 1,
        code,
        message,
        remedy,
      })
      const found: Problem[] = []
      if (target.shown) counts.resolved += 1
      else {
        counts.unresolved += 1
        found.push(
          warning(
            'unresolved-link',
            `No document is published at ${target.url}.`,
            'Publish it, link to another one, or remove the link.',
          ),
        )
      }
      if (seen.has(target)) {
        counts.repeated += 1
        found.push(
          warning(
            'repeated-link',
            `The document already links to ${target.url}.`,
            'Remove one of the links.',
          ),
        )
      }
      if (target === own) {
        counts.self += 1
        found.push(
          warning('self-link', 'The document links to itself.', 'Link to another one, or remove the link.'),
        )
      }
      const stale = target.shown ? staleKeys(binding, link.shown, target.shown) : []
      if (stale.length > 0) {
        counts.stale += 1
        found.push(
          warning(
            'stale-link',
            `The link to ${target.url} shows another ${stale.join(' and ')} than the document has.`,
            'Nothing if the site finds links by their URL; otherwise correct it.',
          ),
        )
      }
      // Repeats and links to itself do not make a document known.
      if (target !== own && target.shown && !seen.has(target)) {
        target.inbound += 1
        own.outbound += 1
      }
      seen.add(target)
      return found
    })
  }

  const unlinked = ({ own, path }: Linking): Problem[] => {
    if (own.inbound > 0) return []
    counts.orphans += 1
    const isIsolated = own.outbound === 0
    if (isIsolated) counts.isolated += 1
    return [
      {
        severity: 'warning',
        path,
        line: 1,
        column: 1,
        code: isIsolated ? 'isolated-document' : 'orphan-document',
        message: isIsolated
          ? 'No other document links here, and this one links to none.'
          : 'No other document links here.',
        remedy: 'Link to it from related documents.',
      },
    ]
  }

  return {
    note: ({ path, record }) => {
      const own = targetOf(textOf(record.fields[field]), record)
      own.shown = shownOf(mapping, binding, record)
      const links = record.links.map((link) => ({
        line: link.line,
        target: targetOf(link.url, record),
        shown: shownBy(binding, link),
      }))
      files.push({ path, own, links })
    },
    list: async () => {
      const problems: Problem[] = []
      for (const [at, file] of files.entries()) {
        if (at % filesPerTurn === 0) await turn()
        problems.push(...problemsOf(file))
      }
      // Only now are all links counted.
      for (const file of files) problems.push(...unlinked(file))
      return problems
    },
    counts: () => counts,
  }
}
