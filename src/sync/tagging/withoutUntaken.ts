import { inState } from '../../domain/tagging/entry';
import { jqlWithin } from '../../domain/tagging/rule';
import { matchIssues } from '../../jira/issues';
import { asApp } from '../../site/rateBudget';
import { dropEntries, type NewEntry } from '../../store/tagging/entries';
import { clearedAmong, refuseRule, type TagRule } from '../../store/tagging/rules';

/**
 * What was decided of entries of a rule, without those that are to be written and that the rule takes no more. They wait
 * through Jira's limits and pauses; meanwhile they may come to match no more, or somebody clears their tag. They leave the
 * rule's job, so that it may take them again. One call to Jira for at most 1,000, and a rate point for each that matches.
 * @returns `null`: Jira does not understand the rule any more, so it pauses
 */
export const withoutUntaken = async (rule: TagRule, decided: readonly NewEntry[]): Promise<NewEntry[] | null> => {
  const toWrite = inState(decided, 'writing');
  const cleared = await clearedAmong(toWrite);
  const asked = toWrite.filter((issue) => !cleared.has(issue));
  const [matched] = await matchIssues(asApp('links'), asked, [jqlWithin(rule.jql, rule.project)]);
  if (matched === null) {
    await refuseRule(rule.id, 'jql');
    return null;
  }
  const taken = new Set(matched);
  const untaken = new Set(toWrite.filter((issue) => !taken.has(issue)));
  await dropEntries(rule.id, [...untaken]);
  return decided.filter(({ issue }) => !untaken.has(issue));
};
