import { SiteClock } from '../clock';
import { JiraSite, type Issue } from '../jira/jiraSite';
import { buildDemo } from './buildDemo';
import { demoPeople, HIDDEN_PROJECT } from './people';
import { OBJECTIVE_FIELD } from '../jira/objectiveField';

const NOW = Date.UTC(2026, 4, 16, 12);

function demo(): JiraSite {
  const jira = new JiraSite({
    clock: new SiteClock(NOW),
    openapi: false,
    appFields: [OBJECTIVE_FIELD],
  });
  buildDemo(jira);
  return jira;
}

const CLOSED = ['OBJ-12', 'OBJ-13', 'OBJ-14'];

/** The share of a project's work, begun or done, that serves an objective: an open one, unless it is done. Run work is left out. */
function alignment(jira: JiraSite, project: string): number {
  const tagOf = (issue: Issue | undefined): string | undefined =>
    issue &&
    ((issue.appValues['customfield_10100'] as { key: string } | undefined)?.key ??
      tagOf(jira.issues.find(issue.parent?.id ?? '')));
  const kept = '(resolution is EMPTY OR resolution = Done)';
  const effort = jira
    .query(`project = ${project} AND type in (Story, Task, Bug) AND status != "To Do" AND ${kept}`)
    .run()
    .filter((issue) => tagOf(issue) !== 'RUN');
  const aligned = effort.filter((issue) => {
    const tag = tagOf(issue);
    return tag !== undefined && (issue.status.name === 'Done' || !CLOSED.includes(tag));
  });
  return aligned.length / effort.length;
}

test('the demo is the same for the same clock, and no two summaries are the same', () => {
  const tell = (jira: JiraSite) => JSON.stringify([...jira.issues.all()]);
  const jira = demo();
  expect(tell(demo())).toBe(tell(jira));
  const summaries = [...jira.issues.all()].map((issue) => issue.summary);
  expect(new Set(summaries).size).toBe(summaries.length);
  expect(summaries.length).toBeGreaterThan(250);
  expect([...jira.issues.all()].every((issue) => issue.updated <= NOW && issue.created <= issue.updated)).toBe(true);
});

test('people may do different things', () => {
  const jira = demo();
  const may = (person: keyof typeof demoPeople, permission: 'BROWSE_PROJECTS' | 'EDIT_ISSUES', project: string) =>
    jira.access.may({ kind: 'user', accountId: demoPeople[person].accountId }, permission, jira.project(project));
  expect(may('viewer', 'BROWSE_PROJECTS', 'WEB')).toBe(true);
  expect(may('viewer', 'EDIT_ISSUES', 'WEB')).toBe(false);
  expect(may('contractor', 'BROWSE_PROJECTS', 'MKT')).toBe(false);
  expect(may('productManager', 'BROWSE_PROJECTS', HIDDEN_PROJECT)).toBe(false);
  expect(may('admin', 'EDIT_ISSUES', HIDDEN_PROJECT)).toBe(true);
});

test('work is not aligned everywhere', () => {
  const jira = demo();
  expect(alignment(jira, 'WEB')).toBeGreaterThan(0.5);
  expect(alignment(jira, 'WEB')).toBeLessThan(0.7);
  expect(alignment(jira, 'MKT')).toBeGreaterThan(0.15);
  expect(alignment(jira, 'MKT')).toBeLessThan(0.35);
});
