import { benchConversion } from './conversion.ts'

// Not awaited: Payload's config, loaded while a module is waited for, would wait for it.
void benchConversion().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
