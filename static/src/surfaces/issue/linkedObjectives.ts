import type { Joins } from '../../../../src/contract';
import type { IssueLinkInJira } from '../../shared/jira/issues';

/** How many objectives these links join an issue to, as Jira shows them to the viewer. */
export const linkedObjectives = (links: readonly IssueLinkInJira[], { types, links: joining }: Joins): number =>
  new Set(
    links
      .filter(({ type }) => joining.includes(Number(type?.id)))
      .flatMap(({ inwardIssue, outwardIssue }) => [inwardIssue ?? [], outwardIssue ?? []].flat())
      .filter(({ fields }) => types.includes(Number(fields?.issuetype?.id)))
      .map(({ id }) => id),
  ).size;
