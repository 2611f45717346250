import { drainAll } from '../../src/sync/drain';
import { mark } from '../../src/sync/mark';
import { makeWorld } from '../resolvers/world';

/** What a drain of 100 issues costs whatever they are, and what each project costs whose figures that touches. */
const OF_A_DRAIN = 12;
const OF_A_PROJECT = 6;

test.each([1, 3])('a drain of 100 issues costs a handful of statements; they lie in %i project(s)', async (count) => {
  const projects = ['WEB', 'POS', 'STO'].slice(0, count);
  const { site } = await makeWorld(({ jira }) => {
    for (const key of projects.slice(1)) jira.addProject({ key, name: key });
    for (let made = 0; made < 100; made += 1) {
      const project = projects[made % count] ?? '';
      jira.createIssue({ project, type: 'Story', summary: 'S', assignee: 'member', components: ['Cart'] }, null);
    }
  });
  const ids = [...site.jira.issues.all()].map(({ id }) => Number(id));
  const now = site.clock.now();
  await site.runInApp(() => mark(ids, now));
  site.statements.reset();
  await site.runInApp(() => drainAll(() => now, now));
  expect(site.statements.jira).toBe(1);
  expect(site.statements.sql).toBeLessThanOrEqual(OF_A_DRAIN + OF_A_PROJECT * count);
  await site.close();
});
