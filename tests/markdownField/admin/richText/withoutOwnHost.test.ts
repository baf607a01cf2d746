import { fromHtml } from 'hast-util-from-html'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { readMedia } from '../../../../src/markdownField/admin/richText/image/mediaOf.ts'
import { withoutOwnHost } from '../../../../src/markdownField/admin/richText/image/withoutOwnHost.ts'
import { htmlToMarkdown } from '../../../../src/markdownField/admin/richText/paste/htmlToMarkdown.ts'

const collection = 'https://cms.example.com/api/media'

describe('the address of a picture', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    ['/api/media/file/a%20b.png', '/api/media/file/a%20b.png'],
    ['https://cms.example.com/api/media/file/a%20b.png?x=1', '/api/media/file/a%20b.png?x=1'],
    ['HTTPS://CMS.example.com/api/media/file/a.png', '/api/media/file/a.png'],
    [
      'https://cms.example.com.evil.org/api/media/file/a.png',
      'https://cms.example.com.evil.org/api/media/file/a.png',
    ],
    ['https://bucket.example.com/a.png', 'https://bucket.example.com/a.png'],
    ['http://cms.example.com/a.png', 'http://cms.example.com/a.png'],
    ['images/a.png', 'images/a.png'],
  ])('the image URL %s is written as %s', (address, written) => {
    expect(withoutOwnHost(address, [collection])).toBe(written)
  })

  it('an image chosen from the media has no host of the CMS', async () => {
    const url = 'https://cms.example.com/api/media/file/a.png'
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ url, alt: 'A' })))
    expect(await readMedia(collection, 1)).toEqual({ url: '/api/media/file/a.png', alt: 'A' })
  })

  it('an image pasted from the CMS has no host', () => {
    vi.stubGlobal('location', { origin: 'https://cms.example.com' })
    const tree = fromHtml('<p><img src="https://cms.example.com/api/media/file/a.png" alt="A"></p>', {
      fragment: true,
    })
    expect(htmlToMarkdown(tree).markdown).toBe('![A](/api/media/file/a.png)')
  })
})
