import type { UndecidedUnit } from '../../../../src/contract';
import { gatheredBy } from '../../../../src/domain/gatheredBy';
import type { IssueFacts } from '../jira/issueFacts';

/** A unit that wants a decision, with what Jira shows the viewer of it. */
export type Undecided = UndecidedUnit & { facts: IssueFacts };

/** By what work is put into groups that one objective may suit. */
export const GROUPINGS = ['epic', 'component', 'label', 'assignee', 'team', 'everything'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What makes a group. `issue`: of an epic, which is tagged in place of the work below it; `null`: what has no such thing */
type Mark = { id: string; name: string; issue: { id: string; key: string } | null };

/**
 * Work that one decision gives an objective. `units`: those that were read; `count` and `size`: of all, in the measure of the
 * units
 */
export type Group = { mark: Mark | null; units: readonly Undecided[]; count: number; size: number };

const plain = ({ id, name }: { id: string; name: string }): Mark => ({ id, name, issue: null });

const projectOf = ({ key }: IssueFacts): string => key.slice(0, key.lastIndexOf('-'));

const MARKS: Record<Grouping, (facts: IssueFacts, severalProjects: boolean) => Mark[]> = {
  epic: ({ parent }) =>
    parent ? [{ id: parent.id, name: parent.summary, issue: { id: parent.id, key: parent.key } }] : [],
  // Components of different projects may have the same name.
  component: (facts, severalProjects) =>
    facts.components.map(({ id, name }) =>
      plain({ id, name: severalProjects ? `${name} · ${projectOf(facts)}` : name }),
    ),
  label: ({ labels }) => labels.map((label) => plain({ id: label, name: label })),
  assignee: ({ assignee }) => (assignee ? [plain({ id: assignee.accountId, name: assignee.displayName })] : []),
  team: ({ team }) => (team ? [plain(team)] : []),
  everything: () => [plain({ id: '', name: '' })],
};

export const sizeOf = (units: readonly Undecided[]): number => units.reduce((sum, { size }) => sum + size, 0);

/**
 * Puts work into groups, those first of which one decision aligns most; last what has no such thing. An issue with several
 * components or labels is in several groups.
 */
export const groupsOf = (units: readonly Undecided[], by: Grouping): Group[] => {
  const severalProjects = new Set(units.map(({ facts }) => projectOf(facts))).size > 1;
  const placed = units.flatMap((unit): { mark: Mark | null; unit: Undecided }[] => {
    const marks = MARKS[by](unit.facts, severalProjects);
    return marks.length === 0 ? [{ mark: null, unit }] : marks.map((mark) => ({ mark, unit }));
  });
  return [...gatheredBy(placed, ({ mark }) => mark?.id).values()]
    .map((of): Group => {
      const members = of.map(({ unit }) => unit);
      return { mark: of[0]?.mark ?? null, units: members, count: members.length, size: sizeOf(members) };
    })
    .sort(byLeverage);
};

const byLeverage = (a: Group, b: Group): number =>
  Number(a.mark === null) - Number(b.mark === null) ||
  b.size - a.size ||
  b.count - a.count ||
  (a.mark?.name ?? '').localeCompare(b.mark?.name ?? '');

/** An epic with all unlinked work directly below it, as the app counts it. */
export type Step = { id: string; key: string; summary: string; units: number; size: number };

/** Groups of epics where not all work was read: what is unlinked below each is what the app counts, stale work what was read. */
export const withSteps = (groups: readonly Group[], steps: readonly Step[]): Group[] => {
  const counted = steps.map(({ id, key, summary, units, size }): Group => {
    const read = groups.find(({ mark }) => mark?.id === id)?.units ?? [];
    const stale = read.filter(({ standing }) => standing === 'stale');
    return {
      mark: { id, name: summary, issue: { id, key } },
      units: read,
      count: units + stale.length,
      size: size + sizeOf(stale),
    };
  });
  const known = new Set(steps.map(({ id }) => id));
  return [...counted, ...groups.filter(({ mark }) => mark === null || !known.has(mark.id))].sort(byLeverage);
};

/** How much some decisions align together: what is in several groups counts once. */
export const sizeOfAll = (groups: readonly Group[]): number => {
  const read = groups.flatMap(({ units }) => units);
  const notRead = groups.reduce((sum, { units, size }) => sum + size - sizeOf(units), 0);
  return notRead + sizeOf([...new Set(read)]);
};

/** The issues that get the tag: the epic, and below it what has a tag of its own; or each unit. */
export const issuesToTag = ({ mark, units }: Group): string[] =>
  mark?.issue
    ? [mark.issue.id, ...units.filter(({ facts }) => facts.tag !== null).map(({ id }) => id)]
    : units.map(({ id }) => id);

/** What takes the objective once these issues have it: the units that were read, and the size of all. */
export const decidedBy = (
  { mark, units, size }: Group,
  linked: ReadonlySet<string>,
): { units: Undecided[]; size: number } => {
  const isEpicLinked = mark?.issue != null && linked.has(mark.issue.id);
  const decided = units.filter(({ id, facts }) => linked.has(id) || (isEpicLinked && facts.tag === null));
  return { units: decided, size: (isEpicLinked ? size - sizeOf(units) : 0) + sizeOf(decided) };
};
