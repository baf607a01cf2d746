import { defineConfig } from 'eslint/config'
import typescript from 'typescript-eslint'

export default defineConfig(
  {
    ignores: [
      'src/generated/**',
      'src/standalone/.next/**',
      '.build/**',
      'data/**',
      'node_modules/**',
      'migrations/sqlite/2*',
      'migrations/postgres/2*',
      'src/standalone/next-env.d.ts',
      // Separate apps with other settings; tests/package checks their types.
      'tests/package/apps/**',
    ],
  },
  ...typescript.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A cast claims that the author knows better than the types; find the type instead.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Treats every value of a class from another copy of a package as foreign.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Payload marks one branch of the unions that its hooks get.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=/^(APIError|Forbidden|NotFound|ValidationError)$/]',
          message:
            'It loses its name, and with it its message, in a bundle: see src/documents/RefusalError.ts.',
        },
      ],
      'no-console': 'error',
      // Prettier wraps code, but not comments.
      'max-len': ['error', { code: 10_000, comments: 128, ignoreUrls: true, ignoreTrailingComments: true }],
    },
  },
  { files: ['**/*.mjs'], ...typescript.configs.disableTypeChecked },
  { files: ['tests/**', '.scripts/**', '.config/**', 'src/cli/main.ts'], rules: { 'no-console': 'off' } },
  {
    // The responses of a server or command are checked by what a test expects of them.
    files: ['tests/**', '.scripts/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
)
