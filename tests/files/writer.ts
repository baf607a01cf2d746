import { FileWriteError } from '../../src/files/errors.ts'
import { writeTextFile } from '../../src/files/writeTextFile.ts'

// Arguments: root, path, size, times. Writes the file over and over, all of it the letter a or all the letter b.
const [root = '', path = '', size = '0', times = '0'] = process.argv.slice(2)
for (let round = 0; round < Number(times); round += 1) {
  try {
    await writeTextFile(root, path, (round % 2 === 0 ? 'b' : 'a').repeat(Number(size)))
    console.log('written')
  } catch (error) {
    console.log(error instanceof FileWriteError ? `${error.name} ${error.code}` : String(error))
  }
}
