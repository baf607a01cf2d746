import { randomBytes } from 'node:crypto'

/** Somebody who can sign in. */
export type Credentials = { email: string; password: string }

const answered = async (response: Response): Promise<Response> => {
  if (response.ok) return response
  throw new Error(`${response.url} was refused: ${response.status} ${await response.text()}`)
}

const post = async (address: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  answered(
    await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )

/** Signs in on a server; returns a token. */
export const signIn = async (url: string, credentials: Credentials): Promise<string> => {
  const { token }: { token: string } = await (await post(`${url}/api/users/login`, credentials)).json()
  return token
}

/** What an admin asks of a server, by the REST API. */
export const asAdmin = (url: string, token: string) => {
  const headers = { Authorization: `JWT ${token}` }
  return {
    makeUser: async ({ email, role }: { email: string; role: string }): Promise<Credentials> => {
      const user = { email, password: randomBytes(12).toString('hex') }
      await post(`${url}/api/users`, { ...user, role }, headers)
      return user
    },
    /** Imports files, named by their paths; throws unless all of them become new documents. */
    importFiles: async (files: File[]): Promise<void> => {
      if (files.length === 0) return
      const body = new FormData()
      for (const file of files) body.append('files', file)
      const response = await fetch(`${url}/api/answerbook/import`, { method: 'POST', headers, body })
      const report: { created: number } = await (await answered(response)).json()
      if (report.created !== files.length)
        throw new Error(`Not all of ${files.length} files were imported: ${JSON.stringify(report)}`)
    },
    /** A zip of all files. */
    exportZip: async (): Promise<Uint8Array> =>
      new Uint8Array(
        await (await answered(await fetch(`${url}/api/answerbook/export`, { headers }))).arrayBuffer(),
      ),
  }
}
