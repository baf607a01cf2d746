import { Button } from '@payloadcms/ui'

import { translate, type Translator } from '../../../translations/translate.ts'
import { changeKinds } from '../../changes/changeRows.ts'
import type { ChangesShown } from './changesQuery.ts'
import { FilterSelect } from './FilterSelect.tsx'

export type ChangesFilterProps = {
  /** The page itself. */
  action: string
  people: readonly string[]
  shown: ChangesShown
  translator: Translator
}

/** Filters of the page of changes, in its URL. */
export const ChangesFilter = ({ action, people, shown, translator }: ChangesFilterProps) => {
  const { kind, person } = shown
  const known = person === undefined || people.includes(person) ? people : [...people, person]
  return (
    <form action={action} className="answerbook-changes__filter" method="get">
      <FilterSelect
        label={translate(translator, 'answerbook:changes:what')}
        name="kind"
        options={[
          { label: translate(translator, 'answerbook:changes:anything'), value: '' },
          ...changeKinds.map((value) => ({
            label: translate(translator, `answerbook:changes:kind:${value}`),
            value,
          })),
        ]}
        value={kind ?? ''}
      />
      <FilterSelect
        label={translate(translator, 'answerbook:changes:by')}
        name="person"
        options={[
          { label: translate(translator, 'answerbook:changes:anybody'), value: '' },
          ...known.map((value) => ({ label: value, value })),
        ]}
        value={person ?? ''}
      />
      <Button buttonStyle="secondary" margin={false} size="medium" type="submit">
        {translate(translator, 'answerbook:changes:filter')}
      </Button>
    </form>
  )
}
