import { addAuditLine } from '../../store/runs/auditLines';
import { deleteRule } from '../../store/tagging/rules';
import { noteTaggedByRules } from '../../sync/tagging/noteTagged';
import { type RuleMaker, theirRule } from './theirRule';

/** Deletes a rule. What it tagged keeps its tags, and the audit log says first how much that was. */
export const removeRule = async (id: string, by: RuleMaker, now: number): Promise<void> => {
  const rule = await theirRule(id, by);
  await noteTaggedByRules(now);
  await deleteRule(rule.id);
  await addAuditLine({ what: 'ruleDeleted', to: rule.to, project: rule.project, on: false }, by.account, now);
};
