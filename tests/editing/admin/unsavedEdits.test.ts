import type { FieldState } from 'payload'
import { describe, expect, it } from 'vitest'

import { unsavedEdits } from '../../../src/editing/admin/unsavedEdits.ts'

const typedIn = (value: unknown, initialValue: unknown = 'old'): FieldState => ({
  initialValue,
  isModified: true,
  value,
})
const held = (value: unknown, initialValue: unknown = 'old'): FieldState => ({ initialValue, value })

const lostOf = (lost: Map<string, unknown>) => Object.fromEntries(lost)

describe('edits during a save', () => {
  it('text typed during a save is unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('one two') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(true)
    expect(typed.hasUnsaved()).toBe(true)
    expect(typed.isAheadOf({ answer: 'one two' })).toBe(false)
    expect(typed.hasUnsaved()).toBe(false)
  })

  it('an edit that is undone before a save is not unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    expect(typed.hasUnsaved()).toBe(true)
    typed.note({ answer: typedIn('old') })
    expect(typed.hasUnsaved()).toBe(false)
  })

  it('an edit that is undone during a save is unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('old') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(true)
    expect(typed.hasUnsaved()).toBe(true)
  })

  it('text typed after a save began is unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    expect(typed.isAheadOf({ answer: 'old' })).toBe(true)
  })

  it('text that the response of a save replaces is returned', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('one two') })
    typed.note({ answer: held('one two'), author: typedIn('Ann') })
    typed.isAheadOf({ answer: 'one', author: 'old' })
    expect(lostOf(typed.note({ answer: held('one'), author: typedIn('Ann') }))).toEqual({ answer: 'one two' })
  })

  it('text typed in a group is returned', () => {
    const typed = unsavedEdits()
    typed.note({ 'meta.title': typedIn('one') })
    typed.note({ 'meta.title': typedIn('one two') })
    expect(typed.isAheadOf({ meta: { title: 'one' } })).toBe(true)
    expect(lostOf(typed.note({ 'meta.title': held('one') }))).toEqual({ 'meta.title': 'one two' })
  })

  it('a value that is changed back to a previously saved one is unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(false)
    typed.note({ answer: typedIn('old') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(true)
  })
})

describe('values that are not unsaved', () => {
  it('a value that the server changes is not unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ slug: typedIn('A page') })
    expect(typed.isAheadOf({ slug: 'a-page' })).toBe(false)
    expect(lostOf(typed.note({ slug: typedIn('A page') }))).toEqual({})
    expect(lostOf(typed.note({ slug: held('a-page') }))).toEqual({})
  })

  it('a value that the server changes to an earlier one is not unsaved after another save', () => {
    const typed = unsavedEdits()
    typed.note({ author: typedIn('Ann') })
    typed.note({ author: typedIn('Ann ') })
    expect(typed.isAheadOf({ author: 'Ann' })).toBe(true)
    expect(typed.isAheadOf({ author: 'Ann' })).toBe(false)
  })

  it('a form that is reset to the published state has no unsaved values', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.isAheadOf({ answer: 'one' })
    typed.note({ answer: typedIn('one two') })
    expect(lostOf(typed.note({ answer: held('published') }))).toEqual({})
    expect(typed.isAheadOf({ answer: 'published' })).toBe(false)
  })

  it('values before a save that the form waited for are not unsaved', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('one two') })
    typed.forget()
    expect(lostOf(typed.note({ answer: held('one') }))).toEqual({})
    expect(typed.isAheadOf({ answer: 'one' })).toBe(false)
  })

  it('the number of rows of an array is not unsaved, since Payload merges rows', () => {
    const typed = unsavedEdits()
    typed.note({ rows: { ...typedIn(2, 1), rows: [] } })
    expect(typed.isAheadOf({ rows: [] })).toBe(false)
  })
})
