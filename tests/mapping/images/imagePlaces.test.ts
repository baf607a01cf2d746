import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { candidatesIn } from '../../../src/mapping/images/candidates.ts'
import { complaintAboutPlaces, imagePlaces } from '../../../src/mapping/images/imagePlaces.ts'

const flat = { collection: 'media', files: 'static/images/{filename}', url: '/images/{filename}' }
const deep = {
  collection: 'media',
  files: 'static/{folders...}/{filename}',
  url: '/{folders...}/{filename}',
}

describe('imagePlaces', () => {
  it.each([
    [flat, '/images/a.png', 'static/images/a.png'],
    [flat, '/images/a.png?v=2#x', 'static/images/a.png'],
    [flat, '/images/a%20b.png', 'static/images/a b.png'],
    [flat, '/images/a%23b%28c%29.png', 'static/images/a#b(c).png'],
    [flat, '/images/caf%C3%A9.png', 'static/images/café.png'],
    [flat, '/images/%E9.png', 'static/images/%E9.png'],
    [flat, '/images/b/a.png', undefined],
    [flat, '/images/', undefined],
    [flat, '/images/.htaccess', undefined],
    [flat, '/images/../a.png', undefined],
    [flat, '/images/%2e%2e/a.png', undefined],
    [flat, '/images/..%2Fa.png', undefined],
    [flat, 'https://example.com/images/a.png', undefined],
    [deep, '/images/2024/a.png', 'static/images/2024/a.png'],
    [deep, '/a.png', 'static/a.png'],
    [deep, '/images/../../a.png', undefined],
    [deep, '//example.com/a.png', undefined],
  ])('imagePlaces of %o finds the path of %s', (images, address, path) => {
    expect(imagePlaces(images).pathOf(address)).toBe(path)
  })

  it('imagePlaces finds the path of every address that it makes, and no path leaves its folder', () => {
    const places = imagePlaces(flat)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (filename) => {
        const path = places.newPath(filename)
        if (path === undefined) return
        expect(path).toBe(`static/images/${filename}`)
        const address = places.addressOf(path) ?? ''
        expect(places.pathOf(address)).toBe(path)
        expect(address).toMatch(/^[^\s()<>"?#]+$/)
      }),
    )
  })

  it.each([
    [{ files: 'images/{name}', url: '/images/{name}' }, '"images.files" does not contain {filename}'],
    [{ files: 'images/{filename}', url: '/images/' }, '"images.url" does not contain {filename}'],
    [
      { files: 'posts/{slug}/{filename}', url: '/{slug}/{filename}' },
      '"images.files" contains {slug}; only {filename} and folders such as {folders...}/ can be in it',
    ],
    [
      { files: 'images/{path...}/{filename}', url: '/images/{filename}' },
      '"images.files" and "images.url" do not have the same names',
    ],
    [
      { files: 'images/{filename}', url: '{filename}' },
      '"images.url" begins with a name; begin it with a text, such as /images/',
    ],
    [
      { files: 'images/{filename', url: '/{filename}' },
      `"images.files": The template 'images/{filename' has an unbalanced brace.`,
    ],
    [{ files: 'images/{path...}/{filename}', url: '/{path...}/{filename}' }, undefined],
  ])('complaintAboutPlaces of %o', (places, complaint) => {
    expect(complaintAboutPlaces({ collection: 'media', ...places })).toBe(complaint)
  })
})

describe('candidatesIn', () => {
  it.each([
    ['![x](/images/a(1).png)', '/images/a(1).png'],
    ['answer: "![x](/images/a.png)\\n\\nMore"', '/images/a.png'],
    ['![x](</images/a b.png>)', '/images/a b.png'],
    ['[1]: /images/a.png\\nMore', '/images/a.png'],
    ['<img src="/images/a.png">', '/images/a.png'],
    ["<img src='/images/a.png'>", '/images/a.png'],
    ["![x](/images/it's.png)", "/images/it's.png"],
  ])('candidatesIn %s contains the address', (text, address) => {
    expect(candidatesIn(text, '/images/')).toContainEqual({ address, offset: text.indexOf('/images/') })
  })
})
