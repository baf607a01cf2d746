import { numberIn } from '../../../admin/readJson.ts'

/** Where the files of an import come from. */
export type Source =
  | { kind: 'folder'; folder: string }
  | { kind: 'upload'; upload: string; name: string; files?: number; bytes?: number }

/** What happens to fields that the file and the CMS have both changed; `ask` leaves the choice to the editor. */
export type ConflictChoice = 'ask' | 'cms' | 'file'

export type ImportOptions = {
  deleteMissing: boolean
  /** Percentage of documents, as it was entered. */
  maxDelete: string
  conflicts: ConflictChoice
  full: boolean
}

/** What the form of an import has been filled in with. */
export type ImportRequest = { source: Source | undefined; options: ImportOptions }

export const defaultOptions: ImportOptions = {
  deleteMissing: false,
  maxDelete: '',
  conflicts: 'ask',
  full: false,
}

const conflictChoices = ['ask', 'cms', 'file'] as const

/** One of the choices for conflicts, whatever a form or an address says. */
export const conflictChoiceOf = (name: string): ConflictChoice =>
  conflictChoices.find((choice) => choice === name) ?? 'ask'

const optionalNumber = (text: string | null): number | undefined =>
  text === null || text === '' ? undefined : numberIn({ text: Number(text) }, 'text')

const sourceFrom = (query: URLSearchParams): Source | undefined => {
  const folder = query.get('folder')
  const upload = query.get('upload')
  if (folder !== null) return { kind: 'folder', folder }
  if (upload === null) return undefined
  const files = optionalNumber(query.get('files'))
  const bytes = optionalNumber(query.get('bytes'))
  return {
    kind: 'upload',
    upload,
    name: query.get('name') ?? '',
    ...(files === undefined ? {} : { files }),
    ...(bytes === undefined ? {} : { bytes }),
  }
}

/** Reads a filled-in form from the address of its page, which survives a reload. */
export const requestFrom = (query: URLSearchParams): ImportRequest => ({
  source: sourceFrom(query),
  options: {
    deleteMissing: query.get('deleteMissing') === 'true',
    maxDelete: query.get('maxDelete') ?? '',
    conflicts: conflictChoiceOf(query.get('conflicts') ?? ''),
    full: query.get('full') === 'true',
  },
})

/** The address query of a filled-in form, with the run that has checked it, if there is one. */
export const queryOf = ({ options, source }: ImportRequest, check?: string): URLSearchParams => {
  const { conflicts, deleteMissing, full, maxDelete } = options
  const { kind: _, ...from } = source ?? { kind: 'folder' as const }
  return new URLSearchParams({
    ...(check === undefined ? {} : { check }),
    ...Object.fromEntries(Object.entries(from).map(([name, value]) => [name, String(value)])),
    ...(deleteMissing ? { deleteMissing: 'true' } : {}),
    ...(deleteMissing && maxDelete !== '' ? { maxDelete } : {}),
    ...(conflicts === 'ask' ? {} : { conflicts }),
    ...(full ? { full: 'true' } : {}),
  })
}

/** The body of the request that starts an import, or a check of it. */
export const bodyOf = (source: Source, options: ImportOptions, dryRun: boolean): object => {
  const { conflicts, deleteMissing, full, maxDelete } = options
  return {
    kind: 'import',
    source: source.kind === 'folder' ? { folder: source.folder } : { upload: source.upload },
    options: {
      ...(dryRun ? { dryRun } : {}),
      ...(deleteMissing ? { deleteMissing } : {}),
      ...(deleteMissing && maxDelete !== '' ? { maxDelete: Number(maxDelete) } : {}),
      ...(conflicts === 'ask' ? {} : { takeConflicts: conflicts }),
      ...(full ? { full } : {}),
    },
  }
}
