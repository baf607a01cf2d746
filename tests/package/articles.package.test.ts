import { testApp } from './testApp.ts'

testApp({
  name: 'articles',
  imported: { code: 0, report: { created: 2, rejected: 0, ignored: 1 } },
  verified: { code: 0, report: { identical: 2, different: 0, missing: 0, extra: 0 } },
  absent: ['index.md'],
  byHand: {
    file: 'learn/biology/what-is-a-cell.md',
    from: 'The smallest unit',
    to: 'The smallest living unit',
  },
})
