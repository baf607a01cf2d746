import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

/** A browser's program and the variables that it needs to start. */
export type UnpackedChromium = { executablePath: string; env: Record<string, string> }

const buildFolder = fileURLToPath(new URL('../../.build/', import.meta.url))

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, with the libraries and fonts that it ships, once per version. The
 * package's own unpacking brings the libraries only on AWS, and takes a half-written file for a whole one.
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
    await Promise.all([
      pipeline(
        createReadStream(join(packed, 'chromium.br')),
        createBrotliDecompress(),
        createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 }),
      ),
      ...['al2023', 'fonts', 'swiftshader'].map((name) =>
        unpackTar(join(packed, `${name}.tar.br`), unfinished),
      ),
    ])
    // Of several that unpack at once, the first one's folder stays.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

const unpackTar = async (archive: string, folder: string): Promise<void> => {
  const tar = spawn('tar', ['-x', '--no-same-owner', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(tar, 'close')
  await pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin)
  const [code] = await ended
  if (code !== 0) throw new Error(`${archive} could not be unpacked: tar ended with ${code}.`)
}
