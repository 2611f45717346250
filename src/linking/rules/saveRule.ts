import type { Tag } from '../../contract';
import { AppError } from '../../domain/appError';
import { jqlProblem, whyFull, withoutOrder } from '../../domain/tagging/rule';
import { RUN } from '../../domain/work/workItem';
import { addAuditLine } from '../../store/runs/auditLines';
import { tagIds } from '../../store/strategy/objectives';
import { addRule, allRules, changeRule } from '../../store/tagging/rules';
import { requestTagging } from '../../sync/tagging/requestTagging';
import { valueFor } from '../writeTag';
import { placesOf, type RuleMaker, theirRule } from './theirRule';
import { jqlProblems } from './understood';

export type Stated = { id: string | null; jql: string; to: Tag; on: boolean };

/**
 * States a standing rule, or changes one, which whoever changes it then owns. Jira must understand it, asked by them and
 * by the app. It takes what matches it at once, in the background.
 */
export const saveRule = async ({ id, jql, to, on }: Stated, by: RuleMaker, now: number): Promise<void> => {
  const project = by.project?.id ?? null;
  // What Jira no longer understands can still be switched off.
  const [problem = null] = on ? await jqlProblems([jql], project) : [jqlProblem(jql)];
  if (problem !== null) throw new AppError('invalid', problem, 'jql');
  const before = id === null ? null : await theirRule(id, by);
  const all = await allRules();
  const full = before === null ? whyFull(await placesOf(all), project) : null;
  if (full !== null) throw new AppError('invalid', full);
  // A rule whose objective is no longer active can still be switched off.
  const key = before && !on ? before.to : ((await valueFor(to))?.key ?? RUN);
  const target = (await tagIds([key])).get(key);
  if (target === undefined) throw new RangeError(`no row of ${key}`);
  const rule = { jql: withoutOrder(jql), target, isOn: on };
  if (before) await changeRule(before.id, rule, by.account);
  else await addRule(rule, { project, place: all.length }, by.account, now);
  await addAuditLine({ what: 'rule', to: key, project, on }, by.account, now);
  if (on) await requestTagging();
};
