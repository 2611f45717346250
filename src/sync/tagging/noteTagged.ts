import { addAuditLine } from '../../store/runs/auditLines';
import { entryCounts } from '../../store/tagging/entries';
import { allRules, noteTagged } from '../../store/tagging/rules';

/**
 * Adds a line to the audit log for each rule that tagged issues since the last one: once a day, so that rules do not
 * drown what people did.
 */
export const noteTaggedByRules = async (now: number): Promise<void> => {
  const rules = await allRules();
  const counts = await entryCounts(rules.map(({ id }) => id));
  for (const { id, owner, to, noted } of rules) {
    const done = counts.get(id)?.done ?? 0;
    if (done <= noted) continue;
    if (owner !== null) await addAuditLine({ what: 'ruleLinks', issues: done - noted, to }, owner, now);
    await noteTagged(id, done);
  }
};
