/**
 * LaTeX commands that begin with the two characters of an escaped line break: those of LaTeX, amssymb and KaTeX,
 * without the backslash.
 */
export const latexCommands: ReadonlySet<string> = new Set(
  (
    'nabla natural ncong ne nearrow neg negmedspace negthickspace negthinspace neq newcommand newline ' +
    'nexists ngeq ngeqq ngeqslant ngtr ni nLeftarrow nleftarrow nLeftrightarrow nleftrightarrow nleq nleqq ' +
    'nleqslant nless nmid nobreak nobreakspace nolimits nonumber normalsize not notag notin notni nparallel ' +
    'nprec npreceq nRightarrow nrightarrow nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq ' +
    'nsupseteq nsupseteqq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nu nVDash nVdash nvDash ' +
    'nvdash nwarrow'
  ).split(' '),
)
