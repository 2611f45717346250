import type { StrategyPreview } from '../../contract';
import { batches } from '../../domain/batches';
import { claimsOf } from '../../domain/strategy/claims';
import { byCodePoint } from '../../domain/text';
import { countingFields, type StrategyInJira } from '../../jira/fields';
import type { JiraIssue } from '../../jira/issue';
import { fetchReadable, type IssuePage, PAGE_SIZE, searchIssues } from '../../jira/issues';
import type { App } from '../../jira/request';
import { strategyOf } from '../../jira/strategyOf';
import type { Reading } from '../../jira/toWorkItem';
import { issuesThatCount } from '../../site/issuesThatCount';
import { asApp } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';
import { statedAmong } from '../../store/strategy/objectiveIssues';
import { untaggedBelow, withAbove } from '../../store/work/claimedItems';

/** How much one preview looks at, so that it ends within a page's patience. */
const MOST_PREVIEWED = 500;
const MOST_LINKED = 1_000;
const MOST_ITEMS = 50_000;

type Named = { types: readonly string[]; links: readonly string[] };

/**
 * What naming types of issues and of links would make of the site. Nothing is changed. At most 16 calls to Jira; two
 * statements on each level of the hierarchy.
 */
export const previewStrategy = async ({ types, links }: Named): Promise<StrategyPreview> => {
  if (types.length === 0) return { objectives: [], choices: 0, isWhole: true };
  const app = asApp('page');
  const strategy = { types: new Set(types.map(Number)), links: new Set(links.map(Number)), wasUsed: true };
  const reading = { ...(await siteReading()), strategy };
  const named = await issuesOfTypes(app, strategy, reading);
  const objectives = named.issues.map((issue) => ({ id: Number(issue.id), key: issue.key }));
  const ids = objectives.map(({ id }) => id);
  const linked = await linksTo(app, named.issues, reading);
  const above = await withAbove([...ids, ...linked.links.keys()]);
  const untagged = above.filter(({ id, tag }) => linked.links.has(id) && tag === null).map(({ id }) => id);
  const below = await untaggedBelow({
    ids: [...ids, ...untagged],
    types: [...strategy.types],
    most: MOST_ITEMS,
  });
  const items = [...new Map([...above, ...below.items].map((item) => [item.id, item])).values()];
  const { taken, choices } = claimsOf(ids, linked.links, items);
  const stated = await statedAmong(objectives.map(({ key }) => key));
  return {
    objectives: objectives
      .sort((a, b) => byCodePoint(a.key, b.key))
      .map(({ id, key }) => ({
        issueId: String(id),
        ...(taken.get(id) ?? { below: 0, linked: 0 }),
        isTaken: stated.has(key),
      })),
    choices,
    isWhole: named.isWhole && linked.isWhole && below.isWhole,
  };
};

/** The issues of these types that the app would count. */
const issuesOfTypes = async (
  app: App,
  { types }: StrategyInJira,
  reading: Reading,
): Promise<{ issues: JiraIssue[]; isWhole: boolean }> => {
  const jql = `issuetype IN (${[...types].join(', ')}) ORDER BY key`;
  const issues: JiraIssue[] = [];
  let next: string | null = null;
  do {
    const page: IssuePage = await searchIssues(app, jql, countingFields(reading.fields, reading.strategy), next);
    issues.push(...(await issuesThatCount(app, reading, page.issues)).issues);
    next = page.nextPageToken;
  } while (next !== null && issues.length < MOST_PREVIEWED);
  return { issues, isWhole: next === null };
};

/** To which of the objectives links join other issues, in the order in which the first one counts. */
const linksTo = async (
  app: App,
  objectives: readonly JiraIssue[],
  reading: Reading,
): Promise<{ links: Map<number, number[]>; isWhole: boolean }> => {
  const ids = new Set(objectives.map(({ id }) => Number(id)));
  const joined = new Set(objectives.flatMap((issue) => strategyOf(issue, reading.strategy, reading.fields).linked));
  const others = [...joined].filter((id) => !ids.has(id));
  const links = new Map<number, number[]>();
  for (const some of batches(others.slice(0, MOST_LINKED), PAGE_SIZE)) {
    const { issues } = await fetchReadable(app, some, countingFields(reading.fields, reading.strategy));
    for (const issue of issues) {
      const { asObjective, linked } = strategyOf(issue, reading.strategy, reading.fields);
      const known = linked.filter((id) => ids.has(id));
      if (asObjective === null && known.length > 0) links.set(Number(issue.id), [...new Set(known)]);
    }
  }
  return { links, isWhole: others.length <= MOST_LINKED };
};
