import { AppError } from '../domain/appError';
import { RUN } from '../domain/work/workItem';
import { countingFields } from '../jira/fields';
import { fetchIssues } from '../jira/issues';
import { editableIssues } from '../jira/permissions';
import { tagOf } from '../jira/toWorkItem';
import { siteReading } from '../site/siteReading';
import { findWithAbove, type Projected } from '../store/work/findWorkItems';
import { isSubtask, refuseObjective } from './tagIssue';
import { valueFor, writeTag } from './writeTag';

/**
 * Gives the tag of a sub-task, which has no effect there, to its parent. The parent comes first: after a crash the sub-task
 * still has it, and moving it again ends the same.
 * @returns the sub-task and its ancestors as then stored, nearest first
 * @throws AppError `invalid` where there is nothing to move, or the parent is an objective, `forbidden` without permission to edit both
 */
export const moveTagToParent = async (issueId: number, by: string, now: number): Promise<Projected[]> => {
  const reading = await siteReading();
  const { fields } = reading;
  const [issue] = await fetchIssues('user', [issueId], countingFields(fields));
  const parent = issue && isSubtask(issue) ? issue.fields.parent : null;
  const key = issue ? tagOf(issue, fields) : null;
  if (!parent || key === null) throw new AppError('invalid', 'There is no objective of a sub-task to move here.');
  const target = Number(parent.id);
  const editable = await editableIssues([issueId, target]);
  if (!editable.has(issueId) || !editable.has(target)) {
    throw new AppError('forbidden', 'You may not edit both issues. Ask somebody who may, or a project admin.');
  }
  const [above] = await fetchIssues('user', [target], ['issuetype']);
  if (above) refuseObjective(above, reading);
  const tagger = { how: 'person', by } as const;
  await writeTag([target], await valueFor(key === RUN ? { kind: 'run' } : { kind: 'objective', key }), tagger, now);
  await writeTag([issueId], null, tagger, now);
  return findWithAbove(issueId);
};
