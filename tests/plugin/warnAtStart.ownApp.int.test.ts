import { describe, expect, it, vi } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { warnAtStart } from '../../src/plugin/warnAtStart.ts'
import { bootPayload, database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`the log at start of our own app on ${database}`, () => {
  it('our own app starts without warnings', async () => {
    const { close, payload } = await bootPayload()
    const lines: unknown[] = []
    const note = (line: unknown): void => void lines.push(line)
    vi.spyOn(payload.logger, 'warn').mockImplementation(note)
    vi.spyOn(payload.logger, 'error').mockImplementation(note)
    await warnAtStart(payload, [articleMapping])
    expect(lines).toEqual([])
    await close()
  })
})
