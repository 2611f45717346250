import type { Objective } from '../../../src/domain/strategy/objective';
import { gatheredBy } from '../../../src/domain/gatheredBy';
import { parseDay } from '../../../src/domain/time/day';
import { inputError } from './inputError';
import { sameType } from './levels';
import type { ObjectiveRow } from './objectivesCsv';
import type { Reading } from './reading';
import type { RelatedIssue } from './relate';

/** What an issue says as an objective. */
type IssueText = Pick<Objective, 'title' | 'description' | 'owner' | 'start' | 'target'>;

/** The issues that are objectives, and of every issue those that links of the chosen types join it to, by issue id. */
export type ObjectiveIssues = {
  texts: ReadonlyMap<number, IssueText>;
  linked: ReadonlyMap<number, readonly number[]>;
};

export const NO_OBJECTIVE_ISSUES: ObjectiveIssues = { texts: new Map(), linked: new Map() };

/** The objectives among an export's issues. A link counts for both issues, whichever of their rows has it. */
export function objectiveIssues(issues: readonly RelatedIssue[], { strategy }: Reading): ObjectiveIssues {
  const idOf = new Map(issues.map(({ key, id }) => [key.toUpperCase(), Number(id)]));
  const pairs = issues.flatMap(({ id, links }) =>
    links.flatMap(({ key }) => {
      const other = idOf.get(key.toUpperCase());
      return other === undefined ? [] : [[Number(id), other] as const, [other, Number(id)] as const];
    }),
  );
  return {
    texts: new Map(
      issues
        .filter(({ type }) => strategy?.types.has(sameType(type)))
        .map(({ id, summary, description, assignee, start, due }) => [
          Number(id),
          {
            title: summary,
            description,
            owner: assignee?.accountId ?? null,
            start: start === null ? null : parseDay(start),
            target: due === null ? null : parseDay(due),
          },
        ]),
    ),
    linked: new Map([...gatheredBy(pairs, ([from]) => from)].map(([from, of]) => [from, of.map(([, to]) => to)])),
  };
}

/**
 * Refuses a strategy file with the key of an issue that is an objective: one key cannot stand for both.
 * @throws InputError
 */
export function checkKeys(
  rows: readonly ObjectiveRow[],
  issues: readonly RelatedIssue[],
  { texts }: ObjectiveIssues,
  file: string,
): void {
  const taken = new Set(issues.filter(({ id }) => texts.has(Number(id))).map(({ key }) => key.toUpperCase()));
  const both = rows.find(({ key }) => taken.has(key.toUpperCase()));
  if (!both) return;
  const message = `"${both.key}" is an issue that is an objective by --objective-types; leave the row out or give it another key`;
  throw inputError({ file, row: both.row, column: 'key' }, message);
}
