import type { PayloadRequest } from 'payload'

import { registeredMappings } from '../../../documents/registeredOptions.ts'
import { bindings } from '../../../mapping/bindings.ts'
import { labelsOf } from '../../fieldLabels.ts'
import type { FieldLabels } from './ResultRow.tsx'

/** The labels of all fields that files contain, in the language of a request, by the fields' paths. */
export const fieldLabels = (req: PayloadRequest): FieldLabels =>
  Object.fromEntries(
    (registeredMappings(req.payload) ?? []).flatMap((mapping) => {
      const { collection, links } = mapping
      const paths = [...bindings(mapping).byField.keys(), ...(links ? [links.field] : [])]
      const labels = labelsOf(req, collection, paths)
      return paths.map((path, at): [string, string] => [path, labels[at] ?? path])
    }),
  )
