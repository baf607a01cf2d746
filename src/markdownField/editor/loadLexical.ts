/**
 * Loads Payload's rich text editor. Lexical's modules for Node wait for imports of their own, and on Node 20 a graph of such
 * modules often never settles: the process then ends without a word, or hangs. Processes of ours leave those modules out
 * (`resolveLexical.mjs`); in others, such as a script of an app, it settles with Lexical's core there first.
 */
export const loadLexical = async () => {
  await import('@payloadcms/richtext-lexical/lexical')
  return import('@payloadcms/richtext-lexical')
}
