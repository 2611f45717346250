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
  access: ['site', 'settings', 'jira', 'store', 'contract', 'domain'],
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
 * show, those of a past day too; and what changes the strategy from wherever an objective is shown.
 */
const PORTFOLIO_SHARED = ['shell', 'routing', 'explain', 'findings', 'figures', 'allocation', 'editing', 'past'];

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

const room = (name) =>
  forbid(
    `${name} reaches for another room`,
    { path: `^src/${name}/` },
    { path: `^src/(${ROOMS.filter((other) => other !== name && !MAY_IMPORT[name].includes(other)).join('|')})/` },
  );

module.exports = {
  forbidden: [
    forbid('imports go in a circle', {}, { circular: true }),
    ...ROOMS.filter((name) => MAY_IMPORT[name].length < ROOMS.length - 1).map(room),
    forbid('the app imports its pages or its tests', { path: '^src/' }, { path: '^(static|tests)/' }),
    forbid(
      'the domain or the contract imports more than rules',
      { path: '^src/(domain|contract)/' },
      { pathNot: '^src/(domain|contract)/' },
    ),
    forbid(
      'index imports more than the resolvers and the jobs',
      { path: '^src/index\\.ts$' },
      { pathNot: '^src/(resolvers/index|sync/jobs/index)\\.ts$' },
    ),
    forbid(
      'the pages know of the app more than its contract and its rules',
      { path: '^static/' },
      { path: '^src/', pathNot: '^src/(contract|domain)/' },
    ),
    forbid(
      'what runs imports what only proves',
      { path: '^(src|static)/', pathNot: '^src/domain/reference/' },
      { path: '^src/domain/reference/' },
    ),
    forbid(
      'a surface imports another',
      { path: '^static/src/surfaces/([^/]+)/' },
      { path: '^static/src/surfaces/', pathNot: '^static/src/surfaces/$1/' },
    ),
    forbid(
      'what the surfaces share imports one of them',
      { path: '^static/src/shared/' },
      { path: '^static/src/surfaces/' },
    ),
    forbid(
      'the local site imports what is built on it',
      { path: '^tests/site/(platform|jira|server|pages)/', pathNot: '\\.test\\.ts$' },
      { path: '^tests/site/(demo|load|report|start)/' },
    ),
    forbid(
      'a page of the portfolio imports another',
      { path: '^static/src/surfaces/portfolio/([^/]+)/' },
      {
        path: '^static/src/surfaces/portfolio/[^/]+/',
        pathNot: `^static/src/surfaces/portfolio/($1|${PORTFOLIO_SHARED.join('|')})/`,
      },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(static/dist|tests/site/dist|tests/platform)/' },
  },
};
