'use client'

import { useEffect, useState } from 'react'

import { useWords } from '../../admin/useWords.ts'
import type { ShownLength } from '../shownLengths.ts'
import './LengthMeter.css'
import { textWidth } from './textWidth.ts'
import { useTextValue } from './useTextValue.ts'

export type LengthMeterProps = {
  /** Path of the field whose text is measured. */
  path: string
  shown: ShownLength
}

/** How long a text is, in characters and pixels, of what search results show of it. */
export const LengthMeter = ({ path, shown: { characters, font, pixels } }: LengthMeterProps) => {
  const { language, t } = useWords()
  const text = useTextValue(path).trim()
  // The server has no canvas, and would render another width.
  const [width, setWidth] = useState(0)
  useEffect(() => setWidth(Math.ceil(textWidth(text, font))), [font, text])
  const { length } = Array.from(text)
  const isTooLong = length > characters || width > pixels
  const share = Math.min(1, Math.max(length / characters, width / pixels))
  const number = (value: number): string => value.toLocaleString(language)
  return (
    <div className={`answerbook-length${isTooLong ? ' answerbook-length--long' : ''}`}>
      <span aria-hidden="true" className="answerbook-length__bar">
        <span style={{ inlineSize: `${100 * share}%` }} />
      </span>
      <span>
        {t('answerbook:content:seo:length', {
          length: number(length),
          characters: number(characters),
          width: number(width),
          pixels: number(pixels),
        })}
      </span>
      {/* Read out when it appears, not with each letter. */}
      <span className="answerbook-length__state" role="status">
        {isTooLong ? t('answerbook:content:seo:tooLong') : ''}
      </span>
    </div>
  )
}
