/**
 * Which room may import which, for dependency-cruiser: `npm run check` holds it. The rooms are the folders of `src`; src/README.md says
 * what each is for.
 */
const MAY_IMPORT = {
  resolvers: [
    'access',
    'strategy',
    'linking',
    'insight',
    'settings',
    'sync',
    'site',
    'jira',
    'store',
    'contract',
    'domain',
  ],
  access: ['settings', 'jira', 'store', 'contract', 'domain'],
  // sync: whatever changes work or titles is followed by the same jobs as a change in Jira.
  strategy: ['sync', 'site', 'jira', 'store', 'contract', 'domain'],
  linking: ['sync', 'site', 'jira', 'store', 'contract', 'domain'],
  insight: ['site', 'settings', 'jira', 'store', 'contract', 'domain'],
  sync: ['site', 'settings', 'jira', 'store', 'contract', 'domain'],
  site: ['settings', 'jira', 'store', 'contract', 'domain'],
  settings: ['jira', 'store', 'contract', 'domain'],
  jira: ['domain'],
  store: ['domain'],
  contract: ['domain'],
  domain: [],
};
const ROOMS = Object.keys(MAY_IMPORT);
/**
 * The portfolio's rooms that others of its rooms build on: how it is framed, moved about in, read and explained; figures that several pages
 * show; and what changes the strategy from wherever an objective is shown.
 */
const PORTFOLIO_SHARED = ['shell', 'routing', 'explain', 'findings', 'figures', 'allocation', 'editing'];

const room = (name) => ({
  name: `${name} reaches for another room`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${ROOMS.filter((other) => other !== name && !MAY_IMPORT[name].includes(other)).join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'imports go in a circle', severity: 'error', from: {}, to: { circular: true } },
    ...ROOMS.filter((name) => MAY_IMPORT[name].length < ROOMS.length - 1).map(room),
    {
      name: 'the app imports its pages or its tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(static|tests)/' },
    },
    {
      name: 'the domain imports a package',
      severity: 'error',
      from: { path: '^src/(domain|contract)/' },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: '^src/(domain|contract)/' },
    },
    {
      name: 'index imports more than the resolvers and the jobs',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { pathNot: '^src/(resolvers/index|sync/jobs/index)\\.ts$' },
    },
    {
      name: 'the pages know of the app more than its contract and its rules',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^src/', pathNot: '^src/(contract|domain)/' },
    },
    {
      name: 'what runs imports what only proves',
      severity: 'error',
      from: { path: '^(src|static)/', pathNot: '^src/domain/reference/' },
      to: { path: '^src/domain/reference/' },
    },
    {
      name: 'a surface imports another',
      severity: 'error',
      from: { path: '^static/src/surfaces/([^/]+)/' },
      to: { path: '^static/src/surfaces/', pathNot: '^static/src/surfaces/$1/' },
    },
    {
      name: 'what the surfaces share imports one of them',
      severity: 'error',
      from: { path: '^static/src/shared/' },
      to: { path: '^static/src/surfaces/' },
    },
    {
      name: 'the local site imports what is built on it',
      severity: 'error',
      from: { path: '^tests/site/(platform|jira|server|pages)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^tests/site/(demo|load|report|start)/' },
    },
    {
      name: 'a page of the portfolio imports another',
      severity: 'error',
      from: { path: '^static/src/surfaces/portfolio/([^/]+)/' },
      to: {
        path: '^static/src/surfaces/portfolio/[^/]+/',
        pathNot: `^static/src/surfaces/portfolio/($1|${PORTFOLIO_SHARED.join('|')})/`,
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/|^tests/platform/' },
  },
};
