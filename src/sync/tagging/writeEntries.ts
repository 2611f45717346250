import { gatheredBy } from '../../domain/gatheredBy';
import type { EntryState } from '../../domain/tagging/entry';
import type { FieldValue } from '../../domain/strategy/fieldValue';
import { moveEntries, type NewEntry } from '../../store/tagging/entries';
import { forgetOrigins, noteOriginsOfJob, type JobOrigin } from '../../store/tagging/tagOrigins';
import { timeOf } from '../../store/sql/timedNumber';
import { DAY_MS } from '../../domain/time/milliseconds';
import { markDirty } from '../follow/markDirty';
import { requestDrain } from '../follow/requestDrain';
import { ValueWriter } from '../follow/valueWriter';

/** An entry whose issue is to get a value; `null` clears the field. */
export type ToWrite = Pick<NewEntry, 'issue'> & { value: FieldValue | null };

/** What entries in a state become, and how their issues have their tag then. */
type Become = { from: EntryState; taken: EntryState; refused: EntryState; how: JobOrigin };

/** If Jira fails over the last issues of a job for so long after it was begun, it is their fault. */
const LONGEST_OUTAGE_MS = DAY_MS;

/**
 * Writes values to issues of a job, and stores what became of each. The issues are marked first, because Jira sends no
 * event for what the app writes. The drain that this asks for brings the figures in step. Who did it is noted before the
 * entry is done, so that no crash skips it. An entry that another function moved on meanwhile stays as that made it.
 * Issues over which Jira fails count as refused if it takes others, or if they are few and the job is a day old. Else the
 * fault may be a common one.
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
  const writer = new ValueWriter(field, 'links');
  for (const some of gatheredBy(entries, ({ value }) => value?.key ?? null).values()) {
    const value = some[0]?.value ?? null;
    const issues = some.map(({ issue }) => issue);
    const { taken, refused } = await writer.write(issues, value);
    await (value === null ? forgetOrigins(taken) : noteOriginsOfJob(job, taken, how, now));
    await moveEntries(job, taken, [from], isTaken);
    await moveEntries(job, refused, [from], isRefused);
  }
  const isTheirs = writer.hasTaken || now - timeOf(job) > LONGEST_OUTAGE_MS;
  if (isTheirs) await moveEntries(job, writer.failing, [from], isRefused);
  await requestDrain(now);
  const left = writer.later ?? (isTheirs ? null : writer.failure);
  if (left) throw left;
};
