import { readManifest } from '../site/platform/forge/manifest';
import type { Site } from '../site/site';
import { makeWorld } from '../resolvers/world';

type World = Awaited<ReturnType<typeof makeWorld>>;

beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

/** What each scope of the manifest is for: one thing that works with it, and not without it. */
const NEEDED_FOR: Record<string, [what: string, works: (world: World) => Promise<boolean>]> = {
  'read:jira-work': [
    'a project is read',
    async ({ onProject }) =>
      (await onProject('member', 'projectAlignment', { window: 90, measure: 'items', filter: {} })).ok,
  ],
  'read:jira-user': [
    'a group of strategy editors is known',
    async ({ onPortfolio }) => (await onPortfolio('editor', 'exportStrategy', {})).ok,
  ],
  'write:app-data:jira': [
    'work is linked',
    async ({ onProject, site }) => {
      const to = { kind: 'objective', key: 'OBJ-1' } as const;
      await onProject('member', 'linkIssues', { issueIds: [site.jira.issue('WEB-1').id], to });
      return Object.values(site.jira.issue('WEB-1').appValues).some((value) => value !== null);
    },
  ],
};

const SCOPES = readManifest(process.cwd()).scopes;

test('each scope is for something', () => expect(Object.keys(NEEDED_FOR).sort()).toEqual([...SCOPES].sort()));

const load = ({ jira }: Site): void =>
  void jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', appValues: {} }, null);

test.each(Object.entries(NEEDED_FOR).map(([scope, [what, works]]) => ({ scope, what, works })))(
  'with $scope $what, without it not',
  async ({ scope, works }) => {
    const world = await makeWorld(load);
    expect(await works(world)).toBe(true);
    const { app } = world.site;
    app.scopes = app.scopes.filter((one) => one !== scope);
    const without = await makeWorld((site) => {
      load(site);
      site.app.scopes = app.scopes;
    }).catch(() => null);
    // Without reading Jira not even the installation ends.
    expect(without !== null && (await works(without).catch(() => false))).toBe(false);
  },
);
