import path from 'node:path'

import { ConfigurationError } from '../problems/ConfigurationError.ts'

/** The oldest Payload that the plugin works with. */
export const minimumPayload = '3.90.0'

/**
 * The version of Payload that an app uses, found from its folder; undefined if it cannot be found, as in a server that
 * was bundled as a whole. Payload itself does not report it, and an `import` would be resolved by the app's bundler.
 */
export const installedPayload = (folder: string = process.cwd()): string | undefined => {
  try {
    const load = process.getBuiltinModule('node:module').createRequire(path.join(folder, 'package.json'))
    const manifest: unknown = load(path.join(path.dirname(load.resolve('payload')), '../package.json'))
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined
    return typeof manifest.version === 'string' ? manifest.version : undefined
  } catch {
    return undefined
  }
}

/** Throws a ConfigurationError if a version of Payload is older than the minimum. An unknown one passes. */
export const checkPayloadVersion = (version: string | undefined): void => {
  if (version === undefined || version.localeCompare(minimumPayload, 'en', { numeric: true }) >= 0) return
  throw new ConfigurationError(
    `Answerbook needs Payload ${minimumPayload} or newer, but this app has ${version}: update payload and all @payloadcms packages together.`,
  )
}
