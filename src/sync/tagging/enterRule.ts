import { isAtWork, type TagRule, clearedAmong, runRule } from '../../store/tagging/rules';
import { enterAgain } from '../../store/tagging/entries';
import { findWorkItems } from '../../store/work/findWorkItems';
import { requestTagging } from './requestTagging';

/**
 * Lets a rule take issues that it matches: stored ones of its project without a tag of their own, which are no objectives and do
 * not serve its objective anyway. What somebody cleared no rule takes, and none takes an issue twice.
 * @returns how many it took, or had taken before
 */
export const enterRule = async (rule: TagRule, issues: readonly number[]): Promise<number> => {
  if (issues.length === 0 || !isAtWork(rule)) return 0;
  const stored = await findWorkItems(issues);
  const cleared = await clearedAmong(issues);
  const taken = stored.filter(
    ({ id, project, level, own, tag, serves, outcome }) =>
      (rule.project === null || rule.project === project) &&
      level >= 0 &&
      own === null &&
      tag === null &&
      serves !== rule.to &&
      outcome !== 'dropped' &&
      !cleared.has(id),
  );
  if (taken.length === 0) return 0;
  await enterAgain(
    rule.id,
    taken.map(({ id }) => id),
  );
  await runRule(rule.id);
  await requestTagging();
  return taken.length;
};
