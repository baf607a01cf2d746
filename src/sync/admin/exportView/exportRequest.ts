/** What the form of an export has been filled in with. */
export type ExportRequest = {
  target: 'download' | 'folder'
  folder: string
  drafts: boolean
  overwrite: boolean
  commit: boolean
  message: string
}

export const defaultExport: ExportRequest = {
  target: 'folder',
  folder: '',
  drafts: false,
  overwrite: false,
  commit: false,
  message: '',
}

/** The body of the request that starts an export; a download is not committed, and overwrites nothing. */
export const bodyOf = ({ commit, drafts, folder, message, overwrite, target }: ExportRequest): object => ({
  kind: 'export',
  target: target === 'download' ? { download: true } : { folder },
  options: {
    ...(drafts ? { drafts } : {}),
    ...(target === 'folder' && overwrite ? { overwrite } : {}),
    ...(target === 'folder' && commit ? { commit: { message: message.trim() } } : {}),
  },
})
