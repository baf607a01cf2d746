/**
 * The README of the npm package: the guide of the plugin (docs/plugin.md). The pages that it links to are only in the
 * repository, so those links become plain text; links within the guide and to the web are kept.
 */
export const packageReadme = (guide: string): string =>
  guide.replaceAll(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1').replace(/^# .*$/m, '# Answerbook')
