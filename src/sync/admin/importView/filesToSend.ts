import type { FileToSend } from '../runRequests/sendUpload.ts'

/** Files to be sent, and whether one of them has no folder, so that its place in the content folder is unknown. */
export type Chosen = { files: FileToSend[]; needsFolder: boolean }

const isWanted = (name: string): boolean => /\.(md|zip)$/i.test(name)

// The browser names files of a folder by their path, beginning with the folder's own name.
const pathOf = ({ name, webkitRelativePath }: File): string =>
  webkitRelativePath === '' ? name : webkitRelativePath.split('/').slice(1).join('/')

/** The zips and Markdown files among files that were chosen or dropped, with their paths below the content folder. */
export const filesToSend = (list: Iterable<File>): Chosen => {
  const files = [...list].map((file) => ({ file, path: pathOf(file) })).filter(({ path }) => isWanted(path))
  return { files, needsFolder: files.some(({ path }) => !path.includes('/') && !/\.zip$/i.test(path)) }
}

/** Places the files that have no folder into one of the content folder. */
export const placedIn = (files: readonly FileToSend[], folder: string): FileToSend[] => {
  const path = folder.trim().replace(/^\/+|\/+$/g, '')
  return files.map((one) =>
    path === '' || one.path.includes('/') || /\.zip$/i.test(one.path)
      ? one
      : { ...one, path: `${path}/${one.path}` },
  )
}
