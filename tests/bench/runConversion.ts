import { benchConversion } from './conversion.ts'

await benchConversion()
// Payload keeps timers that would hold the process.
process.exit()
