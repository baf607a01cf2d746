import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { signIn } from '../../tests/helpers/editor/siteRequests.ts'
import type { RunningServer } from '../../tests/helpers/startServer.ts'

/** A sentence of the demo that an editor or the next delivery, or both, write in another way. */
type Edit = { slug: string; before: string; cms?: string; file?: string }

const edits: Edit[] = [
  {
    slug: 'biology/what-is-osmosis-and-why-does-it-matter-to-cells',
    before:
      'Water moves towards the side with *more* dissolved particles, that is, with less room for water.',
    cms: 'Water moves towards the side with *more* dissolved particles, where there is less of it.',
    file: 'Water moves towards the side with *more* dissolved particles until both sides have the same share.',
  },
  {
    slug: 'biology/how-does-a-vaccine-train-the-immune-system',
    before: 'often before anything is felt.',
    cms: 'often before you notice anything.',
    file: 'usually before the first symptom.',
  },
  {
    slug: 'economics/how-is-inflation-measured',
    before: 'rent, bread, bus tickets, haircuts.',
    file: 'rent, bread, bus tickets, haircuts, phone bills.',
  },
  {
    slug: 'economics/how-is-inflation-measured',
    before: 'Note that the 3 *points* of the index are not 3 per cent.',
    cms: 'The 3 *points* of the index are not 3 per cent.',
  },
  {
    slug: 'economics/what-is-opportunity-cost',
    before: 'It is the true cost of everything,',
    file: 'It is the real cost of everything,',
  },
]

const editFiles = (folder: string): void => {
  for (const { before, file, slug } of edits) {
    const place = path.join(folder, 'learn', `${slug}.md`)
    if (file !== undefined) writeFileSync(place, readFileSync(place, 'utf8').replace(before, file))
  }
  const name = (topic: string): string =>
    path.join(folder, `learn/biology/what-is-${topic}-and-why-does-it-matter-to-cells.md`)
  const text = readFileSync(name('osmosis'), 'utf8')
  writeFileSync(
    name('diffusion'),
    text
      .replaceAll('smosis', 'iffusion')
      .replaceAll('Oiff', 'Diff')
      .replaceAll('oiff', 'diff')
      .replace(/^id: .*$/m, 'id: 9001'),
  )
}

/**
 * Edits the demo on a server, and imports a delivery that has changed some of the same sentences. Returns the folder of the
 * delivery, and the ids of the run that has checked it and of the one that has imported it.
 */
export const importDelivery = async ({ admin, folder, url }: RunningServer) => {
  const token = await signIn(url, admin)
  const headers = { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }
  const ask = async (address: string, method = 'GET', body?: object): Promise<Response> => {
    const init = body ? { body: JSON.stringify(body) } : {}
    const response = await fetch(`${url}/api/${address}`, { method, headers, ...init })
    if (!response.ok) throw new Error(`${address} was refused: ${await response.text()}`)
    return response
  }
  const start = async (options: object): Promise<string> => {
    const { id }: { id: string } = await (
      await ask('answerbook/runs', 'POST', { kind: 'import', source: { folder: delivery }, options })
    ).json()
    for (;;) {
      const { status }: { status: string } = await (await ask(`answerbook/runs/${id}/progress`)).json()
      if (status !== 'running') return id
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  for (const { before, cms, slug } of edits) {
    if (cms === undefined) continue
    const address = `/learn/${slug.replace('/', '/questions/')}`
    const { docs }: { docs: { id: string; answer: string }[] } = await (
      await ask(`articles?depth=0&where[url][equals]=${address}`)
    ).json()
    for (const { answer, id } of docs)
      await ask(`articles/${id}`, 'PATCH', { answer: answer.replace(before, cms), _status: 'published' })
  }
  const delivery = path.join(folder, 'roots/delivery')
  cpSync('content', delivery, { recursive: true })
  editFiles(delivery)
  return { delivery, check: await start({ dryRun: true }), run: await start({}) }
}
