import { batches } from '../../domain/batches';
import { jqlWithin, takenBy } from '../../domain/tagging/rule';
import type { SyncedItem } from '../../domain/work/workItem';
import { matchIssues } from '../../jira/issues';
import { JiraError } from '../../jira/jiraError';
import type { App } from '../../jira/request';
import { allRules, clearedAmong, isAtWork, refuseRule } from '../../store/tagging/rules';
import { enterRule } from './enterRule';

const RULES_A_CALL = 100;

/**
 * Lets the standing rules take those of some items, just written, that they match. Costs one call to Jira for each hundred
 * rules, if an item has no tag and nobody cleared it. If Jira does not answer, no drain fails for it: the next sweep makes
 * up for it.
 */
export const applyRules = async (items: readonly SyncedItem[], app: App): Promise<void> => {
  const untagged = items.filter(
    ({ tag, level, outcome, asObjective }) =>
      tag === null && level >= 0 && outcome !== 'dropped' && asObjective === null,
  );
  if (untagged.length === 0) return;
  const projects = new Set(untagged.map(({ project }) => project));
  const rules = (await allRules()).filter(
    (rule) => isAtWork(rule) && (rule.project === null || projects.has(rule.project)),
  );
  if (rules.length === 0) return;
  const cleared = await clearedAmong(untagged.map(({ id }) => id));
  const ids = untagged.map(({ id }) => id).filter((id) => !cleared.has(id));
  const matches: (number[] | null)[] = [];
  for (const some of batches(rules, RULES_A_CALL)) {
    const jqls = some.map(({ jql, project }) => jqlWithin(jql, project));
    const found = await unlessJiraFails(() => matchIssues(app, ids, jqls));
    if (found === null) return;
    matches.push(...found);
  }
  const understood = rules.flatMap((rule, index) => {
    const issues = matches[index];
    return issues == null ? [] : [{ rule, issues }];
  });
  for (const [index, rule] of rules.entries()) if (matches[index] === null) await refuseRule(rule.id, 'jql');
  for (const [rule, issues] of takenBy(understood)) await enterRule(rule, issues);
};

const unlessJiraFails = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    console.warn(JSON.stringify({ event: 'rulesNotMatched', status: error.status }));
    return null;
  }
};
