import { whyFull, withoutOrder } from '../../domain/tagging/rule';
import { addAuditLine } from '../../store/runs/auditLines';
import { tagIds } from '../../store/strategy/objectives';
import { addRule, allRules, type TagRule } from '../../store/tagging/rules';
import { requestTagging } from '../../sync/tagging/requestTagging';
import { placesOf } from './theirRule';
import { jqlProblems } from './understood';

/** A rule that a strategy file states in its column `link`. `to`: an objective's key or `RUN` */
export type FileLink = { row: number; jql: string; to: string };

/** Those rules of a file that are not stated yet, for every project. */
const unstated = async (links: readonly FileLink[]): Promise<{ links: FileLink[]; stated: readonly TagRule[] }> => {
  const rules = await allRules();
  const isStated = ({ jql, to }: FileLink): boolean =>
    rules.some((rule) => rule.project === null && rule.to === to && rule.jql === withoutOrder(jql));
  return { links: links.filter((link) => !isStated(link)), stated: rules };
};

/** How many rules a file would state, and what is wrong with them: by row, continuing the name of the column. */
export const checkLinks = async (
  links: readonly FileLink[],
): Promise<{ rules: number; problems: { row: number | null; message: string }[] }> => {
  const { links: added, stated } = await unstated(links);
  if (added.length === 0) return { rules: 0, problems: [] };
  const full = whyFull(await placesOf(stated), null, added.length);
  if (full !== null) return { rules: 0, problems: [{ row: null, message: `has too many rules. ${full}` }] };
  const found = await jqlProblems(
    added.map(({ jql }) => jql),
    null,
  );
  const problems = added.flatMap(({ row, jql }, index) => {
    const problem = found[index];
    return problem == null ? [] : [{ row, message: `cannot be "${jql}". ${problem.replace(/\.$/, '')}` }];
  });
  return { rules: added.length, problems };
};

/** States the rules of a file that are not stated yet, in the order of the file and after those that there are. */
export const stateLinks = async (links: readonly FileLink[], account: string, now: number): Promise<void> => {
  const { links: added, stated } = await unstated(links);
  const targets = await tagIds(added.map(({ to }) => to));
  for (const [index, { jql, to }] of added.entries()) {
    const target = targets.get(to);
    if (target === undefined) throw new RangeError(`no row of ${to}`);
    const rule = { jql: withoutOrder(jql), target, isOn: true };
    await addRule(rule, { project: null, place: stated.length + index }, account, now);
    await addAuditLine({ what: 'rule', to, project: null, on: true }, account, now);
  }
  if (added.length > 0) await requestTagging();
};
