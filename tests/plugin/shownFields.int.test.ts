import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

/** The JSON and code fields that are visible in the admin. */
const shownIn = ({ collections }: SanitizedConfig) =>
  collections
    .filter(({ admin }) => admin.hidden !== true)
    .flatMap(({ admin, flattenedFields, slug }) =>
      flattenedFields.flatMap((field) => {
        if (field.type !== 'json' && field.type !== 'code') return []
        if (field.admin?.hidden === true || field.hidden === true) return []
        return [
          {
            name: `${slug}.${field.name}`,
            hasOwnEditor:
              admin.components?.views?.edit?.default !== undefined ||
              field.admin?.components?.Field !== undefined,
            isInBulkEdit: field.admin?.disableBulkEdit !== true,
          },
        ]
      }),
    )

// Payload's own editor for JSON and code is loaded from another host, so our headers leave an empty box.
describe.skipIf(skipped())(`the fields of JSON and code on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted?.close())

  it("JSON and code fields never show Payload's own editor", () => {
    const shown = shownIn(booted.payload.config)
    expect(shown.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['articles.answer', 'articles.unresolvedLinks', 'answerbook-runs.problems']),
    )
    expect(shown.filter(({ hasOwnEditor, isInBulkEdit }) => !hasOwnEditor || isInBulkEdit)).toEqual([])
  })
})
