import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { counted, translate } from '../../../translations/translate.ts'
import { keepChecking } from '../../changes/keepChecking.ts'
import { countChanges } from '../../changes/pendingChanges.ts'

// What is left is compared in the background.
const waitedFor = 100

/** A link to what the next export changes, with the number of documents. */
export const NextChanges = async ({ req }: { req: PayloadRequest }) => {
  const { payload } = req
  await keepChecking(payload, waitedFor)
  const count = translate(
    req,
    'answerbook:changes:count',
    counted(await countChanges(payload), req.i18n.language),
  )
  return (
    <p className="answerbook-page__changes">
      <Link
        href={formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/changes' })}
        prefetch={false}
      >
        {translate(req, 'answerbook:changes:title')}
      </Link>
      : {count}
    </p>
  )
}
