import { parseDay } from '../domain/time/day';
import { byCodePoint } from '../domain/text';
import type { IssueAsObjective } from '../domain/work/workItem';
import type { SiteFields, StrategyInJira } from './fields';
import type { JiraIssue } from './issue';

/** Whether an issue is of a type of objectives, so that its own tag says nothing. It must have been fetched with its type. */
export const isOfObjectiveType = ({ fields }: Pick<JiraIssue, 'fields'>, { types }: StrategyInJira): boolean =>
  types.has(Number(fields.issuetype?.id));

/** What an issue says of the strategy, as `SyncedItem` has it. */
export const strategyOf = (
  issue: JiraIssue,
  strategy: StrategyInJira,
  { start }: Pick<SiteFields, 'start'>,
): { asObjective: IssueAsObjective | null; linked: number[] } => {
  const { fields } = issue;
  const { types, links } = strategy;
  const isObjective = isOfObjectiveType(issue, strategy);
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
