import { gatheredBy } from '../../domain/gatheredBy';
import type { EntryState } from '../../domain/tagging/entry';
import type { FieldValue } from '../../domain/strategy/fieldValue';
import type { JiraError } from '../../jira/jiraError';
import { type NewEntry, storeEntries } from '../../store/tagging/entries';
import { forgetOrigins, noteOriginsOfJob, type JobOrigin } from '../../store/tagging/tagOrigins';
import { markDirty } from '../follow/markDirty';
import { requestDrain } from '../follow/requestDrain';
import { writeWhereTaken } from '../follow/writeWhereTaken';

/** An entry whose issue is to get a value; `null` clears the field. */
export type ToWrite = Pick<NewEntry, 'issue' | 'was'> & { value: FieldValue | null };

/**
 * Writes values to issues of a job, and stores what became of each. The issues are marked first, because Jira sends no
 * event for what the app writes. The drain that this asks for brings the figures in step. Who did it is noted before the
 * entry is done, so that no crash skips it.
 * @throws JiraError `busy` if Jira takes some of them later only; the others are stored
 */
export const writeEntries = async (
  job: number,
  field: string,
  entries: readonly ToWrite[],
  become: { taken: EntryState; refused: EntryState; how: JobOrigin },
  now: number,
): Promise<void> => {
  if (entries.length === 0) return;
  const was = new Map(entries.map((entry) => [entry.issue, entry.was]));
  const entered = (issues: readonly number[], state: EntryState): NewEntry[] =>
    issues.map((issue) => ({ issue, state, was: was.get(issue) ?? null }));
  await markDirty([...was.keys()], now);
  let busy: JiraError | null = null;
  for (const some of gatheredBy(entries, ({ value }) => value?.key ?? null).values()) {
    const value = some[0]?.value ?? null;
    const { taken, refused, later } = await writeWhereTaken(
      field,
      some.map(({ issue }) => issue),
      value,
      'links',
    );
    await (value === null ? forgetOrigins(taken) : noteOriginsOfJob(job, taken, become.how, now));
    await storeEntries(job, [...entered(taken, become.taken), ...entered(refused, become.refused)]);
    busy = later ?? busy;
  }
  await requestDrain(now);
  if (busy) throw busy;
};
