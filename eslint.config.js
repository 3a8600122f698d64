import { existsSync } from 'node:fs'
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

import * as promises from './src/author/promise-rules.mjs'

/** From below upwards: a room imports those before it, and clock and timeline, which import none. */
const ROOMS = 'harness judge run restaurant learn author cli'.split(' ')
const EVERY_ROOM = ['clock', 'timeline', 'course', ...ROOMS, 'testing']

/** Imports run one way, as CONTRIBUTING.md draws it: whatever does not match `allowed` is refused. */
const imports = (allowed, message) => refused(`^(?!${allowed})`, message)

/** ESLint's own rule knows `import … from` and `export … from`; here are `import(…)` and its types. */
const refused = (regex, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
  'no-restricted-syntax': [
    'error',
    ...['ImportExpression[source.value', 'TSImportType[source.value'].map((start) => ({
      selector: `${start}=/${regex.replaceAll('/', '\\u002F')}/]`,
      message,
    })),
  ],
})

export default defineConfig(
  {
    ignores: [
      '**/.#*',
      '**/._*',
      'dist/',
      'test/hostile/',
      'coverage/',
      ...notInstalled('handouts/'),
      '.cache/',
      'kept/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'URL', 'console', 'process', 'setInterval', 'setTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A generic that occurs once still gives a caller a type to name.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    files: ['solutions/**/*.ts', 'test/*/*/{mistakes,accepted}/*.ts'],
    rules: imports('node:', 'A submission needs nothing but what Node has built in.'),
  },
  {
    files: ['test/**/*.test.ts'],
    rules: imports(
      '#harness$|#exercises/|#reference/|node:',
      'A test imports #harness, #exercises/… and #reference/….',
    ),
  },
  ...rooms(),
  {
    // What a learner may write, in all its forms.
    files: ['src/testing/fixtures/**/*.ts'],
    rules: {
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // A half-done answer is not bad style: here lint points, and never stands in the way.
    files: ['exercises/**/*.ts'],
    extends: [tseslint.configs.base],
    plugins: { kata: { rules: promises } },
    rules: {
      ...allOff(),
      ...imports('node:', 'An exercise needs nothing but what Node has built in.'),
      ...Object.fromEntries(Object.keys(promises).map((name) => [`kata/${name}`, 'warn'])),
    },
  },
  {
    // Wrong on purpose, or right in an unusual way.
    files: ['test/*/*/{mistakes,accepted}/*.ts'],
    rules: {
      ...allOff(),
      ...imports('node:', 'A submission needs nothing but what Node has built in.'),
    },
  },
  prettier,
)

/** A folder whose packages are missing: without their types, every line of it would be wrong. */
function notInstalled(folder) {
  return existsSync(new URL(`${folder}node_modules`, import.meta.url)) ? [] : [folder]
}

/** Turns off every rule that the configurations above turn on. */
function allOff() {
  const configs = [
    js.configs.recommended,
    ...tseslint.configs.strictTypeChecked,
    ...tseslint.configs.stylisticTypeChecked,
  ]
  const names = configs.flatMap((config) => Object.keys(config.rules ?? {}))
  return Object.fromEntries(names.map((name) => [name, 'off']))
}

/** For each room of src/ and for the handouts: which others it may import, and which packages. */
function rooms() {
  const below = (room) => ['clock', 'timeline', ...ROOMS.slice(0, ROOMS.indexOf(room))]
  return [
    inRoom('src/clock', [], 'node:'),
    inRoom('src/timeline', [], '(?!)'),
    inRoom('src/course', []),
    inRoom('src/harness', below('harness'), 'node:|vitest$|fast-check$'),
    ...ROOMS.slice(1).map((room) => inRoom(`src/${room}`, ['course', ...below(room)])),
    inRoom('handouts', ['course', 'timeline']),
  ]
}

function inRoom(folder, allowed, packages = '') {
  const name = folder.split('/').at(-1)
  const others = EVERY_ROOM.filter((room) => ![name, ...allowed].includes(room))
  const elsewhere = ['exercises', 'solutions', 'test', 'handouts', 'browser'].filter(
    (room) => room !== name && !(room === 'handouts' && name === 'cli'),
  )
  return {
    files: [`${folder}/**/*.{ts,mjs}`],
    ignores: ['**/.#*', '**/._*', '**/*.test.ts', '**/*.fixture.ts'],
    rules: refused(
      `^#|^[./]*/(${[...others, ...elsewhere].join('|')})/|^(?!\\.|${packages})`,
      `Imports run one way: ${folder} imports ${['itself', ...allowed].join(', ')}.`,
    ),
  }
}
