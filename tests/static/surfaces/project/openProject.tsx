import type { PastLinks, ProjectAlignment, UndecidedWork, UnlinkedWork } from '../../../../src/contract';
import { asked, ok, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';
import { jiraIssue, options } from '../../support/samples';

const SPRINT_FIELD = 'customfield_10020';
const noFilters = { fixVersions: [], components: [], sprintField: SPRINT_FIELD };
export const nothing: UnlinkedWork = { issues: [], estimates: [], total: 0, next: null };

const fields = { objective: 'customfield_10100', sprint: SPRINT_FIELD, team: 'customfield_10001' };
export const decided: UndecidedWork = { units: [], total: 0, size: 0, next: null, fields };
const noLinks: PastLinks = { links: [], candidates: [], fields };

/** Opens the page of a project that shows this. */
export const open = (shown: ProjectAlignment, more: Parameters<typeof placePage>[2] = {}, address = '/') => {
  placePage(
    'project-alignment',
    { project: { id: '1', key: 'WEB' } },
    {
      projectAlignment: ({ measure }) => ok({ ...shown, basis: { ...shown.basis, measure } }),
      projectFilters: () => ok({ ...noFilters, sprints: [{ id: '8', exampleId: '1' }] }),
      searchObjectives: () => ok(options),
      unlinkedWork: () => ok(nothing),
      undecidedInProject: () => ok(decided),
      pastLinksInProject: () => ok(noLinks),
      bulkJobs: () => ok({ jobs: [], next: null }),
      rules: () => ok({ rules: [], everywhere: 0 }),
      ...more,
    },
    address,
  );
  placeJira({
    issues: [
      jiraIssue('1', 'WEB-1', { [SPRINT_FIELD]: [{ id: 8, name: 'Sprint 8' }] }),
      jiraIssue('2'),
      jiraIssue('7'),
    ],
  });
  return openPage();
};

/** What was asked last of a call. */
export const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;
