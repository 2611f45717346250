import { z } from 'zod';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { waitingMarks } from '../../store/runs/dirtyIssues';
import { forgetAuditLines } from '../../store/runs/auditLines';
import { noteCheck } from '../../store/runs/driftChecks';
import { forgetFailures } from '../../store/runs/failures';
import { forgetLeases, makeLeases } from '../../store/runs/leases';
import { forgetOldRateHours } from '../../store/runs/rateHours';
import { forgetAnswers } from '../../store/runs/visitorAnswers';
import { forgetSpending } from '../../store/runs/visitorSpending';
import { forgetRemoved } from '../../store/runs/removedIssues';
import { forgetDeferrals } from '../../store/work/deferrals';
import { hasTitleUpdates } from '../../store/strategy/titleUpdates';
import { tryAgain } from '../../store/runs/setAside';
import { latestRun, type SyncRun } from '../../store/runs/syncRuns';
import { compareCounts } from '../compare/compareCounts';
import { compareIds } from '../compare/compareIds';
import { tryProjectsAgain } from '../compare/failedSearches';
import { drainAll } from '../follow/drain';
import { OneByOne } from './oneByOne';
import { runEach } from './runEach';
import { beginFirstSync, continueFirstSync } from '../firstSync/firstSync';
import { followIfToldTo, followProjects, noteProjectEvent } from '../compare/followProjects';
import { unlessHeldBack } from './heldBack';
import { migrateFurther, requestMigration, schemaIsThere } from './migrating';
import { recountAfterConfigurationChange, noteConfigurationChange } from '../compare/configurationChange';
import { pushTagging, pushTitleUpdates } from './queues';
import { nextJob } from '../../store/tagging/jobs';
import { forgetJobs } from '../tagging/forgetJobs';
import { checkOwners } from '../tagging/checkOwners';
import { noteTaggedByRules } from '../tagging/noteTagged';
import { waitsUntil } from '../../site/rateBudget';
import { markRecentlyUpdated } from '../compare/reconcile';
import { refreshSome } from '../follow/refresh';
import { DRAIN_LEASE, drainBegins, requestDrain } from '../follow/requestDrain';
import { FIRST_SYNC_LEASE, firstSyncGoesOn, firstSyncStops, requestFirstSync } from '../firstSync/requestFirstSync';
import { rereadAfterChange } from '../compare/reread';
import { reportPeople } from '../people/reportPeople';
import { walkPeople } from '../people/walkPeople';
import { answerFunction, type FunctionAnswer } from '../jqlFunctions/answerFunction';
import { readStrategy } from '../jqlFunctions/readStrategy';
import { renewResults } from '../jqlFunctions/renewResults';
import { updateTitles } from '../updateTitles';
import { discoverSite, siteReading } from '../../site/siteReading';
import { takeMissingSnapshots, takeSnapshots } from '../snapshots';
import { beginSweep, markOrphans, sweep } from '../compare/sweep';
import { AUDIT_DAYS, MOST_AUDIT_LINES, VISITOR_ANSWER_HOURS } from '../../domain/retention';
import { JQL_FUNCTIONS } from '../../domain/jql/jqlFunctions';
import { dayOf } from '../../domain/time/day';
import { DAY_MS, HOUR_MS, hourOf } from '../../domain/time/milliseconds';

/** Time for each job (milliseconds), well below its function's time-out in the manifest. */
const DRAIN_MS = 200_000;
const FIRST_SYNC_MS = 600_000;
const TITLES_MS = 200_000;
const FORGET_JOBS_MS = 30_000;
const RECONCILE_MS = 200_000;
const REREAD_MS = 100_000;
const COUNT_AGAIN_MS = 50_000;
const FOLLOW_MS = 50_000;
const COUNT_MS = 50_000;
const COMPARE_MS = 100_000;
const SWEEP_MS = 400_000;
const PEOPLE_MS = 30_000;
const ANSWERS_MS = 100_000;
/** All that the hour does together: what one part leaves over, the next hour does. */
const HOUR_JOB_MS = 800_000;

const FIVE_MINUTES_MS = 300_000;
/** The answer that Forge expects of a scheduled trigger; without it, it notes a failure. */
export const DONE = { statusCode: 200 };

/** A project was created, archived, trashed, restored or deleted: the projects are to be looked at soon. */
export const onProjectEvent = (): Promise<void> => noteProjectEvent(Date.now());

/** The app was installed, or upgraded to a new major version. */
export const onLifecycle = async (): Promise<void> => {
  // The trigger has 25 seconds, too few to make the schema.
  await ((await schemaIsThere()) ? begin() : requestMigration());
};

/** Makes the schema of this version, a slice at a time. */
export const migrate = async (): Promise<void> => {
  if (await migrateFurther()) await begin();
};

const begin = async (): Promise<void> => {
  await makeLeases([DRAIN_LEASE, FIRST_SYNC_LEASE]);
  await unlessHeldBack('lifecycle', leftToSchedule, async () => {
    if ((await latestRun()) === null) await beginFirstSync(Date.now());
    await requestFirstSync(Date.now());
  });
};

export const drain = async (): Promise<void> => {
  await drainBegins();
  await unlessHeldBack('drain', drainAgain, async () => {
    const now = Date.now();
    const waits = await waitsUntil('events', now);
    const finished = waits === null && (await drainAll(Date.now, now + DRAIN_MS));
    if (!finished) await drainAgain(waits ?? now);
  });
};

const drainAgain = (at: number): Promise<void> => {
  const now = Date.now();
  return requestDrain(now, at > now ? (at - now) / 1000 : undefined);
};

export const firstSync = async (): Promise<void> => {
  await firstSyncGoesOn(Date.now(), FIRST_SYNC_MS);
  await unlessHeldBack('firstSync', firstSyncStops, async () => {
    const howFar = await continueFirstSync(Date.now, Date.now() + FIRST_SYNC_MS);
    await firstSyncStops();
    if (howFar === 'unfinished') await requestFirstSync(Date.now());
    if (howFar === 'finished') await requestDrain(Date.now());
  });
};

/** Writes new titles to issues. Waits for the first sync, which tells which issues carry them. */
export const titleUpdates = async (): Promise<void> => {
  if (!wasRead(await latestRun())) return;
  await unlessHeldBack('titleUpdates', leftToSchedule, async () => {
    if ((await waitsUntil('upkeep', Date.now())) !== null) return;
    const finished = await updateTitles(Date.now, Date.now() + TITLES_MS);
    if (!finished) await pushTitleUpdates();
  });
};

/** The safety net: lost events and pushes, what a crash or Jira's limits left undone, and the turn of the day. */
export const everyFiveMinutes = async (): Promise<{ statusCode: number }> => {
  if (!(await migrateFurther())) return DONE;
  const now = Date.now();
  const run = await latestRun();
  const timeZone = wasRead(run) ? (await siteReading()).timeZone : null;
  const onceRead = (part: (timeZone: string) => Promise<unknown>) => async () => timeZone !== null && part(timeZone);
  await unlessHeldBack(
    'everyFiveMinutes',
    leftToSchedule,
    async () => run?.finished == null && goOnWithSync(run, now),
    async () => (await waitingMarks(1)).length > 0 && requestDrain(now),
    applyPendingEvents,
    onceRead(async () => (await hasTitleUpdates()) && pushTitleUpdates()),
    onceRead(async () => (await nextJob()) !== null && pushTagging(0)),
    onceRead(() => followIfToldTo(Date.now, now + FOLLOW_MS)),
    onceRead(() => recountAfterConfigurationChange(Date.now, now + COUNT_AGAIN_MS)),
    onceRead(async (zone) => {
      if (await refreshSome(Date.now, zone)) await takeMissingSnapshots(Date.now(), zone);
    }),
    onceRead(async () => {
      if ((await rereadAfterChange(Date.now, now + REREAD_MS)) > 0) await requestDrain(Date.now());
    }),
  );
  return DONE;
};

/** Whether the site was read to its end once: then figures stand, even while it is read again. */
export const wasRead = (run: SyncRun | null): boolean => run !== null && run.everFinished !== null;

/**
 * Asks for the rest of the first sync, as soon as Jira's limits allow. Makes the leases in case the installation did
 * not get that far: without them nothing is asked for.
 */
const goOnWithSync = async (run: SyncRun | null, now: number): Promise<void> => {
  await makeLeases([DRAIN_LEASE, FIRST_SYNC_LEASE]);
  if (run === null) await beginFirstSync(now);
  const waitMs = Math.max(0, (run?.waitingUntil ?? now) - now);
  if (waitMs > FIVE_MINUTES_MS) return;
  await requestFirstSync(now, waitMs / 1000);
};

const leftToSchedule = (): Promise<void> => Promise.resolve();

const functionAsked = z.object({
  clause: z.object({
    functionName: z.enum(JQL_FUNCTIONS),
    operator: z.string(),
    arguments: z.array(z.string()).default([]),
  }),
});

/** What a searcher is told before the app has read the site. Jira keeps it for a minute at the most. */
export const NOT_READ = { error: 'The app is still reading this site. Please search again when it has finished.' };

/** Somebody searches with a function of the app that Jira has no result of. */
export const jqlFunction = async (asked: unknown): Promise<FunctionAnswer> => {
  const { functionName, ...clause } = functionAsked.parse(asked).clause;
  if (!wasRead(await latestRun())) return NOT_READ;
  return answerFunction({ name: functionName, ...clause }, await readStrategy());
};

/** Finds what changed without an event, people who closed their accounts included. */
export const everyHour = async (): Promise<{ statusCode: number }> => {
  if ((await latestRun()) === null) return DONE;
  const end = Date.now() + HOUR_JOB_MS;
  const within = (ms: number): number => Math.min(Date.now() + ms, end);
  let found = 0;
  // What is left over is noted as if an event had told of it.
  const follow = async (): Promise<void> => {
    if (!(await followProjects(Date.now, within(FOLLOW_MS)))) await noteProjectEvent(Date.now());
  };
  const reconcile = async (): Promise<void> => {
    if (!wasRead(await latestRun())) return;
    const each = new OneByOne();
    let missed = 0;
    for (const part of [
      () => markRecentlyUpdated(Date.now, within(RECONCILE_MS)),
      () => compareCounts(Date.now, within(COUNT_MS)),
      () => compareIds(Date.now, within(COMPARE_MS)),
    ])
      missed += (await each.attempt(part))?.done ?? 0;
    found += missed;
    each.end();
    await noteCheck('hourly', Date.now(), missed);
  };
  // The rest of the day's sweep, where Jira's limits stopped it.
  const goOnSweeping = async (): Promise<void> => {
    if (wasRead(await latestRun())) found += await sweep(Date.now, within(SWEEP_MS));
  };
  const renewAnswers = async (): Promise<void> => {
    if (wasRead(await latestRun())) await renewResults(Date.now, within(ANSWERS_MS));
  };
  await runEach(
    () =>
      unlessHeldBack(
        'everyHour',
        leftToSchedule,
        () => discoverSite(Date.now()),
        () => noteConfigurationChange(Date.now()),
        follow,
        reconcile,
        goOnSweeping,
        checkOwners,
        () => reportPeople(Date.now),
        renewAnswers,
      ),
    () => walkPeople(Date.now, within(PEOPLE_MS)),
    async () => found > 0 && requestDrain(Date.now()),
    () => forgetAnswers(Date.now() - VISITOR_ANSWER_HOURS * HOUR_MS),
    () => forgetSpending(hourOf(Date.now()) - VISITOR_ANSWER_HOURS),
  );
  return DONE;
};

/** Finds what came or went unnoticed, deletions above all, and records the day. */
export const everyDay = async (): Promise<{ statusCode: number }> => {
  const run = await latestRun();
  if (!wasRead(run)) return DONE;
  const now = Date.now();
  let found = 0;
  await runEach(
    async () => (await tryAgain()) > 0 && requestDrain(now),
    () =>
      unlessHeldBack(
        'everyDay',
        leftToSchedule,
        () => tryProjectsAgain(Date.now()),
        async () => {
          await beginSweep();
          found += await sweep(Date.now, Date.now() + SWEEP_MS);
        },
        async () => (found += await markOrphans(Date.now())),
      ),
    async () => found > 0 && requestDrain(Date.now()),
    recordDay,
    () => noteTaggedByRules(Date.now()),
    () => forgetOldRateHours(hourOf(now)),
    () => forgetFailures(now),
    async () => forgetDeferrals(dayOf(now, (await siteReading()).timeZone)),
    () => forgetAuditLines(now - AUDIT_DAYS * DAY_MS, MOST_AUDIT_LINES),
    () => forgetJobs(Date.now, now + FORGET_JOBS_MS),
    () => forgetLeases(now - HOUR_MS),
    async () => run?.finished != null && forgetRemoved(Date.now()),
  );
  return DONE;
};

const recordDay = async (): Promise<void> => {
  // If there is too much to count at once, the five-minute schedule records the day.
  if (await refreshSome(Date.now, (await siteReading()).timeZone)) await takeSnapshots(Date.now());
};
