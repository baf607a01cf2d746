/** Whether LaTeX contains a chemical formula, that is, a command of mhchem. */
export const hasChemistry = (latex: string): boolean => /\\(?:ce|pu)\b/.test(latex)

/**
 * The message for a chemical formula that KaTeX's mhchem could not parse; undefined for other errors. mhchem throws a
 * pair of strings, not an Error.
 */
export const chemistryFault = (thrown: unknown): string | undefined =>
  Array.isArray(thrown) ? 'This chemistry cannot be read.' : undefined
