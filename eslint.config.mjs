import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Imports run one way; each room names what it must not reach for. */
const rooms = ['resolvers', 'access', 'strategy', 'linking', 'insight', 'settings', 'sync', 'jira', 'store', 'domain'];
const mayImport = {
  resolvers: ['access', 'strategy', 'linking', 'insight', 'settings', 'sync', 'jira', 'store', 'domain'],
  access: ['jira', 'store', 'domain', 'settings'],
  // sync: the site's days, and the queue that brings new titles to issues.
  strategy: ['sync', 'jira', 'store', 'domain'],
  linking: ['sync', 'jira', 'store', 'domain'],
  insight: ['settings', 'sync', 'jira', 'store', 'domain'],
  settings: ['jira', 'store', 'domain'],
  sync: ['settings', 'jira', 'store', 'domain'],
  jira: ['domain'],
  store: ['domain'],
  domain: [],
};

const direction = (room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...rooms
            .filter((other) => other !== room && !mayImport[room].includes(other))
            .map((other) => ({
              group: [`**/${other}/**`, `../${other}`],
              message: `${room} does not import ${other}.`,
            })),
          { regex: '/(static|tests)/', message: 'The app does not import its pages or its tests.' },
          ...(room === 'domain'
            ? []
            : [
                {
                  group: ['@forge/api'],
                  importNames: ['default', 'asApp', 'asUser', 'requestJira'],
                  message: 'Jira is asked by jira/request.ts alone, which asks the budget of rate points first.',
                },
              ]),
          ...(room === 'domain'
            ? [{ regex: '^(?!\\./)', message: 'The domain is pure: it imports only itself.' }]
            : []),
        ],
      },
    ],
  },
});

export default defineConfig(
  globalIgnores(['**/dist/**', '**/node_modules/**', 'tests/platform/**']),
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', 300],
    },
  },
  ...rooms.map(direction),
  { files: ['src/jira/request.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/domain/*/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.{1,2}/\\w+$)', message: 'The domain is pure: it imports only itself.' }] },
      ],
    },
  },
  {
    files: ['src/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.(?!/(resolvers|sync)/)', message: 'index imports only resolvers and sync.' }] },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The domain has no clock.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The domain has no clock.' },
      ],
    },
  },
  {
    files: ['static/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(^|/)src/(?!contract$)', message: 'The front end knows only src/contract.ts.' }] },
      ],
    },
  },
);
