import type { UIField } from 'payload'

import { editingKey } from '../documents/requestState.ts'

/**
 * Makes each open admin form identify itself with every save, so that `refuseStaleSave` can tell a save over somebody
 * else's changes from the next save of the same form. Shows nothing and stores nothing.
 */
export const editingSession = (): UIField => ({
  name: 'editingSession',
  type: 'ui',
  admin: {
    components: {
      Field: {
        path: 'answerbook/client#EditingSession',
        clientProps: { sessionPath: `${editingKey}.session`, lateSavesPath: `${editingKey}.lateSaves` },
      },
    },
    disableBulkEdit: true,
    disableListColumn: true,
    position: 'sidebar',
  },
})
