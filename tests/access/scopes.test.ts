import { accountsToReport } from '../../src/store/work/reportedAccounts';
import { readManifest } from '../site/platform/forge/manifest';
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
  'report:personal-data': [
    'whose account ids are stored is reported',
    async ({ site }) => {
      await site.schedule('hour').catch(() => undefined);
      return site.runInApp(async () => (await accountsToReport(0, 1)).length === 0);
    },
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

const inWorld = async (works: (world: World) => Promise<boolean>, scopes: readonly string[]): Promise<boolean> => {
  const world = await makeWorld((site) => {
    site.app.scopes = [...scopes];
    site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  });
  return works(world);
};

test.each(Object.entries(NEEDED_FOR).map(([scope, [what, works]]) => ({ scope, what, works })))(
  'with $scope $what, without it not',
  async ({ scope, works }) => {
    expect(await inWorld(works, SCOPES)).toBe(true);
    const without = inWorld(
      works,
      SCOPES.filter((other) => other !== scope),
    );
    // Without the first scope not even the installation succeeds; Forge repeats it.
    if (scope === 'read:jira-work') await expect(without).rejects.toThrow('Jira answered 401');
    else expect(await without).toBe(false);
  },
);
