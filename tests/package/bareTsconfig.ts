/** The strict tsconfig of a foreign app, with its way to resolve modules. */
export const bareTsconfig = (resolution: { module: string; moduleResolution: string }): string =>
  JSON.stringify({
    compilerOptions: {
      ...resolution,
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      jsx: 'preserve',
      strict: true,
      exactOptionalPropertyTypes: false,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: true,
      esModuleInterop: true,
      types: ['node'],
    },
    include: ['*.ts'],
  })
