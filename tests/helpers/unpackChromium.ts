import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'

/** A browser's program and the variables that it needs to start. */
export type UnpackedChromium = { executablePath: string; env: Record<string, string> }

const buildFolder = fileURLToPath(new URL('../../.build/', import.meta.url))

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, with the libraries and fonts that it ships, once per version. The
 * package itself unpacks the libraries only on AWS, and mistakes a partially written file for a complete one.
 */
export const unpackChromium = async (): Promise<UnpackedChromium> => {
  const require = createRequire(import.meta.url)
  const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '../..')
  const { version }: { version: string } = require(join(packageFolder, 'package.json'))
  const folder = join(buildFolder, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':'),
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? folder,
    },
  }
}

const unpack = async (packed: string, folder: string): Promise<void> => {
  await mkdir(buildFolder, { recursive: true })
  const unfinished = await mkdtemp(`${folder}-`)
  try {
    await decompress(join(packed, 'chromium.br'), join(unfinished, 'chromium'))
    for (const name of ['al2023', 'fonts', 'swiftshader']) {
      const archive = join(unfinished, `${name}.tar`)
      await decompress(join(packed, `${name}.tar.br`), archive)
      await promisify(execFile)('tar', ['-xf', archive, '--no-same-owner', '-C', unfinished])
      await rm(archive)
    }
    // Of several that unpack at once, the first one's folder stays.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

const decompress = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }))
