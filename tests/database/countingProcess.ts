import { serializedClient } from '../../src/database/serializedClient.ts'

// Arguments: file, number, rest. Counts up a row in so many transactions, each with a rest of some milliseconds in it, and
// says after each one that it is committed. A transaction that could not be committed ends the process with an error.
const [file = '', times = '', rest = ''] = process.argv.slice(2)
const { client } = serializedClient({ url: `file:${file}` }, file)
for (let at = 0; at < Number(times); at += 1) {
  const transaction = await client.transaction('write')
  const { rows } = await transaction.execute('SELECT n FROM counted')
  await new Promise((resolve) => setTimeout(resolve, Number(rest)))
  await transaction.execute({ sql: 'UPDATE counted SET n = ?', args: [Number(rows[0]?.n) + 1] })
  await transaction.commit()
  console.log('committed')
}
client.close()
