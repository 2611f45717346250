import { gatheredBy } from '../../domain/gatheredBy';
import type { EntryState } from '../../domain/tagging/entry';
import type { FieldValue } from '../../domain/strategy/fieldValue';
import type { JiraError } from '../../jira/jiraError';
import { moveEntries, type NewEntry } from '../../store/tagging/entries';
import { forgetOrigins, noteOriginsOfJob, type JobOrigin } from '../../store/tagging/tagOrigins';
import { markDirty } from '../follow/markDirty';
import { requestDrain } from '../follow/requestDrain';
import { writeWhereTaken } from '../follow/writeWhereTaken';

/** An entry whose issue is to get a value; `null` clears the field. */
export type ToWrite = Pick<NewEntry, 'issue'> & { value: FieldValue | null };

/** What entries in a state become, and how their issues have their tag then. */
type Become = { from: EntryState; taken: EntryState; refused: EntryState; how: JobOrigin };

/**
 * Writes values to issues of a job, and stores what became of each. The issues are marked first, because Jira sends no
 * event for what the app writes. The drain that this asks for brings the figures in step. Who did it is noted before the
 * entry is done, so that no crash skips it. An entry that another function moved on meanwhile stays as that made it.
 * @throws JiraError `busy` if Jira takes some of them later only; the others are stored
 */
export const writeEntries = async (
  job: number,
  field: string,
  entries: readonly ToWrite[],
  { from, taken: isTaken, refused: isRefused, how }: Become,
  now: number,
): Promise<void> => {
  if (entries.length === 0) return;
  await markDirty(
    entries.map(({ issue }) => issue),
    now,
  );
  let busy: JiraError | null = null;
  for (const some of gatheredBy(entries, ({ value }) => value?.key ?? null).values()) {
    const value = some[0]?.value ?? null;
    const { taken, refused, later } = await writeWhereTaken(
      field,
      some.map(({ issue }) => issue),
      value,
      'links',
    );
    await (value === null ? forgetOrigins(taken) : noteOriginsOfJob(job, taken, how, now));
    await moveEntries(job, taken, [from], isTaken);
    await moveEntries(job, refused, [from], isRefused);
    busy = later ?? busy;
  }
  await requestDrain(now);
  if (busy) throw busy;
};
