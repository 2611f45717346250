import { parseDay } from '../domain/time/day';
import { byCodePoint } from '../domain/text';
import type { IssueAsObjective } from '../domain/work/workItem';
import type { SiteFields, StrategyInJira } from './fields';
import type { JiraIssue } from './issue';

/** What an issue says of the strategy, as `SyncedItem` has it. */
export const strategyOf = (
  { fields }: JiraIssue,
  { types, links }: StrategyInJira,
  { start }: Pick<SiteFields, 'start'>,
): { asObjective: IssueAsObjective | null; linked: number[] } => {
  const isObjective = types.has(Number(fields.issuetype?.id));
  const joined = (fields.issuelinks ?? []).flatMap(({ type, inwardIssue, outwardIssue }) =>
    links.has(Number(type.id)) ? [inwardIssue, outwardIssue].filter((other) => other != null) : [],
  );
  const startDay = start === null ? null : fields[start];
  return {
    asObjective: isObjective
      ? {
          start: typeof startDay === 'string' ? parseDay(startDay) : null,
          target: parseDay(fields.duedate ?? ''),
        }
      : null,
    linked: joined
      .filter((other) => isObjective || types.has(Number(other.fields?.issuetype?.id)))
      .sort((a, b) => byCodePoint(a.key, b.key))
      .map(({ id }) => Number(id)),
  };
};
