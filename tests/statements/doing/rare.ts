import { z } from 'zod';
import { MOST_AUDIT_LINES } from '../../../src/domain/retention';
import { WINDOW_DAYS } from '../../../src/domain/time/window';
import { placeItems } from '../../../src/store/blocks/placeItems';
import { figuresOfBlocks, projectSummaries, STORED_AT_ONCE, storeSummaries } from '../../../src/store/blocks/summaries';
import { AT_ONCE } from '../../../src/store/sql/selectAllByBytes';
import { NOTHING_ID } from '../../../src/store/sql/storedNumbers';
import { parentsInJira } from '../../../src/store/strategy/parentsInJira';
import { beginCounting } from '../../../src/store/blocks/beginCounting';
import { functionCells } from '../../../src/store/blocks/parts';
import { portfolioCells, projectCells } from '../../../src/store/blocks/projectSums';
import { unlinkedByParent } from '../../../src/store/blocks/unlinkedByParent';
import { outlinesAndWeekly } from '../../../src/store/strategy/checkInOutlines';
import { applyPendingEvents } from '../../../src/store/strategy/applyEvents';
import { objectiveIds } from '../../../src/store/strategy/objectives';
import { storeEvents } from '../../../src/store/strategy/strategyEvents';
import { firstTablesMadeAt, isMigrated, migrate } from '../../../src/store/sql/migrations';
import { forgetFailedSearches, noteFailedSearches, searchedBefore } from '../../../src/store/runs/searchFailures';
import { restartStep } from '../../../src/store/runs/syncProgress';
import { REST, WHOLE } from '../../../src/domain/work/firstReading';
import { storeTitleProgress } from '../../../src/store/strategy/titleUpdates';
import { addAuditLine, forgetAuditLines } from '../../../src/store/runs/auditLines';
import { deleteUnseen, noteSeen } from '../../../src/store/work/accountsInUse';
import { forgetJobs } from '../../../src/sync/tagging/forgetJobs';
import { dropEntries } from '../../../src/store/tagging/entries';
import { nextJob } from '../../../src/store/tagging/jobs';
import { refuseRule } from '../../../src/store/tagging/rules';
import { itemsToRecount } from '../../../src/store/work/recountItems';
import { nextBlocks, notBrokenDown, unknownParents } from '../../../src/store/work/neededElsewhere';
import { childrenCounts } from '../../../src/store/work/unitsServing';
import { unlinkedPage } from '../../../src/store/work/unlinkedWork';
import { removeWorkItems, serveNothing } from '../../../src/store/work/workItems';
import { objective } from '../../domain/build';
import type { SqlEngine } from '../../site/platform/sql/engine';
import { DAY_MS, type World } from './world';

const newest = z.array(z.object({ newest: z.string() }));

/** An id that no issue has, and a run that never was. */
const NONE = 1;

/** As many ids as a walk takes at a time. */
const STRETCH = 2000;

/**
 * What the store sends only where functions run into each other or a new version brings migrations; and what it can be asked but no page
 * asks.
 */
export const doRarely = async (world: World, engine: SqlEngine): Promise<void> => {
  const { rows } = await engine.execute('SELECT MAX(name) AS newest FROM migration', []);
  await engine.execute('DELETE FROM migration WHERE name = ?', [newest.parse(rows).at(0)?.newest ?? '']);
  await engine.execute('INSERT INTO account (account_id, seen) VALUES (?, 1)', ['unused']);
  await world.site.runInApp(async () => {
    await deleteUnseen(2);
    await noteSeen([NONE], 0);
    await addAuditLine({ what: 'sync' }, 'unused', 1);
    await forgetAuditLines(2, MOST_AUDIT_LINES);
    // Long after all jobs.
    await forgetJobs(() => world.site.clock.now() + 40 * DAY_MS, Infinity);
    await firstTablesMadeAt();
    await migrate();
    await isMigrated();
    await askOtherwise(world);
    await inBatches(() => addUp(world));
    await comeTooLate(world);
    await changeAtOnce();
  });
};

/** Does work as on a site whose sums and texts are more than one statement reads or stores. */
export const inBatches = async (work: () => Promise<void>): Promise<void> => {
  const limits = [AT_ONCE, STORED_AT_ONCE].map((limit) => ({ limit, bytes: limit.bytes }));
  for (const { limit } of limits) limit.bytes = -1;
  await work().finally(() => {
    for (const { limit, bytes } of limits) limit.bytes = bytes;
  });
};

/** What adds figures up from all of their parts, of which a large site has many. */
const addUp = async ({ site, made }: World): Promise<void> => {
  const now = site.clock.now();
  await storeSummaries(await projectSummaries([Number(made.largest.id)]), { now, today: Math.floor(now / DAY_MS) });
  await figuresOfBlocks([Number(made.largest.id)], [1, 2]);
  await projectCells(Number(made.largest.id), 90);
  await portfolioCells(90);
  for (const kind of ['team', 'component'] as const) await functionCells(kind, 90);
  await unlinkedByParent(Number(made.largest.id), 90);
};

const askOtherwise = async ({ site, made }: World): Promise<void> => {
  for (const days of WINDOW_DAYS) {
    await portfolioCells(days);
    await projectCells(Number(made.largest.id), days);
    for (const kind of ['team', 'component'] as const) await functionCells(kind, days);
  }
  // So many key results that one answer does not hold the values of the past, which are read in slices then.
  const asOf = Math.floor(site.clock.now() / DAY_MS);
  await outlinesAndWeekly({ asOf, from: asOf - 89, keyResults: 5_000 }, asOf - 364);
  // What only the first sync asks: of as many projects at once as it does.
  const projects = site.jira
    .projects()
    .map(({ id }) => Number(id))
    .slice(0, 99);
  const together = [Number(made.largest.id), ...projects];
  // What a JQL function asks where it finds no more than Jira takes.
  const some = [...site.jira.issues.ofProject(made.largest.id)].slice(0, 1000);
  await childrenCounts(some.map(({ id }) => Number(id)));
  const { blocks } = await nextBlocks(together, 0);
  await unknownParents(blocks);
  for (const before of [null, asOf - 29]) await notBrokenDown(blocks, { since: asOf - 89, before });
  // Nothing was made on these days, so all unlinked work is gone through.
  const longAgo = { from: 0, to: 1 };
  for (const part of ['all', 'effort', 'planned'] as const)
    await unlinkedPage({ project: Number(made.largest.id), facets: [], window: longAgo, part }, null, 50);
};

/** Another function has done it, or done something else, meanwhile. */
const comeTooLate = async ({ made }: World): Promise<void> => {
  await removeWorkItems([NONE], []);
  await removeWorkItems([NONE], [NONE]);
  await serveNothing([NONE]);
  const place = { id: NONE, project: Number(made.largest.id), serves: NOTHING_ID, block: null };
  for (const retag of ['kept', 'none'] as const)
    for (const raised of [[], [NONE]]) await placeItems([{ ...place, retag }], new Set(raised), null, new Map());
  // An objective in Jira below an issue that is none.
  await parentsInJira([{ key: '', issue: NONE, parent: NONE + 1 }]);
  // A rule whose owner may no longer state it.
  await refuseRule(NONE, null);
  // A project that another function counts.
  await beginCounting([NONE], 0, 1);
  // Jira fails to search a project, and to write the issues of a job.
  await noteFailedSearches([NONE]);
  await searchedBefore(STRETCH);
  await forgetFailedSearches([NONE]);
  await nextJob([NONE]);
  // What waits for a rule comes to match no more.
  await dropEntries(NONE, [NONE]);
  await storeTitleProgress([{ objective: NONE, after: NONE, key: '', title: '' }], NONE);
  const nowhere = { run: NONE, project: NONE, pageToken: 'expired', done: 0, lastNumber: 0, needs: null };
  for (const step of [REST, WHOLE]) await restartStep([{ ...nowhere, step }]);
  // A walk that was ended within a batch counts all of it again.
  const changed = { statuses: [NONE], todo: [NONE], doing: [], done: [], resolutions: [], levels: [] };
  const none = { resolution: [], status: [] };
  await itemsToRecount({ after: 0, upTo: STRETCH, all: true }, { ...changed, dropped: none, kept: none });
};

/** Of two changes of one revision one is kept. */
const changeAtOnce = async (): Promise<void> => {
  const key = 'LATE';
  const { ids } = await objectiveIds([key]);
  const change = { revision: 1, at: 1, day: 0, author: null, before: null, openWork: 0, places: [], carried: false };
  const after = { objective: objective(key), keyResults: [] };
  for (const at of [1, 2]) await storeEvents([{ ...change, objective: ids.get(key) ?? 0, after, at }]);
  await applyPendingEvents();
};
