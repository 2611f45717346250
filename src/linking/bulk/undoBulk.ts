import { AppError } from '../../domain/appError';
import { MOST_GATHERED } from '../../domain/callLimits';
import { editableIssues } from '../../jira/permissions';
import { entriesIn, storeEntries } from '../../store/tagging/entries';
import { startUndoing } from '../../store/tagging/jobs';
import { endJob } from '../../sync/tagging/endJob';
import { requestTagging } from '../../sync/tagging/requestTagging';
import { theirJob, type Linker } from './theirJob';

/**
 * Lets the app take back, in the background, what a job did: of the next 1,000 issues that the person may still edit. A
 * job that is under way ends first. Issues whose tag somebody changed since stay as they are.
 * @returns whether issues are left for another call
 */
export const undoBulk = async (job: string, by: Linker, now: number): Promise<boolean> => {
  const theirs = await theirJob(job, by);
  if (theirs.state === 'gathering') throw new AppError('invalid', 'It was not started, so there is nothing to undo.');
  if (theirs.state === 'running') await endJob(theirs, now);
  const done = await entriesIn(theirs.id, ['done'], MOST_GATHERED);
  const editable = await editableIssues(done.map(({ issue }) => issue));
  await storeEntries(
    theirs.id,
    done.map(({ issue, wasId }) => ({
      issue,
      state: editable.has(issue) ? 'undoing' : 'undoForbidden',
      was: wasId,
    })),
  );
  await startUndoing(theirs.id);
  await requestTagging();
  return done.length === MOST_GATHERED;
};
