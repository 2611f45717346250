import { Random } from '../../site/demo/random';
import type { Issue, JiraSite } from '../../site/jira/jiraSite';
import { projectSizes, REFERENCE_SIZE } from './projectSizes';
import { type ProjectPlan, ProjectStream } from './projectStream';
import { strategyFile } from './strategyFile';

const SEED = 7;
/** Projects hidden from the viewer: counted, but not named. */
const HIDDEN = 5;
const LARGE_EPIC = 1000;
const DAY_MS = 86_400_000;

export const ADMIN = 'admin';
export const READER = 'reader';

/** A site of the benchmark, and the parts of it that are measured. */
export type BenchSite = {
  /** the strategy as an import file */
  strategy: string;
  /** keys of objectives that can be tagged */
  objectives: readonly { key: string; title: string }[];
  /** the project of 20,000 issues, else the largest */
  reference: { id: string; key: string; size: number };
  /** the project with a fifth of all issues */
  largest: { id: string; key: string; size: number };
  /** the project of the median issue */
  typical: { id: string; key: string; size: number };
  /** an epic of the reference project with 1,000 issues below it, or half of the project's issues if those are fewer */
  largeEpic: { id: string; descendants: number };
};

/**
 * Fills a site with so many issues in 200 projects of very different size: epics, some initiatives above, sub-tasks
 * below, tags mostly on epics, and matching people, teams, components, versions and sprints. Deterministic for a size.
 */
export function buildSite(jira: JiraSite, issues: number): BenchSite {
  const random = new Random(SEED);
  const now = jira.clock.now();
  jira.catalogue.addIssueType('Initiative', 2);
  const people = addPeople(jira, issues);
  const { csv, objectives } = strategyFile(random, Math.floor(now / DAY_MS), people.slice(0, 40));
  const active = objectives.filter((one) => one.leaf && one.active);
  const sizes = projectSizes(issues);
  const nearest = sizes.indexOf(REFERENCE_SIZE);
  const reference = nearest < 0 ? sizes.length - 1 : nearest;
  const descendants = Math.min(LARGE_EPIC, Math.floor((sizes[reference] ?? 0) / 2));
  const plans = sizes.map((size, index) =>
    planProject(jira, random, {
      size,
      index,
      people,
      objectives: active,
      largeEpic: index === reference ? descendants : 0,
    }),
  );
  const initiatives: Issue[] = [];
  const streams = plans.map((plan) => new ProjectStream(jira, plan, random, now, initiatives));
  // Work goes on in all projects at once, so ids are mixed.
  for (const index of mixed(sizes, random)) streams[index]?.next();

  const described = (index: number) => {
    const { key = '', size = 0 } = plans[index] ?? {};
    return { id: jira.project(key).id, key, size };
  };
  return {
    strategy: csv,
    objectives: active,
    reference: described(reference),
    largest: described(sizes.indexOf(Math.max(...sizes))),
    typical: described(indexOfMiddle(sizes)),
    largeEpic: { id: jira.issue(`${plans[reference]?.key}-1`).id, descendants },
  };
}

/** One person for every 120 issues, and at least 60. */
function addPeople(jira: JiraSite, issues: number): string[] {
  const people = Array.from({ length: Math.max(60, Math.floor(issues / 120)) }, (_, index) => `person-${index}`);
  for (const accountId of people) jira.addUser({ accountId, displayName: `Person ${accountId.slice(7)}` });
  jira.addUser({ accountId: ADMIN, displayName: 'The admin', jiraAdmin: true });
  jira.addUser({ accountId: READER, displayName: 'The reader' });
  return people;
}

type Planned = {
  size: number;
  index: number;
  people: readonly string[];
  objectives: readonly { key: string; title: string }[];
  largeEpic: number;
};

function planProject(
  jira: JiraSite,
  random: Random,
  { size, index, people, objectives, largeEpic }: Planned,
): ProjectPlan {
  const key = `P${String(index + 1).padStart(3, '0')}`;
  const category = `Division ${(index % 8) + 1}`;
  const project = jira.addProject({ key, name: `Project ${index + 1}`, category });
  if (index < HIDDEN) jira.setPermissions(key, READER, 'none');
  const part = (share: number, least: number, most: number) => Math.min(most, Math.max(least, Math.ceil(size / share)));
  const components = numbered(part(150, 3, 20), (number) => jira.component(project, `Component ${number}`).name);
  const versions = numbered(part(200, 2, 30), (number) => jira.version(project, `${number}.0`).name);
  const sprints = numbered(part(60, 2, 78), (number) => {
    const state = number === 1 ? 'active' : 'closed';
    return jira.catalogue.addSprint(`${key} sprint ${100 - number}`, state, index + 1).id;
  });
  return {
    key,
    size,
    members: window(people, random, part(120, 3, 400)),
    teams: numbered(part(1000, 1, 40), (number) => jira.catalogue.teams.named(`Team ${index}.${number}`).id),
    components,
    versions,
    sprints,
    serves: window(objectives, random, 4 + (index % 5)).map(({ key: served, title }) => ({ key: served, name: title })),
    largeEpic,
  };
}

const numbered = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

/** A random run of neighbours in a circular list. */
function window<T>(all: readonly T[], random: Random, size: number): T[] {
  const from = random.between(0, all.length - 1);
  return [...all, ...all].slice(from, from + Math.min(size, all.length));
}

/** Each index as often as its size says, in random order. */
function mixed(sizes: readonly number[], random: Random): Uint8Array {
  const order = Uint8Array.from(sizes.flatMap((size, index) => Array.from({ length: size }, () => index)));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** The index whose part contains the middle of the whole. */
function indexOfMiddle(sizes: readonly number[]): number {
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2;
  let before = 0;
  return sizes.findIndex((size) => (before += size) >= half);
}
