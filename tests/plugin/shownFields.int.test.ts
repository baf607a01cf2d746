import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'

/** Fields of JSON and code that a person may come upon in the admin. */
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

// Payload's own editor of JSON and code loads from another host, and is an empty box under our headers.
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
