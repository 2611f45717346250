import type { Contract, Tag, UndecidedUnit, UndecidedWork } from '../../src/contract';
import { batches } from '../../src/domain/batches';
import { MOST_LINKED } from '../../src/domain/callLimits';
import { servedUnits } from '../../src/domain/reference/servedUnits';
import { type Grouping, groupsOf, issuesToTag, type Undecided } from '../../static/src/shared/triage/groups';
import { dataOf } from '../resolvers/world';
import type { Issue } from '../site/jira/jiraSite';
import { HAS_REAL_EXPORT } from '../site/load/realExport';
import { allWorkItems } from '../site/report/allWorkItems';
import type { Site } from '../site/site';
import { shownUnit } from './shownUnit';
import { exportSite } from './sites';

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: the decisions of its triage are not counted.');

/**
 * What the export's work rightly serves, written down before, by what it is about: the daemon and Alloy's tooling are the
 * command line, the plug-ins of the studio run the business, the rest of Alloy is the framework, and the modules are modules.
 */
const rightOf = ({ project, components }: Issue): string => {
  const names = components.map(({ name }) => name);
  if (project.key === 'MOD') return 'TI-4';
  if (project.key === 'DAEMON' || names.includes('Tooling')) return 'TI-2';
  return names.some((name) => name.endsWith('Studio')) ? 'RUN' : 'TI-3';
};

/** The decisions: in which project, by what, the group, and what it gets. */
const DECISIONS: [project: string, by: Grouping, group: string, objective: string][] = [
  ['ALOY', 'component', 'Tooling', 'TI-2'],
  ['ALOY', 'everything', '', 'TI-3'],
  ['MOD', 'everything', '', 'TI-4'],
  ['DAEMON', 'everything', '', 'TI-2'],
];

const call = async <K extends keyof Contract>(
  site: Site,
  key: string,
  name: K,
  payload: Parameters<Contract[K]>[0],
) => {
  const extension = { project: { id: site.jira.project(key).id, key } };
  const viewer = { accountId: 'admin', moduleKey: 'project-alignment', extension };
  return (await site.invoke(name, payload, viewer)) as ReturnType<Contract[K]>;
};

const undecidedIn = async (site: Site, project: string): Promise<Undecided[]> => {
  const units: UndecidedUnit[] = [];
  let cursor: string | null = null;
  do {
    const look = { window: 90, measure: 'items', part: 'all', filter: {} } as const;
    const page: UndecidedWork = dataOf(await call(site, project, 'undecidedInProject', { ...look, cursor }));
    units.push(...page.units);
    cursor = page.next;
  } while (cursor !== null);
  return units.map((unit) => shownUnit(site, unit));
};

(HAS_REAL_EXPORT ? test : test.skip)(
  'at most one decision for 20 units of a real export, and 95 % of them rightly',
  async () => {
    const { site } = await exportSite();
    const served = () =>
      site.runInApp(async () => new Map(servedUnits(await allWorkItems()).map(({ id, serves }) => [id, serves])));
    const before = await served();
    const all = (await Promise.all(['ALOY', 'MOD', 'DAEMON'].map((project) => undecidedIn(site, project)))).flat();
    for (const [project, by, name, objective] of DECISIONS) {
      const group = groupsOf(await undecidedIn(site, project), by).find(({ mark }) => mark?.name === name);
      if (!group) throw new Error(`${project} has no group ${name}.`);
      const to: Tag = { kind: 'objective', key: objective };
      for (const issueIds of batches(issuesToTag(group), MOST_LINKED))
        dataOf(await call(site, project, 'linkIssues', { issueIds, to }));
    }
    const changed = [...(await served())].filter(([id, serves]) => serves !== before.get(id));
    const right = changed.filter(([id, serves]) => serves === rightOf(site.jira.issue(String(id))));
    process.stdout.write(
      `triage: ${DECISIONS.length} interactions for ${changed.length} of ${all.length} undecided units of a real export, ${right.length} of them right\n`,
    );
    expect(changed.length).toBeGreaterThanOrEqual(0.95 * all.length);
    expect(DECISIONS.length).toBeLessThanOrEqual(all.length / 20);
    expect(right.length).toBeGreaterThanOrEqual(0.95 * changed.length);
    await site.close();
  },
  120_000,
);
