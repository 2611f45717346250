import type { ProjectAlignment, Triage, UnlinkedWork } from '../../../../src/contract';
import { asked, ok, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';
import { jiraIssue, options } from '../../support/samples';

const SPRINT_FIELD = 'customfield_10020';
const noFilters = { fixVersions: [], components: [], sprintField: SPRINT_FIELD };
export const nothing: UnlinkedWork = { issues: [], estimates: [], total: 0, next: null };

export const noSteps: Triage = { issues: [], estimates: [], units: 0, size: 0 };

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
      triage: () => ok(noSteps),
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
