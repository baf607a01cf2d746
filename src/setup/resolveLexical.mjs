const isLexical = (specifier) => specifier === 'lexical' || specifier.startsWith('@lexical/')

/**
 * Node's hook for finding modules: takes Lexical's own build instead of the module around it that waits for one of two
 * builds. Node 20 and 22 forget modules in a graph where several wait at once (V8 gives two of them the same number in a
 * set), and the process ends without a word, or hangs.
 */
export const resolve = (specifier, context, next) =>
  isLexical(specifier)
    ? next(specifier, { ...context, conditions: [...context.conditions, 'production'] })
    : next(specifier, context)
