import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { runProgram, succeeded } from './runIn.ts'

/** The folder of a copy in which an app is built: a build writes files that would disturb other tests of the app. */
export const builtFolder = (folder: string, name: string): string => path.join(folder, `${name}-built`)

/** The files of a site by path, with their text. */
export type Files = Record<string, string>

/** All files of a folder; none if it does not exist. */
export const filesOf = (folder: string): Files =>
  existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => statSync(path.join(folder, file)).isFile())
          .sort()
          .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
      )
    : {}

/** Some files of a site, by name, with replacements in the text of each. Throws if a text to replace is missing. */
export const filesWith = (
  files: Files,
  names: string[],
  edits: Record<string, [from: string, to: string][]>,
): Files =>
  Object.fromEntries(
    names.map((name) => {
      const edited = (edits[name] ?? []).reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`${name} does not contain ${from}.`)
        return text.replace(from, to)
      }, files[name] ?? '')
      return [name, edited]
    }),
  )

/** The report and exit code of a command. */
export type Reported = { code: number; report: unknown }

/** Runs one of our commands in an app, and returns the JSON object that must be its only output. */
export const answerbook = async (app: string, url: string, args: string[]): Promise<Reported> => {
  const environment = { DATABASE_URL: url }
  const { code, stderr, stdout } = await runProgram(app, 'answerbook', [...args, '--json'], environment)
  try {
    return { code, report: JSON.parse(stdout) }
  } catch {
    throw new Error(`Ended with ${code}; this is no JSON object alone: ${stdout}\n${stderr}`)
  }
}

/** The steps of the life of an app's content. */
export type AppLife = {
  imported: Reported
  verified: Reported
  exported: Reported & { files: Files }
  exportedAfterEdits: Reported & { files: Files }
  importedByHand: Reported
  verifiedByHand: Reported
}

type LifeOptions = {
  /** The database, and a name for the folders of this life. */
  url: string
  name: string
  /** More arguments of an import. */
  importOptions: string[]
  /** A change by hand in an exported file. */
  byHand: { file: string; from: string; to: string }
}

/**
 * The life of an app's content: imported, verified, exported, edited by the app's `tests/edit.ts` and exported again;
 * then a file is changed by hand and imported.
 */
export const liveIn = async (
  app: string,
  { byHand, importOptions, name, url }: LifeOptions,
): Promise<AppLife> => {
  const out = `out-${name}`
  const exported = async () => ({
    ...(await answerbook(app, url, ['export', out])),
    files: filesOf(path.join(app, out)),
  })
  // An upload of a previous life would have the same name as one of this life.
  rmSync(path.join(app, 'media'), { force: true, recursive: true })
  const imported = await answerbook(app, url, ['import', 'content', ...importOptions])
  const verified = await answerbook(app, url, ['verify', 'content'])
  const first = await exported()
  await succeeded(runProgram(app, 'tsx', ['tests/edit.ts'], { DATABASE_URL: url }))
  const exportedAfterEdits = await exported()
  const file = path.join(app, out, byHand.file)
  writeFileSync(file, readFileSync(file, 'utf8').replace(byHand.from, byHand.to))
  return {
    imported,
    verified,
    exported: first,
    exportedAfterEdits,
    importedByHand: await answerbook(app, url, ['import', out]),
    verifiedByHand: await answerbook(app, url, ['verify', out]),
  }
}
