const units = [
  '(?:[kMGTmµμnpcdh]?(?:m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|T|H|lm|lx|Bq|Gy|Sv|L|l|eV|bar|B|bit|cal|Wb|S|M))',
  '(?:min|h|d|ha|dB|rad|sr|u|Da|rpm|ppm|px|pt|in|ft|lb|oz|mi|yd|kt|atm|mmHg|a\\.m\\.|p\\.m\\.)',
]
const signs = '°[CF]?|[%‰€£¥₹$]'
const beforeUnit = new RegExp(
  String.raw`(?<=\d)[\u00A0\u202F](?=(?:${units.join('|')})(?![\p{L}\d])|${signs})`,
  'gu',
)
const withinNumber = /(?<=\d)[\u00A0\u202F](?=\d{3}(?!\d))/g
const noBreak = /[\u00A0\u202F]/g

/**
 * A pasted text with ordinary spaces instead of the no-break spaces that word processors and web pages add, except between a
 * number and its unit (`5 kg`) and between the digits of a number.
 */
export const plainSpaces = (text: string): string => {
  const places = [...text.matchAll(beforeUnit), ...text.matchAll(withinNumber)]
  const stays = new Set(places.map(({ index }) => index))
  return text.replaceAll(noBreak, (space, index: number) => (stays.has(index) ? space : ' '))
}
