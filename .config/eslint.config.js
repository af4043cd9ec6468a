// @ts-nocheck: some of the plugins have no types, and ESLint checks what it is given.
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['test/**/*.ts', 'src/testing/**/*contract*.ts'];

const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
};

const everywhere = {
  eqeqeq: 'error',
  'no-console': 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Export by name: a thing has one name, and a reader finds it by that.',
    },
    { selector: 'TSEnumDeclaration', message: 'Use a union of literals, or an object `as const`.' },
  ],
  'object-shorthand': 'error',
  'prefer-template': 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  // An interface that extends one other is how TypeScript adds members to a global one.
  '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
  // A number in a message reads as everybody expects; what the rule is for is objects.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // `return done(error)` and `(error) => report(error)` are not mistaken for values.
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // An empty text is "nothing said" wherever text comes from outside, and `||` is how that reads.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // `x as Thing` says what it is; the `!` that this rule asks for is forbidden by another of the same set.
  '@typescript-eslint/non-nullable-type-assertion-style': 'off',
  // A fake host holds its ports as properties of its own, so that `{ ...host, database }` is a whole host.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['FakeHost'] }],
  // What is unnecessary beside the tests' types is needed in the build, and a row from Knex is named where it is read.
  '@typescript-eslint/no-unnecessary-type-assertion': 'off',
  // Ports are abstract classes only to be tokens of the container: hosts and adapters implement them by their shape.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // `validate<T>` names what its schema makes, and a port's `Context` is for those who read and implement it.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // `params['id']` says that the key comes from data, as TypeScript's own noPropertyAccessFromIndexSignature has it.
  '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  // A stand-in for a port that a host leaves out does nothing, on purpose.
  '@typescript-eslint/no-empty-function': ['error', { allow: ['methods'] }],
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'tmp/', 'docs/', '**/*.gen.ts', '.stryker-tmp/', '**/reports/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { ...everywhere, ...size } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: typed,
  },
  {
    files: ['src/web/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      // In a native dialog, autofocus says where the focus goes when it opens: the accessible thing to do.
      'lit-a11y/no-autofocus': 'off',
      // Tables that are laid out as cards on narrow screens lose their roles in some browsers: they are written out.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    // Plain JavaScript is type-checked by tsc (checkJs), where there are types at all; Node runs it as it is.
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', module: 'writable' },
    },
  },
  {
    // Scripts of the reference host's own pages.
    files: ['demo/public/**/*.js'],
    languageOptions: {
      globals: { document: 'readonly', DOMParser: 'readonly', fetch: 'readonly', setTimeout: 'readonly' },
    },
  },
  {
    // A configuration is the default export that its tool asks for.
    files: ['.config/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Checks, benches and test set-ups talk to who started them; and a host without a log has its console.
    files: ['.config/**', 'test/**', 'src/adapters/system/console-logger.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // It imports the packed plugin and what the documents contain: there are types of these when the package is checked,
    // which compiles it, and none before something was built.
    files: ['.config/package-check/consumer/**'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: tests,
    rules: {
      // A `describe` is a list of rules; each `it` is short by itself.
      'max-lines-per-function': 'off',
      // `expect(x).to.be.true` of chai.
      '@typescript-eslint/no-unused-expressions': 'off',
      // `expect(() => work())` and `it('…', () => done())` return what nobody reads.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A test may say that what it has just looked up is there: it fails if not.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Lists, not logic: a migration makes one table after the other, a route table has one row per route.
    files: ['migrations/**', 'src/adapters/http/routes/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
