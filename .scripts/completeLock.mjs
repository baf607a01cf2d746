// Adds to the lock file the optional packages of other platforms that the registry did not serve when `npm install`
// wrote it. `npm ci` rejects a lock file without them. Run it after each change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** The places in the lock file where Node would find a package, starting at a folder. */
const placeOf = (from, name) => {
  for (let folder = from; ;) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (lock.packages[place]) return place
    if (!folder) return undefined
    const parent = folder.lastIndexOf('/node_modules/')
    folder = parent < 0 ? '' : folder.slice(0, parent)
  }
}

const systems = [
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'openharmony',
  'sunos',
  'aix',
  'linux',
]
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'wasm32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
]
const first = (known, name) => known.find((word) => name.includes(word))

let added = 0
for (const [from, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = placeOf(from, name)
    if (!/^\d/.test(version) || (found && lock.packages[found].version === version)) continue
    const os = first(systems, name)
    const cpu = first(processors, name)
    lock.packages[found ? `${from}/node_modules/${name}` : `node_modules/${name}`] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`Added ${added} optional packages to package-lock.json.`)
