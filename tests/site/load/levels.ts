import { standardNames } from './languages/typeNames';

/**
 * An issue's type and its parent's, from which levels are derived. `parentType: null`: no parent, or not in the export;
 * `language`: of the file's columns
 */
export type TypeAndParent = { type: string; parentType: string | null; language?: string };

/** By which rule a type has its level: an option, Jira's own name, its children, its parents, or none of them. */
export type LevelRule = 'option' | 'name' | 'children' | 'parents' | 'default';

/** A type's hierarchy level: 1 and above epics and higher, 0 stories, tasks, bugs, −1 sub-tasks. */
export type TypeLevel = { level: number; by: LevelRule };

/** How types are compared: without regard to case. */
export const sameType = (type: string): string => type.trim().normalize('NFC').toLowerCase();

const LOWEST = -1;
const EPIC = 1;

/**
 * The level of every issue type, by `sameType` of its name: an export does not contain it. The first rule that applies:
 * 1. what is given; 2. Jira's own names of story, task, bug (0) and sub-task (−1), in its languages; 3. one above the
 * level of more than half of its children of other types; an epic at least 1; 4. one below the level of more than half
 * of its parents of other types, at least −1, and again by children, in turns; 5. 0.
 * @param issues the whole export
 * @param given levels by `sameType`
 */
export function hierarchyLevels(
  issues: Iterable<TypeAndParent>,
  given: ReadonlyMap<string, number> = new Map(),
): Map<string, TypeLevel> {
  const { types, languages, children, parents } = relations(issues);
  const standard = standardNames(types, languages);
  const levels = new Map<string, TypeLevel>();
  for (const type of types) {
    const option = given.get(type);
    if (option !== undefined) levels.set(type, { level: option, by: 'option' });
    else if (standard.work.has(type)) levels.set(type, { level: 0, by: 'name' });
    else if (standard.subtask.has(type)) levels.set(type, { level: LOWEST, by: 'name' });
  }

  /** Gives all types without a level theirs at once, from how many relatives have which; answers whether any got one. */
  const give = (relatives: Counts, by: LevelRule, levelFrom: (relative: number) => number): boolean => {
    const found = [...relatives].flatMap(([type, counts]) => {
      const relative = levels.has(type) ? null : levelOfMost(counts, levels);
      return relative === null ? [] : [[type, { level: levelFrom(relative), by }] as const];
    });
    for (const [type, level] of found) levels.set(type, level);
    return found.length > 0;
  };
  const byChildren = (): boolean => {
    let any = false;
    while (give(children, 'children', (child) => child + 1)) any = true;
    return any;
  };
  const byParents = (): boolean => give(parents, 'parents', (parent) => Math.max(LOWEST, parent - 1));

  byChildren();
  for (const type of types) {
    if (!standard.epic.has(type) || levels.get(type)?.by === 'option') continue;
    if ((levels.get(type)?.level ?? 0) <= EPIC) levels.set(type, { level: EPIC, by: 'name' });
  }
  for (let any = true; any;) {
    const got = byParents();
    any = byChildren() || got;
  }
  return new Map([...types].map((type) => [type, levels.get(type) ?? { level: 0, by: 'default' }]));
}

/** By type, how many relatives of each other type it has. */
type Counts = Map<string, Map<string, number>>;

function relations(issues: Iterable<TypeAndParent>) {
  const types = new Set<string>();
  const languages = new Set<string>();
  const children: Counts = new Map();
  const parents: Counts = new Map();
  for (const issue of issues) {
    const type = sameType(issue.type);
    types.add(type);
    if (issue.language !== undefined) languages.add(issue.language);
    const parentType = issue.parentType === null ? type : sameType(issue.parentType);
    if (parentType === type) continue;
    count(children, parentType, type);
    count(parents, type, parentType);
  }
  return { types, languages, children, parents };
}

function count(counts: Counts, of: string, relative: string): void {
  const held = counts.get(of) ?? new Map<string, number>();
  counts.set(of, held.set(relative, (held.get(relative) ?? 0) + 1));
}

/** The known level of more than half of the relatives; `null`: of no level there are so many. */
function levelOfMost(counts: ReadonlyMap<string, number>, levels: ReadonlyMap<string, TypeLevel>): number | null {
  const byLevel = new Map<number, number>();
  let all = 0;
  for (const [type, number] of counts) {
    all += number;
    const level = levels.get(type)?.level;
    if (level !== undefined) byLevel.set(level, (byLevel.get(level) ?? 0) + number);
  }
  return [...byLevel].find(([, number]) => number * 2 > all)?.[0] ?? null;
}
