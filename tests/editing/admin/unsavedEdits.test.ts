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

describe('what is typed while a save is under way', () => {
  it('is ahead of the save', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('one two') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(true)
    expect(typed.hasUnsaved()).toBe(true)
    expect(typed.isAheadOf({ answer: 'one two' })).toBe(false)
    expect(typed.hasUnsaved()).toBe(false)
  })

  it('is nothing where it was taken back before a save', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    expect(typed.hasUnsaved()).toBe(true)
    typed.note({ answer: typedIn('old') })
    expect(typed.hasUnsaved()).toBe(false)
  })

  it('is ahead where it was taken back during a save', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('old') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(true)
    expect(typed.hasUnsaved()).toBe(true)
  })

  it('is ahead of a save that began before anything was typed', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    expect(typed.isAheadOf({ answer: 'old' })).toBe(true)
  })

  it('is lost where the answer of the save takes its place, and comes back', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('one two') })
    typed.note({ answer: held('one two'), author: typedIn('Ann') })
    typed.isAheadOf({ answer: 'one', author: 'old' })
    expect(lostOf(typed.note({ answer: held('one'), author: typedIn('Ann') }))).toEqual({ answer: 'one two' })
  })

  it('is found within groups', () => {
    const typed = unsavedEdits()
    typed.note({ 'meta.title': typedIn('one') })
    typed.note({ 'meta.title': typedIn('one two') })
    expect(typed.isAheadOf({ meta: { title: 'one' } })).toBe(true)
    expect(lostOf(typed.note({ 'meta.title': held('one') }))).toEqual({ 'meta.title': 'one two' })
  })

  it('is ahead also where it goes back to what was saved before', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(false)
    typed.note({ answer: typedIn('old') })
    expect(typed.isAheadOf({ answer: 'one' })).toBe(true)
  })
})

describe('what is not lost', () => {
  it('is a value that the server has changed on purpose', () => {
    const typed = unsavedEdits()
    typed.note({ slug: typedIn('A page') })
    expect(typed.isAheadOf({ slug: 'a-page' })).toBe(false)
    expect(lostOf(typed.note({ slug: typedIn('A page') }))).toEqual({})
    expect(lostOf(typed.note({ slug: held('a-page') }))).toEqual({})
  })

  it('is a value that the server changes to one typed on the way, after one more save', () => {
    const typed = unsavedEdits()
    typed.note({ author: typedIn('Ann') })
    typed.note({ author: typedIn('Ann ') })
    expect(typed.isAheadOf({ author: 'Ann' })).toBe(true)
    expect(typed.isAheadOf({ author: 'Ann' })).toBe(false)
  })

  it('is a form that goes back to what is published', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.isAheadOf({ answer: 'one' })
    typed.note({ answer: typedIn('one two') })
    expect(lostOf(typed.note({ answer: held('published') }))).toEqual({})
    expect(typed.isAheadOf({ answer: 'published' })).toBe(false)
  })

  it('is anything before a save that the form waited for', () => {
    const typed = unsavedEdits()
    typed.note({ answer: typedIn('one') })
    typed.note({ answer: typedIn('one two') })
    typed.forget()
    expect(lostOf(typed.note({ answer: held('one') }))).toEqual({})
    expect(typed.isAheadOf({ answer: 'one' })).toBe(false)
  })

  it('is the number of rows of an array, which Payload merges itself', () => {
    const typed = unsavedEdits()
    typed.note({ rows: { ...typedIn(2, 1), rows: [] } })
    expect(typed.isAheadOf({ rows: [] })).toBe(false)
  })
})
