import type { StoredDocument } from '../../../src/documents/documents.ts'
import type { Act } from '../scale/act.ts'
import { lists } from '../scale/acts/lists.ts'
import { reading } from '../scale/acts/reading.ts'
import { formOf, save } from '../scale/acts/saving.ts'
import type { Site } from '../scale/bootSite.ts'

const readNames = ['article by url with related, REST', 'list', 'newest 20 of a subject, REST']

/** Articles that the editor works on, all over the site. */
const edited = 50

const cycleThrough = <T>(all: readonly T[]): (() => T) => {
  let drawn = 0
  return () => {
    const one = all[drawn % all.length]
    if (one === undefined) throw new Error('There is nothing to draw from.')
    drawn += 1
    return one
  }
}

const perform = async ({ before, run }: Act): Promise<void> => {
  await before?.()
  await run()
}

/** Makes the next read on each call: an article as a visitor, the admin's list, and a subject's newest articles. */
export const readsOf = async (site: Site): Promise<() => Promise<void>> => {
  const acts = [...(await lists(site)), ...(await reading(site))]
  const chosen = readNames.map((wanted) => {
    const act = acts.find(({ name }) => name === wanted)
    if (!act) throw new Error(`There is no read "${wanted}".`)
    return act
  })
  const next = cycleThrough(chosen)
  return () => perform(next())
}

/** Makes the editor's next save on each call: an autosave, then the publishing of an article that was autosaved earlier. */
export const savesOf = async (site: Site): Promise<() => Promise<void>> => {
  const articles: StoredDocument[] = []
  while (articles.length < edited) articles.push(await site.load(site.nextFile()))
  // Two simultaneous saves of one article would look like two users, and one of them would be refused.
  const nextToPublish = cycleThrough([...articles.slice(edited / 2), ...articles.slice(0, edited / 2)])
  const nextToAutosave = cycleThrough(articles)
  let changes = 0
  return () => {
    changes += 1
    const isPublish = changes % 2 === 0
    const article = isPublish ? nextToPublish() : nextToAutosave()
    const data = { ...formOf(article), answer: `${String(article.answer)}\n\nChange ${changes}.` }
    return isPublish
      ? save(site, article.id, { ...data, _status: 'published' })
      : save(site, article.id, { ...data, _status: 'draft' }, { autosave: true, draft: true })
  }
}
