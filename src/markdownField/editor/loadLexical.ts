/**
 * Loads Payload's rich text editor. Lexical's modules for Node use top-level await, and on Node 20 a graph of such
 * modules often never settles: the process then exits without output, or hangs. Our own processes bypass those modules
 * (`resolveLexical.mjs`); in others, such as a script of an app, loading Lexical's core first makes it settle.
 */
export const loadLexical = async () => {
  await import('@payloadcms/richtext-lexical/lexical')
  return import('@payloadcms/richtext-lexical')
}
