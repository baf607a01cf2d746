import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Generates from the config: types, the import map, and a migration for each SQL database whose schema has changed.
const urls = { sqlite: 'file:data/generate.db', postgres: 'postgres://localhost/generate' }

const payload = (url: string, ...args: string[]): void => {
  const options = ['--import', './src/setup/registerLexical.mjs']
  execFileSync(process.execPath, [...options, 'node_modules/payload/bin.js', ...args], {
    env: { ...process.env, DATABASE_URL: url, PAYLOAD_SECRET: 'generate'.repeat(5) },
    stdio: 'inherit',
  })
}

payload(urls.sqlite, 'generate:types')
payload(urls.sqlite, 'generate:importmap')

for (const [kind, url] of Object.entries(urls)) {
  payload(url, 'migrate:create', process.argv[2] ?? 'schema', '--skip-empty')
  const folder = path.join('migrations', kind)
  // The index is for bundlers, which migrations do not use.
  rmSync(path.join(folder, 'index.ts'), { force: true })
  for (const name of readdirSync(folder).filter((file) =>
    /^\d{8}_\d{6}_(?!import_content).*\.ts$/.test(file),
  )) {
    const file = path.join(folder, name)
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(
        'import { MigrateUpArgs, MigrateDownArgs, sql }',
        'import { type MigrateDownArgs, type MigrateUpArgs, sql }',
      ),
    )
  }
}
