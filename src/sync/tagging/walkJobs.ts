import { decideLink, decideUndo, type EntryState, inState, TO_LINK } from '../../domain/tagging/entry';
import type { SiteFields } from '../../jira/fields';
import { PAGE_SIZE } from '../../jira/issues';
import { JiraError, mayBeOfOne } from '../../jira/jiraError';
import { siteReading } from '../../site/siteReading';
import { knownTagIds } from '../../store/strategy/objectives';
import { noteOriginsOfJob } from '../../store/tagging/tagOrigins';
import {
  entriesIn,
  moveEntries,
  type NewEntry,
  storeDecided,
  type StoredEntry,
  stillWritten,
} from '../../store/tagging/entries';
import { nextJob, type TaggingJob } from '../../store/tagging/jobs';
import { endJob } from './endJob';
import { allRules, isAtWork, isStatedAnew, type TagRule } from '../../store/tagging/rules';
import { fieldValues } from './fieldValues';
import { tagsInJira } from '../follow/tagsInJira';
import { withoutUntaken } from './withoutUntaken';
import { type ToWrite, writeEntries } from './writeEntries';

/** Issues a batch: what one bulk fetch takes. */
const BATCH = PAGE_SIZE;

/** What became of an issue. */
type Decided = Pick<NewEntry, 'issue' | 'state'>;

/** A job with its target, and the fields of the site, one of which is to be written. */
type Started = { job: TaggingJob & { to: string }; fields: SiteFields; field: string };

/** Whose links go on: a person's, or a rule's; `null`: nobody's. */
type Linking = 'person' | TagRule | null;

/**
 * Tags the issues of all jobs that were started, and takes tags back of those that are undone, a batch at a time, the
 * oldest job first. What became of each issue is stored, so it goes on where it stopped, and doing a batch twice changes
 * nothing.
 * A job over whose issues Jira fails holds up no other: it is left for the next time.
 * @param until no further batch begins after this instant (epoch milliseconds)
 * @param leftOut jobs to leave out; those that fail are added
 * @returns whether nothing else is left to do
 * @throws JiraError, once nothing else is left, if Jira failed over a job
 */
export const walkJobs = async (
  clock: () => number,
  until: number,
  leftOut: Set<number> = new Set(),
): Promise<boolean> => {
  const { fields } = await siteReading();
  let failure: JiraError | null = null;
  for (;;) {
    const job = await nextJob([...leftOut]);
    if (job === null) break;
    try {
      if (!(await walkBatch(job, fields, clock()))) await endJob(job, clock());
    } catch (error) {
      if (!(error instanceof JiraError) || !mayBeOfOne(error)) throw error;
      leftOut.add(job.id);
      failure = error;
    }
    if (clock() > until) return false;
  }
  if (failure) throw failure;
  return true;
};

/** Does the next batch of a job. Says whether there was one. */
const walkBatch = async (job: TaggingJob, fields: SiteFields, now: number): Promise<boolean> => {
  const { to, state } = job;
  const field = fields.objective;
  if (to === null || field === null) return false;
  const started = { job: { ...job, to }, fields, field };
  return state === 'undoing' ? undoBatch(started, now) : linkBatch(started, await linkingOf(job), now);
};

/**
 * An objective that is no longer active cannot be tagged. A rule must be at work, and swept, if it was stated anew: what
 * waits for it till then it took as it said something else.
 */
const linkingOf = async ({ id, source, isActive }: TaggingJob): Promise<Linking> => {
  if (source !== 'rule') return isActive ? 'person' : null;
  const rule = (await allRules()).find((one) => one.id === id);
  return rule !== undefined && isAtWork(rule) && !isStatedAnew(rule) ? rule : null;
};

/**
 * Links the next entries. Where nobody's links go on, only what was begun is settled, by what Jira has; the rest is not
 * reached.
 */
const linkBatch = async ({ job, fields, field }: Started, linking: Linking, now: number): Promise<boolean> => {
  const entries = await entriesIn(job.id, linking === null ? ['writing'] : TO_LINK, BATCH);
  if (entries.length === 0) return false;
  const tags = await tagsInJira(idsOf(entries), job.project, fields, 'links');
  const ids = await knownTagIds([...new Set([...tags.values()].flatMap((tag) => tag ?? []))]);
  const decided = entries.map((entry): NewEntry => {
    const tag = tags.get(entry.issue);
    const isBegun = entry.state === 'writing';
    const was = isBegun ? entry.wasId : tag == null ? null : (ids.get(tag) ?? null);
    const state = linkState(entry, tag, ids, job);
    return { issue: entry.issue, state: state === 'writing' && linking === null ? 'waiting' : state, was };
  });
  const toDo = linking === null || linking === 'person' ? decided : await withoutUntaken(linking, decided);
  if (toDo === null) return false;
  // What an issue had is stored before its tag is written: after a crash nobody could tell.
  await storeDecided(job.id, toDo);
  const how = job.source === 'rule' ? 'rule' : 'bulk';
  await noteOriginsOfJob(job.id, inState(toDo, 'done'), how, now);
  const value = (await fieldValues([job.to])).get(job.to) ?? null;
  const toWrite = [...(await begun(job, entries, toDo))].map((issue): ToWrite => ({ issue, value }));
  await writeEntries(job.id, field, toWrite, { from: 'writing', taken: 'done', refused: 'failed', how }, now);
  return true;
};

/**
 * The issues to be written: none if the job was ended meanwhile. Asked after they were stored as such: whoever undoes the
 * job later finds them, and whoever did so earlier is seen here. Then those that nobody began before are left as they were.
 */
const begun = async (
  job: TaggingJob,
  entries: readonly StoredEntry[],
  decided: readonly Decided[],
): Promise<ReadonlySet<number>> => {
  const toWrite = new Set(inState(decided, 'writing'));
  const still = await stillWritten(job.id, [...toWrite]);
  const given = entries.filter(({ issue, state }) => state === 'waiting' && toWrite.has(issue) && !still.has(issue));
  await moveEntries(job.id, idsOf(given), ['writing'], 'waiting');
  return still;
};

/** @param tag what Jira has; `undefined`: the issue is gone */
const linkState = (
  { state, was }: StoredEntry,
  tag: string | null | undefined,
  ids: ReadonlyMap<string, number>,
  job: Started['job'],
): EntryState => {
  if (tag === undefined) return 'notFound';
  const decision = decideLink({ state, now: tag, was }, job);
  if (decision !== 'write') return decision;
  // A tag that is not stored could not be given back.
  return tag === null || ids.has(tag) ? 'writing' : 'kept';
};

const undoBatch = async ({ job, fields, field }: Started, now: number): Promise<boolean> => {
  const entries = await entriesIn(job.id, ['undoing'], BATCH);
  if (entries.length === 0) return false;
  const tags = await tagsInJira(idsOf(entries), job.project, fields, 'links');
  const values = await fieldValues([...new Set(entries.flatMap(({ was }) => was ?? []))]);
  const settled: Decided[] = [];
  const toWrite: ToWrite[] = [];
  for (const { issue, was } of entries) {
    const tag = tags.get(issue);
    const decision = tag === undefined ? 'changed' : decideUndo({ now: tag, was }, job);
    if (decision === 'write') toWrite.push({ issue, value: was === null ? null : (values.get(was) ?? null) });
    else settled.push({ issue, state: decision });
  }
  for (const state of ['undone', 'changed'] as const)
    await moveEntries(job.id, inState(settled, state), ['undoing'], state);
  const become = { from: 'undoing', taken: 'undone', refused: 'undoFailed', how: 'undo' } as const;
  await writeEntries(job.id, field, toWrite, become, now);
  return true;
};

const idsOf = (entries: readonly StoredEntry[]): number[] => entries.map(({ issue }) => issue);
