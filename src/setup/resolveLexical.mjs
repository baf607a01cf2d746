const isLexical = (specifier) => specifier === 'lexical' || specifier.startsWith('@lexical/')

/**
 * Node's module resolution hook: resolves to Lexical's own build instead of the module that awaits one of two builds.
 * Node 20 and 22 lose modules in a graph in which several use top-level await (V8 gives two of them the same number in
 * a set), and the process exits without output, or hangs.
 */
export const resolve = (specifier, context, next) =>
  isLexical(specifier)
    ? next(specifier, { ...context, conditions: [...context.conditions, 'production'] })
    : next(specifier, context)
