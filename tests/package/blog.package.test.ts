import { testApp } from './testApp.ts'

testApp({
  name: 'blog',
  imported: { code: 0, report: { created: 5, rejected: 0, ignored: 2 } },
  verified: { code: 0, report: { identical: 5, different: 0, missing: 0, extra: 0 } },
  absent: ['about.md', 'posts/_index.md'],
  byHand: { file: 'posts/windows.md', from: 'Line two.', to: 'Line 2.' },
})
