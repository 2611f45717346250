import { decideLink, decideUndo, type EntryState } from '../../domain/tagging/entry';
import type { SiteFields } from '../../jira/fields';
import { PAGE_SIZE } from '../../jira/issues';
import { siteReading } from '../../site/siteReading';
import { knownTagIds } from '../../store/strategy/objectives';
import { noteOriginsOfJob } from '../../store/tagging/tagOrigins';
import { entriesIn, type NewEntry, type StoredEntry, storeEntries } from '../../store/tagging/entries';
import { nextJob, type TaggingJob } from '../../store/tagging/jobs';
import { endJob } from './endJob';
import { allRules, isAtWork } from '../../store/tagging/rules';
import { fieldValues } from './fieldValues';
import { tagsInJira } from '../follow/tagsInJira';
import { type ToWrite, writeEntries } from './writeEntries';

/** Issues a batch: what one bulk fetch takes. */
const BATCH = PAGE_SIZE;

/** A job with its target, and the fields of the site, one of which is to be written. */
type Started = { job: TaggingJob & { to: string }; fields: SiteFields; field: string };

/**
 * Tags the issues of all jobs that were started, and takes tags back of those that are undone, a batch at a time, the
 * oldest job first. What became of each issue is stored, so it goes on where it stopped, and doing a batch twice changes
 * nothing.
 * @param until no further batch begins after this instant (epoch milliseconds)
 * @returns whether nothing is left to do
 */
export const walkJobs = async (clock: () => number, until: number): Promise<boolean> => {
  const { fields } = await siteReading();
  for (;;) {
    const job = await nextJob();
    if (job === null) return true;
    if (!(await walkBatch(job, fields, clock()))) await endJob(job, clock());
    if (clock() > until) return false;
  }
};

/** Does the next batch of a job. Says whether there was one. */
const walkBatch = async (job: TaggingJob, fields: SiteFields, now: number): Promise<boolean> => {
  const { to, state, isActive } = job;
  const field = fields.objective;
  if (to === null || field === null) return false;
  const started = { job: { ...job, to }, fields, field };
  if (state === 'undoing') return undoBatch(started, now);
  if (job.source === 'rule' && !(await isRuleAtWork(job.id))) return false;
  // An objective that is no longer active cannot be tagged: the rest of the job is not reached.
  return isActive && linkBatch(started, now);
};

/** Not a rule that pauses or was deleted meanwhile. */
const isRuleAtWork = async (id: number): Promise<boolean> =>
  (await allRules()).some((rule) => rule.id === id && isAtWork(rule));

const linkBatch = async ({ job, fields, field }: Started, now: number): Promise<boolean> => {
  const entries = await entriesIn(job.id, ['waiting', 'writing'], BATCH);
  if (entries.length === 0) return false;
  const tags = await tagsInJira(idsOf(entries), job.project, fields, 'links');
  const ids = await knownTagIds([...new Set([...tags.values()].flatMap((tag) => tag ?? []))]);
  const decided = entries.map((entry): NewEntry => {
    const tag = tags.get(entry.issue);
    const isBegun = entry.state === 'writing';
    const was = isBegun ? entry.wasId : tag == null ? null : (ids.get(tag) ?? null);
    return { issue: entry.issue, state: linkState(entry, tag, ids, job), was };
  });
  // What an issue had is stored before its tag is written: after a crash nobody could tell.
  await storeEntries(job.id, decided);
  const how = job.source === 'rule' ? 'rule' : 'bulk';
  const written = decided.flatMap(({ issue, state }) => (state === 'done' ? issue : []));
  await noteOriginsOfJob(job.id, written, how, now);
  const value = (await fieldValues([job.to])).get(job.to) ?? null;
  const toWrite = decided.flatMap(({ issue, state, was }): ToWrite[] =>
    state === 'writing' ? [{ issue, was, value }] : [],
  );
  await writeEntries(job.id, field, toWrite, { taken: 'done', refused: 'failed', how }, now);
  return true;
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
  const settled: NewEntry[] = [];
  const toWrite: ToWrite[] = [];
  for (const { issue, was, wasId } of entries) {
    const tag = tags.get(issue);
    const decision = tag === undefined ? 'changed' : decideUndo({ now: tag, was }, job);
    if (decision === 'write')
      toWrite.push({ issue, was: wasId, value: was === null ? null : (values.get(was) ?? null) });
    else settled.push({ issue, state: decision, was: wasId });
  }
  await storeEntries(job.id, settled);
  await writeEntries(job.id, field, toWrite, { taken: 'undone', refused: 'undoFailed', how: 'undo' }, now);
  return true;
};

const idsOf = (entries: readonly StoredEntry[]): number[] => entries.map(({ issue }) => issue);
