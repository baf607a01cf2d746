import { Command, InvalidArgumentError } from 'commander'

import { generateSite } from './site/generateSite.ts'
import { FolderNotEmptyError, writeSite } from './site/writeSite.ts'

const wholeNumber = (value: string): number => {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < 1)
    throw new InvalidArgumentError('It must be a whole number above zero.')
  return number
}

// npm run generate -- DIR: generates a site with invented text and the statistics of a real one.
const program = new Command('generate')
  .description('Writes a site of Markdown files with the statistics of a real one. Same seed, same bytes.')
  .argument('<folder>', 'where to write it; made if it is not there, refused if it is not empty')
  .option('--articles <number>', 'how many files', wholeNumber, 35_915)
  .option('--seed <number>', 'another site with the same statistics', wholeNumber, 1)
  .action(async (folder: string, { articles, seed }: { articles: number; seed: number }) => {
    const started = performance.now()
    try {
      const { bytes, files } = await writeSite(folder, generateSite({ articles, seed }))
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${files} articles, ${(bytes / 1e6).toFixed(1)} MB, written to ${folder} in ${seconds} s`)
    } catch (error) {
      if (error instanceof FolderNotEmptyError) program.error(error.message, { exitCode: 2 })
      throw error
    }
  })
await program.parseAsync()
