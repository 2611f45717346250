import { AppError } from '../../domain/appError';
import { MOST_GATHERED } from '../../domain/callLimits';
import { TO_UNDO } from '../../domain/tagging/entry';
import { editableIssues } from '../../jira/permissions';
import { entriesIn, moveEntries } from '../../store/tagging/entries';
import { startUndoing } from '../../store/tagging/jobs';
import { endJob } from '../../sync/tagging/endJob';
import { requestTagging } from '../../sync/tagging/requestTagging';
import { theirJob, type Linker } from './theirJob';

/**
 * Lets the app take back, in the background, what a job did: of the next 1,000 issues that the person may still edit. A
 * job that is under way ends first. Issues whose tag somebody changed since stay as they are. What was begun when a job or a
 * function ended is taken back too, where Jira has it.
 * @returns whether issues are left for another call
 */
export const undoBulk = async (job: string, by: Linker, now: number): Promise<boolean> => {
  const theirs = await theirJob(job, by);
  if (theirs.state === 'gathering') throw new AppError('invalid', 'It was not started, so there is nothing to undo.');
  if (theirs.state === 'running') await endJob(theirs, now);
  const issues = (await entriesIn(theirs.id, TO_UNDO, MOST_GATHERED)).map(({ issue }) => issue);
  const editable = await editableIssues(issues);
  const isEditable = (issue: number): boolean => editable.has(issue);
  await moveEntries(theirs.id, issues.filter(isEditable), TO_UNDO, 'undoing');
  await moveEntries(
    theirs.id,
    issues.filter((issue) => !isEditable(issue)),
    TO_UNDO,
    'undoForbidden',
  );
  await startUndoing(theirs.id);
  await requestTagging();
  return issues.length === MOST_GATHERED;
};
