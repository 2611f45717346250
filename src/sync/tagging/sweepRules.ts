import { daysToNextSweep, jqlWithin } from '../../domain/tagging/rule';
import { DAY_MS } from '../../domain/time/milliseconds';
import { searchIds } from '../../jira/issues';
import { unlessRefused } from '../../jira/jiraError';
import { asApp } from '../../site/rateBudget';
import { dropWaiting } from '../../store/tagging/entries';
import { allRules, isAtWork, isStatedAnew, noteSweep, refuseRule, type TagRule } from '../../store/tagging/rules';
import { OneByOne } from '../jobs/oneByOne';
import { enterRule } from './enterRule';

/** Ids in a page. */
const PAGE = 1000;

/**
 * Lets rules take what they match and no event tells of: all of it when a rule was just stated, later what came to match
 * by itself, such as by the time that passed. In their order, so that the first that matches takes an issue. Goes on
 * where it stopped. A rule over which Jira fails holds up no other.
 * @param until no further page is read after this instant (epoch milliseconds)
 * @returns whether no sweep is due any more
 */
export const sweepRules = async (clock: () => number, until: number): Promise<boolean> => {
  const each = new OneByOne();
  for (const rule of await allRules()) {
    let at: TagRule | null = isAtWork(rule) && rule.sweepDue <= clock() ? rule : null;
    while (at !== null) {
      if (clock() > until) return false;
      const from: TagRule = at;
      at = (await each.attempt(() => sweepPage(from, clock())))?.done ?? null;
    }
  }
  each.end();
  return true;
};

/** Sweeps a page. Answers how far the sweep then is; `null`: it is done, or the rule pauses. */
const sweepPage = async (rule: TagRule, now: number): Promise<TagRule | null> => {
  // What the rule took as it said something else. If that still matches, the sweep takes it again.
  if (isStatedAnew(rule) && (await dropWaiting(rule.id))) return rule;
  const jql = jqlWithin(rule.jql, rule.project);
  const page = await unlessRefused(() => searchIds(asApp('upkeep'), jql, rule.pageToken, PAGE));
  if (page === null) {
    // A token of long ago has expired: from the beginning. Without one it is the JQL that Jira refuses.
    if (rule.pageToken === null) await refuseRule(rule.id, 'jql');
    else await noteSweep(rule, { pageToken: null, found: 0, sweepDue: rule.sweepDue });
    return rule.pageToken === null ? null : { ...rule, pageToken: null, found: 0 };
  }
  await enterRule(
    rule,
    page.issues.map(({ id }) => id),
  );
  const found = rule.found + page.issues.length;
  const { nextPageToken: pageToken } = page;
  const sweepDue = pageToken === null ? now + daysToNextSweep(found) * DAY_MS : rule.sweepDue;
  const next = { pageToken, found: pageToken === null ? 0 : found, sweepDue };
  await noteSweep(rule, next);
  return pageToken === null ? null : { ...rule, ...next };
};
