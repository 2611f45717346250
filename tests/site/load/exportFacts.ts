import { comparedName } from '../../../src/domain/work/dropped';
import type { LevelRule, TypeLevel } from './levels';
import { sameType } from './levels';
import { inList } from './lists';
import type { Reading } from './reading';
import type { Related, RelatedIssue } from './relate';
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
  const assumed = issues.filter(({ categoryIsAssumed }) => categoryIsAssumed).map(({ status }) => status);
  const hasParents = issues.some(({ parent }) => parent !== null);
  const hasLevels = types.some(([, { level }]) => level !== 0);
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
        ? [
            `Read as to do, because --statuses does not name them: ${[...new Set(assumed)].sort().map(inList).join(', ')}.`,
          ]
        : []),
      ...unused('--levels', reading.levels?.keys(), byType),
      ...unused('--objective-types', reading.strategy?.types, byType),
      ...unused('--objective-links', reading.strategy?.links, linkTypes),
      ...statusNotes(issues, reading),
    ],
  };
}

/** Names that a person gives in an option and nothing has, which are told: they may be misspelt. */
const unused = (
  option: string,
  names: Iterable<string> | undefined,
  found: { has: (name: string) => boolean },
  what = 'no issue',
): string[] =>
  [...(names ?? [])].filter((name) => !found.has(name)).map((name) => `${option} names "${name}", which ${what} has.`);

/** What a person says of statuses and resolutions to no effect. */
function statusNotes(issues: readonly RelatedIssue[], { statuses, dropped = [] }: Reading): string[] {
  const found = new Map<string, { name: string; overruled: number }>();
  for (const { status, category } of issues) {
    const said = statuses?.get(sameStatus(status));
    const held = found.get(sameStatus(status)) ?? { name: status, overruled: 0 };
    if (said !== undefined && said !== category) held.overruled += 1;
    found.set(sameStatus(status), held);
  }
  const ends = issues.flatMap(({ status, category, resolution }) => [
    ...(resolution === null ? [] : [resolution]),
    ...(category === 'done' ? [status] : []),
  ]);
  const compared = new Set(ends.map(comparedName));
  return [
    ...unused('--statuses', statuses?.keys(), found),
    ...[...found.values()]
      .filter(({ overruled }) => overruled > 0)
      .map(
        ({ name, overruled }) =>
          `The column Status Category says something else of "${name}" than --statuses, and counts: ${issuesOf(overruled)}.`,
      ),
    ...unused(
      '--dropped',
      dropped,
      { has: (name) => compared.has(comparedName(name)) },
      'no resolution or done status',
    ),
  ];
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
