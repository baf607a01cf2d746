import { expect } from 'vitest'

import { testApp } from './testApp.ts'

testApp({
  name: 'magazine',
  importOptions: ['--set', 'edition=7'],
  imported: {
    code: 1,
    report: {
      created: 3,
      rejected: 1,
      problems: expect.arrayContaining([
        expect.objectContaining({ path: 'stories/unfinished.md', code: 'hook-failed' }),
        expect.objectContaining({ path: 'stories/undated.md', code: 'changed-by-hook' }),
        expect.objectContaining({ path: 'stories/night-train.md', code: 'not-an-upload' }),
      ]),
    },
  },
  verified: { code: 1, report: { identical: 3, different: 0, missing: 0, extra: 1 } },
  absent: ['stories/unfinished.md'],
  removed: ['stories/bridge.md'],
  byHand: { file: 'stories/undated.md', from: 'No date', to: 'Still no date' },
})
