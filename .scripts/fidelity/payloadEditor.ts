import type { SanitizedServerEditorConfig } from '@payloadcms/richtext-lexical'

import { loadLexical } from '../../src/markdownField/editor/loadLexical.ts'

/** The config of Payload's own editor with its default features, tables and code blocks. Needs no database. */
export const payloadEditor = async (): Promise<SanitizedServerEditorConfig> => {
  // The app's config requires these; nothing is opened or written.
  const env = {
    DATABASE_URL: 'file:data/unused.db',
    LOG_LEVEL: 'silent',
    PAYLOAD_SECRET: 'fidelity'.repeat(5),
  }
  Object.assign(process.env, env, { ...process.env })
  const { BlocksFeature, CodeBlock, editorConfigFactory, EXPERIMENTAL_TableFeature } = await loadLexical()
  const config = await (await import('../../payload.config.ts')).default
  return editorConfigFactory.fromFeatures({
    config,
    features: ({ defaultFeatures }) => [
      ...defaultFeatures,
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: [CodeBlock()] }),
    ],
  })
}
