import type { UndecidedUnit } from '../../../../src/contract';
import { gatheredBy } from '../../../../src/domain/gatheredBy';
import { EPIC_LEVEL } from '../../../../src/domain/work/workItem';
import type { IssueFacts } from '../jira/issueFacts';

/** A unit that wants a decision, with what Jira shows the viewer of it. */
export type Undecided = UndecidedUnit & { facts: IssueFacts };

/** By what work is put into groups that one objective may suit. */
export const GROUPINGS = ['epic', 'component', 'label', 'assignee', 'team', 'everything'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What makes a group. `issue`: that of an epic, or of another parent; `null`: what has no such thing */
type Mark = { id: string; name: string; issue: { id: string; key: string } | null };

/**
 * Work that one decision gives an objective. `epic`: id of the epic that is tagged in place of what has no tag of its own;
 * `null`: each unit is tagged; `units`: those that were read; `count` and `size`: of all, in the measure of the units
 */
export type Group = {
  mark: Mark | null;
  epic: string | null;
  units: readonly Undecided[];
  count: number;
  size: number;
};

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

/** Whether a unit serves what its parent does, now and once that is tagged. */
const followsParent = ({ facts }: Undecided): boolean => facts.tag === null;

/** Whether work that follows an epic is left out of what is grouped. No decision may touch that. */
type LeavesOut = (epic: string) => boolean;

/**
 * The epic that is tagged in place of the units below it, only where that decides what the group counts and nothing else.
 * So it serves nothing, as an unlinked unit without a tag tells: with any other, work that is aligned, or done, would move
 * too. That also rules out a parent that is an objective. Of a parent above epics more would follow than the units directly
 * below it.
 */
const epicFor = (units: readonly Undecided[], isLeftOut: LeavesOut): string | null => {
  const parent = units.find((unit) => followsParent(unit) && unit.standing === 'unlinked')?.facts.parent;
  return !parent || parent.level > EPIC_LEVEL || isLeftOut(parent.id) ? null : parent.id;
};

/** Tells which epics have work that is left out. `shown`: what of all is grouped */
export const leavesOut = (all: readonly Undecided[], shown: readonly Undecided[]): LeavesOut => {
  const kept = new Set(shown);
  const epics = new Set(all.flatMap((unit) => (followsParent(unit) && !kept.has(unit) ? [unit.facts.parent?.id] : [])));
  return (epic) => epics.has(epic);
};

const LEAVES_NOTHING_OUT: LeavesOut = () => false;

export const sizeOf = (units: readonly Undecided[]): number => units.reduce((sum, { size }) => sum + size, 0);

/**
 * Puts work into groups, those first of which one decision aligns most; last what has no such thing. An issue with several
 * components or labels is in several groups.
 */
export const groupsOf = (
  units: readonly Undecided[],
  by: Grouping,
  isLeftOut: LeavesOut = LEAVES_NOTHING_OUT,
): Group[] => {
  const severalProjects = new Set(units.map(({ facts }) => projectOf(facts))).size > 1;
  const placed = units.flatMap((unit): { mark: Mark | null; unit: Undecided }[] => {
    const marks = MARKS[by](unit.facts, severalProjects);
    return marks.length === 0 ? [{ mark: null, unit }] : marks.map((mark) => ({ mark, unit }));
  });
  return [...gatheredBy(placed, ({ mark }) => mark?.id).values()]
    .map((of): Group => {
      const mark = of[0]?.mark ?? null;
      const members = of.map(({ unit }) => unit);
      const epic = mark?.issue ? epicFor(members, isLeftOut) : null;
      return { mark, epic, units: members, count: members.length, size: sizeOf(members) };
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

/**
 * Groups of epics where not all work was read: what is unlinked below each is what the app counts, stale work what was read.
 * An epic with work that is left out stays as it was read.
 */
export const withSteps = (
  groups: readonly Group[],
  all: readonly Step[],
  isLeftOut: LeavesOut = LEAVES_NOTHING_OUT,
): Group[] => {
  const steps = all.filter(({ id }) => !isLeftOut(id));
  const counted = steps.map(({ id, key, summary, units, size }): Group => {
    const read = groups.find(({ mark }) => mark?.id === id)?.units ?? [];
    const stale = read.filter(({ standing }) => standing === 'stale');
    return {
      mark: { id, name: summary, issue: { id, key } },
      epic: id,
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
export const issuesToTag = ({ epic, units }: Group): string[] =>
  epic === null
    ? units.map(({ id }) => id)
    : [epic, ...units.filter((unit) => !followsParent(unit)).map(({ id }) => id)];

/** What takes the objective once these issues have it: the units that were read, and the size of all. */
export const decidedBy = (
  { epic, units, size }: Group,
  linked: ReadonlySet<string>,
): { units: Undecided[]; size: number } => {
  const isEpicLinked = epic !== null && linked.has(epic);
  const decided = units.filter((unit) => linked.has(unit.id) || (isEpicLinked && followsParent(unit)));
  return { units: decided, size: (isEpicLinked ? size - sizeOf(units) : 0) + sizeOf(decided) };
};
