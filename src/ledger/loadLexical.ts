/**
 * Loads Payload's rich text editor. Lexical's modules for Node wait for imports of their own, and on Node 20 a graph of such
 * modules often never settles: the process then ends without a word, or hangs. With Lexical's core there first it does.
 */
export const loadLexical = async () => {
  await import('@payloadcms/richtext-lexical/lexical')
  return import('@payloadcms/richtext-lexical')
}
