let context: CanvasRenderingContext2D | null | undefined

/** The width of a text in a font, in pixels; 0 where there is no canvas. */
export const textWidth = (text: string, font: string): number => {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return 0
  context.font = font
  return context.measureText(text).width
}

/** The beginning of a text that fits into a width by whole words, with an ellipsis if anything is missing. */
export const fittingText = (text: string, font: string, pixels: number): string => {
  if (textWidth(text, font) <= pixels) return text
  const words = text.split(/(?<=\s)/)
  let shown = ''
  for (const word of words) {
    if (textWidth(`${shown}${word.trimEnd()} …`, font) > pixels) break
    shown += word
  }
  return `${shown.trimEnd()} …`
}
