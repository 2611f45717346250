import type { LevelRule, TypeLevel } from './levels';
import { sameType } from './levels';
import type { Reading } from './reading';
import type { Related } from './relate';
import { sameStatus } from './statusCategories';

/** How an issue type was read, and of its issues how many name a parent, and how many of those the export lacks. */
export type TypeFacts = { level: number; by: LevelRule; issues: number; withParent: number; parentMissing: number };

/** How an export was read. */
export type ExportFacts = {
  /** by name, as the export first writes it; the highest level first, then by number */
  types: ReadonlyMap<string, TypeFacts>;
  /** what a person should know: sentences */
  notes: readonly string[];
};

/** How issues were read, with what a person said of them. */
export function exportFacts(
  { issues, sites }: Related,
  levels: ReadonlyMap<string, TypeLevel>,
  reading: Reading,
): ExportFacts {
  const byType = new Map<string, [name: string, facts: TypeFacts]>();
  for (const { type, parent, parentType } of issues) {
    const called = sameType(type);
    const level = levels.get(called) ?? { level: 0, by: 'default' };
    const [name, held] = byType.get(called) ?? [type, { ...level, issues: 0, withParent: 0, parentMissing: 0 }];
    const facts = {
      ...held,
      issues: held.issues + 1,
      withParent: held.withParent + (parent === null ? 0 : 1),
      parentMissing: held.parentMissing + (parent !== null && parentType === null ? 1 : 0),
    };
    byType.set(called, [name, facts]);
  }
  const types = [...byType.values()].sort(([, a], [, b]) => b.level - a.level || b.issues - a.issues);
  const linkTypes = new Set(issues.flatMap(({ links }) => links.map(({ type }) => type)));
  const statuses = new Set(issues.map(({ status }) => sameStatus(status)));
  const assumed = issues.filter(({ categoryIsAssumed }) => categoryIsAssumed).map(({ status }) => status);
  const hasParents = issues.some(({ parent }) => parent !== null);
  const hasLevels = types.some(([, { level }]) => level !== 0);
  const unused = (option: string, names: Iterable<string>, has: (name: string) => boolean): string[] =>
    [...names].filter((name) => !has(name)).map((name) => `${option} names "${name}", which no issue has.`);
  return {
    types: new Map(types),
    notes: [
      ...(sites
        ? [`${sites[0]} and ${sites[1]} come from two sites: their issues have the same ids. Both are counted.`]
        : []),
      ...(hasLevels && !hasParents
        ? [
            'No issue names a parent in Parent key, Parent, Epic Link or Parent Link: nothing is inherited or broken down.',
          ]
        : []),
      ...(assumed.length > 0
        ? [`Read as to do, because --statuses does not name them: ${[...new Set(assumed)].sort().join(', ')}.`]
        : []),
      ...unused('--levels', reading.levels?.keys() ?? [], (name) => byType.has(name)),
      ...unused('--objective-types', reading.strategy?.types ?? [], (name) => byType.has(name)),
      ...unused('--objective-links', reading.strategy?.links ?? [], (name) => linkTypes.has(name)),
      ...unused('--statuses', reading.statuses?.keys() ?? [], (name) => statuses.has(name)),
    ],
  };
}

const RULES: Record<LevelRule, string> = {
  option: 'as --levels says',
  name: 'by name',
  children: 'by its children',
  parents: 'by its parents',
  default: 'by default',
};

const issuesOf = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'issue' : 'issues'}`;

/** A line for each type: `Epic: level 1, by name, 12 issues`. */
export function typeLines({ types }: ExportFacts): string[] {
  return [...types].map(([name, { level, by, issues, withParent, parentMissing }]) => {
    const missing = parentMissing > 0 ? `; ${parentMissing} of ${withParent} parents missing` : '';
    const assumed = by === 'default' ? `; this level is assumed, --levels "${name}=N" says another` : '';
    return `${name}: level ${String(level).replace('-', '−')}, ${RULES[by]}, ${issuesOf(issues)}${missing}${assumed}`;
  });
}

/** How many of the parents that issues name are not in the export; `null`: none. */
export function missingParents({ types }: ExportFacts): { missing: number; of: number } | null {
  const all = [...types.values()];
  const missing = all.reduce((sum, { parentMissing }) => sum + parentMissing, 0);
  return missing === 0 ? null : { missing, of: all.reduce((sum, { withParent }) => sum + withParent, 0) };
}
