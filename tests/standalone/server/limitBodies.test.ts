import { expect, it } from 'vitest'
import { echo, stubApp } from './stubApp.ts'

const mebibyte = 1024 * 1024

/** A body whose length is not known in advance. */
const streamed = (size: number): ReadableStream<Uint8Array> => {
  const part = new Uint8Array(64 * 1024).fill(97)
  let left = size
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(part.subarray(0, Math.min(left, part.length)))
      left -= part.length
      if (left <= 0) controller.close()
    },
  })
}

const post = (address: string, type: string, body: BodyInit, path = '/api/articles'): Promise<Response> => {
  const init: RequestInit = { method: 'POST', headers: { 'content-type': type }, body }
  return fetch(`${address}${path}`, Object.assign(init, { duplex: 'half' }))
}

const json = 'application/json'
const upload = 'multipart/form-data; boundary=b'

it.each([
  ['JSON with a length', json, mebibyte, 200],
  ['JSON with a length, too long', json, mebibyte + 1, 413],
  ['an upload with a length', upload, 20 * mebibyte, 200],
  ['an upload with a length, too long', upload, 20 * mebibyte + 1, 413],
  ['a type that only looks like an upload', 'text/multipart/form-data', mebibyte + 1, 413],
])('%s', async (_, type, size, status) => {
  const { address } = await stubApp(echo)
  const response = await post(address, type, Buffer.alloc(size, 'a'))
  expect(response.status).toBe(status)
  if (status === 200) expect((await response.arrayBuffer()).byteLength).toBe(size)
  else
    expect(await response.text()).toMatch(
      /^\{"errors":\[\{"message":"The request is larger than (1|20) MB\."\}\]\}$/,
    )
})

it.each([
  ['application/zip', '/api/answerbook/import', 200],
  ['application/x-zip-compressed', '/api/answerbook/import', 200],
  ['application/zip', '/api/articles', 413],
  [json, '/api/answerbook/import', 413],
])('a body sent with %s of 30 MB to %s gets %d', async (type, path, status) => {
  const { address } = await stubApp(echo)
  const response = await post(address, type, Buffer.alloc(30 * mebibyte), path)
  expect(response.status).toBe(status)
  await response.arrayBuffer()
})

it('a stream up to the limit passes unchanged', async () => {
  const { address } = await stubApp(echo)
  const response = await post(address, json, streamed(mebibyte))
  expect(response.status).toBe(200)
  expect((await response.arrayBuffer()).byteLength).toBe(mebibyte)
})

it('a stream beyond the limit is aborted, whoever reads it', async () => {
  let received = 0
  const { address } = await stubApp((request) => {
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
    })
  })
  // The client may still be sending when the response arrives, and see the closed connection first.
  const status = await post(address, json, streamed(50 * mebibyte)).then(
    (response) => response.status,
    () => 413,
  )
  expect(status).toBe(413)
  expect(received).toBeLessThanOrEqual(mebibyte)
})
