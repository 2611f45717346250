import type { Answer, Contract } from '../../src/contract';
import { saveSettings, siteSettings } from '../../src/settings/siteSettings';
import { importStrategy } from '../strategy/importStrategy';
import { objective } from '../domain/build';
import { SiteClock } from '../site/clock';
import { createSite, type Site } from '../site/site';
import type { SqlEngine } from '../site/platform/sql/engine';
import { migrated } from '../site/platform/sql/migrated';

/** Noon of a Monday. */
export const NOW = Date.UTC(2026, 4, 18, 12);
export const DAY_MS = 86_400_000;

export const PEOPLE = ['member', 'reader', 'outsider', 'owner', 'editor', 'admin'] as const;
export type Person = (typeof PEOPLE)[number];

/**
 * A site with the app installed and six people: a member who may edit, a reader who may only look, and an outsider who may not
 * browse the project WEB; the owner of OBJ-2 and a strategy editor, who may only look, and a Jira admin.
 * `watch` may put something between the app and its database. The strategy: OBJ-1 above OBJ-2 (both active), OBJ-3 draft, OBJ-4 achieved.
 */
export const makeWorld = async (
  load?: (site: Site) => void,
  watch: (engine: SqlEngine) => SqlEngine = (engine) => engine,
) => {
  const site = await createSite({ engine: watch(await migrated()), clock: new SiteClock(NOW) });
  for (const person of PEOPLE) {
    site.jira.addUser({ accountId: person, displayName: `The ${person}`, jiraAdmin: person === 'admin' });
  }
  const editors = site.jira.addGroup('strategy-office', ['editor']);
  site.jira.addProject({ key: 'WEB', name: 'Web shop', everyone: 'none' });
  site.jira.setPermissions('WEB', 'member', 'member');
  for (const person of ['reader', 'owner', 'editor', 'admin']) site.jira.setPermissions('WEB', person, 'viewer');
  site.jira.setPermissions('WEB', site.jira.appUser.accountId, 'admin');
  load?.(site);
  site.install();
  await site.settle();
  await site.runInApp(async () => {
    const settings = await siteSettings();
    await saveSettings({ ...settings, editorGroups: [{ id: editors.groupId, name: editors.name }] });
    await importStrategy([
      objective('OBJ-1', { title: 'Win the market' }),
      objective('OBJ-2', { title: 'Superior service', parent: 'OBJ-1', owner: 'owner' }),
      objective('OBJ-3', { title: 'A draft', status: 'draft' }),
      objective('OBJ-4', { title: 'Long done', status: 'achieved' }),
    ]);
  });

  const call = <K extends keyof Contract>(
    person: Person,
    moduleKey: string,
    extension: object,
    name: K,
    payload: Parameters<Contract[K]>[0],
  ) => site.invoke(name, payload, { accountId: person, moduleKey, extension }) as Promise<ReturnType<Contract[K]>>;

  const onIssue = <K extends keyof Contract>(
    person: Person,
    key: string,
    name: K,
    payload: Parameters<Contract[K]>[0],
  ) => {
    const { id, project } = site.jira.issue(key);
    const extension = { issue: { id, key }, project: { id: project.id, key: project.key } };
    return call(person, 'alignment-panel', extension, name, payload);
  };
  const onProject = <K extends keyof Contract>(person: Person, name: K, payload: Parameters<Contract[K]>[0]) => {
    const { id, key } = site.jira.project('WEB');
    return call(person, 'project-alignment', { project: { id, key } }, name, payload);
  };

  const onPortfolio = <K extends keyof Contract>(person: Person, name: K, payload: Parameters<Contract[K]>[0]) =>
    call(person, 'portfolio', {}, name, payload);

  /** What a page makes of a list of ids: the keys of what Jira shows to the person, and how many it does not. */
  const inJira = (person: Person, issues: readonly { id: string }[]) => {
    const shown = issues
      .map(({ id }) => site.jira.issue(id))
      .filter((issue) => site.jira.access.maySee({ kind: 'user', accountId: person }, issue));
    return { keys: shown.map(({ key }) => key), hidden: issues.length - shown.length };
  };

  return {
    site,
    call,
    inJira,
    onPortfolio,
    onIssue,
    onProject,
    /** The panel of an issue as a person sees it. */
    panel: async (key: string, person: Person = 'member') =>
      dataOf(await onIssue(person, key, 'issueAlignment', { measure: 'items' })),
    /** The same once the page has said that Jira shows more than the app knows. */
    panelBehind: async (key: string, person: Person = 'member') =>
      dataOf(await onIssue(person, key, 'issueAlignment', { measure: 'items', behind: true })),
    /** The project page of the last 90 days. */
    page: async (changes: Partial<Parameters<Contract['projectAlignment']>[0]> = {}, person: Person = 'member') =>
      dataOf(await onProject(person, 'projectAlignment', { window: 90, measure: 'items', filter: {}, ...changes })),
    unlinked: async (changes: Partial<Parameters<Contract['unlinkedWork']>[0]> = {}, person: Person = 'member') =>
      dataOf(
        await onProject(person, 'unlinkedWork', { window: 90, part: 'all', filter: {}, cursor: null, ...changes }),
      ),
  };
};

/** What a call answered; fails the test with the error where it answered one. */
export const dataOf = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.data;
};
