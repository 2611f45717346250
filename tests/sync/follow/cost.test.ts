import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { drain } from '../../../src/sync/jobs/handlers';
import { markDirty } from '../../../src/sync/follow/markDirty';
import { makeWorld } from '../../resolvers/world';

/**
 * Statements of a drain of 100 issues that all serve something else than before, in however many projects: reading and
 * writing them, and one or two for each level that inherits, for moving them to other blocks, and for counting those.
 */
const OF_A_DRAIN = 25;

const FIELD = 'strategic-objective';
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const MEMBER = { kind: 'user', accountId: 'member' } as const;

const PROJECTS = ['WEB', 'POS', 'STO', 'APP', 'OPS'];

/** A site whose first projects hold 100 stories, all of which somebody has just changed. */
const changedSite = async (projects: readonly string[]) => {
  const { site } = await makeWorld(({ jira }) => {
    for (const key of projects.slice(1)) jira.addProject({ key, name: key });
    for (let made = 0; made < 100; made += 1) {
      const project = projects[made % projects.length] ?? '';
      jira.createIssue({ project, type: 'Story', summary: 'S', assignee: 'member', components: ['Cart'] }, null);
    }
  });
  for (const { key } of [...site.jira.issues.all()]) {
    site.jira.editIssue(key, { status: 'In Progress', appValues: { [FIELD]: OBJ_2 } }, MEMBER);
  }
  return site;
};

test.each([1, 2, 5])(
  'a drain of 100 changes costs a handful of statements; they lie in %i project(s)',
  async (count) => {
    const site = await changedSite(PROJECTS.slice(0, count));
    const ids = [...site.jira.issues.all()].map(({ id }) => Number(id));
    await site.runInApp(() => markDirty(ids, site.clock.now()));
    site.statements.reset();
    await site.runInApp(drain);
    expect(site.statements.jira).toBe(1);
    expect(site.statements.sql).toBeLessThanOrEqual(OF_A_DRAIN);
    expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
    await site.close();
  },
);
