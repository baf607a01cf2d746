import { expect, it } from 'vitest'

import { wordsIn } from '../../../helpers/wordsIn.ts'
import { whyNotShown } from '../../../../src/markdownField/admin/richText/image/whyNotShown.ts'

it.each([
  ['https://images.example.com/a.png', /^No image received from images\.example\.com\. .*IMAGE_HOSTS/],
  ['//images.example.com/a.png', /^No image received from images\.example\.com\./],
  ['/api/media/file/a.png', /^There is no image at this address\.$/],
  ['a b.png', /^There is no image/],
  ['http://', /^There is no image/],
  ['data:image/png;base64,xx', /^There is no image/],
])('the reason is given for an image at %s', (url, sentence) => {
  expect(whyNotShown(wordsIn(), url, 'http://localhost:3000/admin')).toMatch(sentence)
})
