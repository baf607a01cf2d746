/**
 * The README of the npm package: the guide of the plugin (docs/plugin.md). The pages that it links to are in the repository
 * only, so their links become their text; links to places of the guide itself and to the web stay.
 */
export const packageReadme = (guide: string): string =>
  guide.replaceAll(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1').replace(/^# .*$/m, '# Answerbook')
