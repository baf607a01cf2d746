/** Whether LaTeX holds a formula of chemistry, by the commands of mhchem. */
export const hasChemistry = (latex: string): boolean => /\\(?:ce|pu)\b/.test(latex)

/** That a formula of chemistry cannot be read, where it is KaTeX's mhchem that has thrown: a pair of texts, no error. */
export const chemistryFault = (thrown: unknown): string | undefined =>
  Array.isArray(thrown) ? 'This chemistry cannot be read.' : undefined
