import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { assertPortFree, listen } from '../../../src/standalone/server/listen.ts'
import { ConfigurationError } from '../../../src/setup/environment.ts'

it('listen gives the remedy if the port is in use', async () => {
  const first = createServer()
  await listen(first, 47_311)
  const failure: unknown = await assertPortFree(47_311).catch((error: unknown) => error)
  await new Promise((resolve) => first.close(resolve))
  expect(failure).toBeInstanceOf(ConfigurationError)
  expect(failure).toMatchObject({
    message:
      'Port 47311 is in use by another program. Set PORT to another one, for example: PORT=47312 npm start',
  })
  await expect(assertPortFree(47_311)).resolves.toBeUndefined()
})
