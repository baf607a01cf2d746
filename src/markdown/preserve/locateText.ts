import { parseOrSource } from '../lexical/parseOrSource.ts'
import { locate, type Located } from './located.ts'

/** The text before an edit and the text after it: at the next key one of them is read again. */
const most = 2

const recent = new Map<string, Located[]>()

/**
 * The blocks of a Markdown text without a byte order mark, which nobody may change: those of the last two texts are
 * remembered, since an editor saves at each key.
 */
export const locateText = (text: string): readonly Located[] => {
  const located = recent.get(text) ?? locate(parseOrSource(text), text)
  recent.delete(text)
  recent.set(text, located)
  for (const oldest of recent.keys()) if (recent.size > most) recent.delete(oldest)
  return located
}
