import { sql } from 'kysely';
import { ENTRY_STATES, type EntryState, TO_LINK } from '../../domain/tagging/entry';
import { RUN } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { perId } from '../sql/perId';
import { RUN_ID } from '../sql/storedNumbers';

/** An entry to be stored. `was`: the issue's tag before the job, an objective's id or `RUN_ID`; `null`: none, or not known yet */
export type NewEntry = { issue: number; state: EntryState; was: number | null };

/** A stored entry. `was`: the issue's tag before the job, an objective's key or `RUN`; `wasId`: as stored */
export type StoredEntry = { issue: number; state: EntryState; was: string | null; wasId: number | null };

const numberOf = (state: EntryState): number => ENTRY_STATES.indexOf(state);
const stateOf = (number: number): EntryState => ENTRY_STATES[number] ?? 'failed';

/** Adds issues to a job; those that it has already stay as they are. One statement. */
export const addEntries = async (job: number, entries: readonly Omit<NewEntry, 'was'>[]): Promise<void> => {
  if (entries.length === 0) return;
  await database
    .insertInto('tagging_entry')
    .ignore()
    .values(entries.map(({ issue, state }) => ({ job, issue, state: numberOf(state) })))
    .execute();
};

/** Lets a rule's job take issues: those that it does not have, and those that it did not find or Jira refused. One statement. */
export const enterAgain = async (job: number, issues: readonly number[]): Promise<void> => {
  if (issues.length === 0) return;
  const again = sql.join((['notFound', 'failed'] as const).map(numberOf));
  await database
    .insertInto('tagging_entry')
    .values(issues.map((issue) => ({ job, issue, state: numberOf('waiting') })))
    .onDuplicateKeyUpdate({
      state: sql`CASE WHEN tagging_entry.state IN (${again}) THEN VALUES(state) ELSE tagging_entry.state END`,
    })
    .execute();
};

/**
 * Stores what a walk decided of issues of a job, where they are still to be linked: what another function made of them
 * meanwhile, such as to undo them, stays. One statement, or none.
 */
export const storeDecided = async (job: number, entries: readonly NewEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  const each = <Value>(valueOf: (entry: NewEntry) => Value) =>
    perId(sql.ref('issue'), entries, ({ issue }) => issue, valueOf);
  await database
    .updateTable('tagging_entry')
    .set({ state: each(({ state }) => numberOf(state)), was: each(({ was }) => was) })
    .where('job', '=', job)
    .where(
      'issue',
      'in',
      entries.map(({ issue }) => issue),
    )
    .where('state', 'in', TO_LINK.map(numberOf))
    .execute();
};

/** Moves issues of a job that are still in one of the states `from` to another state. One statement, or none. */
export const moveEntries = async (
  job: number,
  issues: readonly number[],
  from: readonly EntryState[],
  to: EntryState,
): Promise<void> => {
  if (issues.length === 0) return;
  await database
    .updateTable('tagging_entry')
    .set({ state: numberOf(to) })
    .where('job', '=', job)
    .where('issue', 'in', issues)
    .where('state', 'in', from.map(numberOf))
    .execute();
};

/** Which of some issues are being written, in a job that still runs. One statement, or none. */
export const stillWritten = async (job: number, issues: readonly number[]): Promise<ReadonlySet<number>> => {
  if (issues.length === 0) return new Set();
  const rows = await database
    .selectFrom('tagging_entry as e')
    .innerJoin('tagging_job as j', 'j.id', 'e.job')
    .select('e.issue')
    .where('e.job', '=', job)
    .where('e.issue', 'in', issues)
    .where('e.state', '=', numberOf('writing'))
    .where('j.state', '=', 'running')
    .execute();
  return new Set(rows.map(({ issue }) => Number(issue)));
};

/** The first entries of a job in these states, by state and issue, from after an issue. One statement. */
export const entriesIn = async (
  job: number,
  states: readonly EntryState[],
  limit: number,
  after = 0,
): Promise<StoredEntry[]> => {
  const rows = await database
    .selectFrom('tagging_entry as e')
    .leftJoin('objective as o', 'o.id', 'e.was')
    .select(['e.issue', 'e.state', 'e.was', 'o.objective_key'])
    .where('e.job', '=', job)
    .where('e.state', 'in', states.map(numberOf))
    .where('e.issue', '>', after)
    .orderBy('e.state')
    .orderBy('e.issue')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({
    issue: Number(row.issue),
    state: stateOf(Number(row.state)),
    was: row.was !== null && Number(row.was) === RUN_ID ? RUN : row.objective_key,
    wasId: row.was === null ? null : Number(row.was),
  }));
};

/** How many entries jobs have in each state. One statement, which reads an index only; none without jobs. */
export const entryCounts = async (
  jobs: readonly number[],
): Promise<Map<number, Partial<Record<EntryState, number>>>> => {
  const counts = new Map<number, Partial<Record<EntryState, number>>>(jobs.map((job) => [job, {}]));
  if (jobs.length === 0) return counts;
  const rows = await database
    .selectFrom('tagging_entry')
    .select(['job', 'state', (count) => count.fn.countAll<number>().as('entries')])
    .where('job', 'in', jobs)
    .groupBy(['job', 'state'])
    .execute();
  for (const row of rows) {
    const found = counts.get(Number(row.job));
    if (found) found[stateOf(Number(row.state))] = Number(row.entries);
  }
  return counts;
};

/** Issues that one statement deletes at the most. */
const ENTRIES_A_STATEMENT = 1000;

/** Deletes entries of a rule's job that are not linked yet, so that the rule may take their issues again. One statement, or none. */
export const dropEntries = async (job: number, issues: readonly number[]): Promise<void> => {
  if (issues.length === 0) return;
  await database
    .deleteFrom('tagging_entry')
    .where('job', '=', job)
    .where('issue', 'in', issues)
    .where('state', 'in', TO_LINK.map(numberOf))
    .execute();
};

/**
 * Deletes the first 1,000 entries of a job that wait. Two statements, one if there are none.
 * @returns whether more may wait
 */
export const dropWaiting = async (job: number): Promise<boolean> => {
  const waiting = await entriesIn(job, ['waiting'], ENTRIES_A_STATEMENT);
  const last = waiting.at(-1);
  if (last === undefined) return false;
  await database
    .deleteFrom('tagging_entry')
    .where('job', '=', job)
    .where('state', '=', numberOf('waiting'))
    .where('issue', '<=', last.issue)
    .execute();
  return waiting.length === ENTRIES_A_STATEMENT;
};

/** Deletes the entries of a job. Two statements for each 1,000. */
export const deleteEntries = async (job: number): Promise<void> => {
  for (;;) {
    const rows = await database
      .selectFrom('tagging_entry')
      .select('issue')
      .where('job', '=', job)
      .orderBy('issue')
      .limit(sql.lit(ENTRIES_A_STATEMENT))
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await database
      .deleteFrom('tagging_entry')
      .where('job', '=', job)
      .where('issue', '<=', Number(last.issue))
      .execute();
    if (rows.length < ENTRIES_A_STATEMENT) return;
  }
};
