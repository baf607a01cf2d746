import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { format } from 'prettier'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { onlyOn } from '../helpers/onlyOn.ts'

// The content of a file, however it is formatted.
const plain = (file: string): Promise<string> => format(readFileSync(file, 'utf8'), { filepath: file })

const generated = path.resolve('src/generated')

describe.skipIf(skipped())(`what is generated from the config, on ${database}`, () => {
  let booted: Booted
  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted.close())

  it('the generated types match the config', async () => {
    const file = path.join(booted.folder, 'payload-types.ts')
    process.env.PAYLOAD_TS_OUTPUT_PATH = file
    await generateTypes(booted.config, { log: false })
    delete process.env.PAYLOAD_TS_OUTPUT_PATH
    expect(await plain(file)).toBe(await plain(path.join(generated, 'payload-types.ts')))
  })

  it('the generated import map matches the config', async () => {
    const importMapFile = path.join(booted.folder, 'generated/importMap.js')
    mkdirSync(path.dirname(importMapFile))
    const { admin, ...config } = booted.config
    const importMap = { ...admin.importMap, importMapFile }
    await generateImportMap({ ...config, admin: { ...admin, importMap } }, { force: true, log: false })
    expect(await plain(importMapFile)).toBe(await plain(path.join(generated, 'importMap.js')))
  })

  for (const kind of ['sqlite', 'postgres'] as const)
    onlyOn(kind, () =>
      it('the migrations create the schema of the config', async () => {
        const folder = path.resolve('migrations', kind)
        const newest =
          readdirSync(folder)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .at(-1) ?? ''
        const { generateDrizzleJson, generateMigration } = booted.payload.db.requireDrizzleKit()
        const wanted = await generateDrizzleJson(booted.payload.db.schema)
        expect(
          await generateMigration(JSON.parse(readFileSync(path.join(folder, newest), 'utf8')), wanted),
        ).toEqual([])
      }),
    )
})
