/** How much of a text search results show: about so many characters, and what fits into so many pixels of a font. */
export type ShownLength = { characters: number; pixels: number; font: string }

/**
 * What Google shows of a title and a description on a desktop, as SEO tools measure it: one line of 580 pixels, and two lines
 * with 920 pixels together.
 */
export const shownLengths: Readonly<Record<'title' | 'description', ShownLength>> = {
  title: { characters: 60, pixels: 580, font: '20px Arial, sans-serif' },
  description: { characters: 160, pixels: 920, font: '14px Arial, sans-serif' },
}
