import { configure, screen, within } from '@testing-library/react';
import type { DeferResult, LinkResult, PastLinks, UndecidedUnit } from '../../../../src/contract';
import type { JiraIssue } from '../../../../static/src/shared/jira/issues';
import { asDay } from '../../../domain/days';
import { ok, placeJira } from '../../support/bridge';
import { jiraIssue, project } from '../../support/samples';
import { decided, open } from './openProject';

// The page is loaded lazily, which takes long on a busy machine.
configure({ asyncUtilTimeout: 8_000 });

const FIELD = 'customfield_10100';
export const OBJ_12 = { kind: 'objective', key: 'OBJ-12' } as const;
const cart = { id: '1', name: 'Cart' };

const epic = (id: string) => ({ id, key: `WEB-${id}`, fields: { summary: `Epic ${id}` } });
const story = (id: string, fields: JiraIssue['fields'] = {}) => jiraIssue(id, `WEB-${id}`, fields);

/** Two epics, one with more below it, stale work, and an issue that Jira hides. */
const ISSUES = [
  story('1', { parent: epic('50'), components: [cart] }),
  story('2', { parent: epic('50'), labels: ['blue'] }),
  story('3', { parent: epic('51'), components: [cart], labels: ['blue', 'red'] }),
  story('4', { [FIELD]: { key: 'OBJ-9', name: 'Long done' } }),
];
const UNITS: UndecidedUnit[] = ['1', '2', '3', '4', '99'].map((id) => ({
  id,
  size: 1,
  standing: id === '4' ? ('stale' as const) : ('unlinked' as const),
  setAside: null,
}));

export const linked = (issueId: string): LinkResult => ({
  issueId,
  key: `WEB-${issueId}`,
  outcome: 'linked',
  message: null,
});

const SET_ASIDE = { until: asDay('2026-12-13'), reason: 'small', by: null } as const;

type Work = {
  /** what becomes of an issue that is to be linked */
  link?: (issueId: string) => LinkResult;
  links?: PastLinks['links'];
  /** what follows in the page's address */
  address?: string;
  /** ids of what was set aside */
  aside?: readonly string[];
  /** what becomes of an issue that is to be set aside, or brought back */
  defer?: (issueId: string) => DeferResult['outcome'];
};

/** Opens a project's page on a back end with that work, where an epic's link takes what is below it. */
export const withWork = ({ link = linked, links = [], address = '', aside = [], defer = () => 'done' }: Work = {}) => {
  const all = UNITS.map((unit) => (aside.includes(unit.id) ? { ...unit, setAside: SET_ASIDE } : unit));
  let units = all;
  const belowOf = (id: string) => ISSUES.filter(({ fields }) => fields.parent?.id === id).map((issue) => issue.id);
  const user = open(
    project,
    {
      undecidedInProject: () => ok({ ...decided, units, total: units.length, size: units.length }),
      pastLinksInProject: () =>
        ok({
          links,
          candidates: [
            { key: 'OBJ-12', title: 'One basket everywhere', owner: null, start: 0 },
            { key: 'OBJ-1', title: 'Win', owner: null, start: 0 },
          ],
          fields: decided.fields,
        }),
      linkIssues: ({ issueIds }) => {
        const results = issueIds.map(link);
        const taken = results
          .filter(({ outcome }) => outcome === 'linked')
          .flatMap(({ issueId }) => [issueId, ...belowOf(issueId)]);
        units = units.filter(({ id }) => !taken.includes(id));
        return ok(results);
      },
      unlinkIssues: ({ issueIds }) => {
        units = all;
        return ok(issueIds.map((issueId) => ({ ...linked(issueId), outcome: 'unlinked' })));
      },
      deferInProject: ({ issueIds }) => ok(issueIds.map((issueId) => ({ issueId, outcome: defer(issueId) }))),
    },
    `/?tab=unlinked${address}`,
  );
  placeJira({
    issues: [
      ...ISSUES,
      ...links.map(({ id, objective }) =>
        story(id, {
          created: `2026-0${1 + (Number(id) % 9)}-01T09:00:00.000+0000`,
          summary: objective === 'OBJ-12' ? 'Basket on the phone' : 'Poster for the fair',
          components: [objective === 'OBJ-12' ? cart : { id: '2', name: 'Print' }],
        }),
      ),
    ],
    finds: { 'assignee = currentUser()': ['3'], 'text ~ "say \\"hi\\""': ['1', '3'] },
  });
  return user;
};

export const card = async () => within(await screen.findByRole('region', { name: 'Where to start' }));
export const button = (name: string) => screen.findByRole('button', { name: `Choose an objective for ${name}` });

/** Chooses OBJ-12 for a group. */
export const choose = async (user: ReturnType<typeof open>, group: string): Promise<void> => {
  await user.click(await button(group));
  await user.click(await screen.findByRole('option', { name: /OBJ-12/ }));
};
