import type { Site } from '../../site/site';
import type { Asked } from '../meter';
import { READER } from '../site/buildSite';
import type { World } from './world';

/** A drain is delayed by five seconds, so that events share it. */
const DRAIN_DELAY_MS = 5000;
const MINUTE_MS = 60_000;
const CHANGED = 100;
const FIELD = 'strategic-objective';

/** `events`: marking the changes; `drain`: bringing the projection up to date */
export type Change = { changed: number; events: Asked; drain: Asked };

/** Changes 100 issues of one project. */
export const drainHundred = (world: World): Promise<Change> => {
  const { jira } = world.site;
  const issues = [...jira.issues.ofProject(world.made.reference.id)]
    .filter(({ type }) => type.hierarchyLevel === 0)
    .slice(-CHANGED);
  return change(world, () => {
    for (const { id, status } of issues) {
      jira.editIssue(id, { status: status.name === 'Done' ? 'In Progress' : 'Done' }, someone);
    }
    return issues.length;
  });
};

/** Moves a large epic to another objective. */
export const moveLargeEpic = (world: World): Promise<Change> => {
  const { jira } = world.site;
  const { largeEpic, objectives } = world.made;
  const served = JSON.stringify(jira.issue(largeEpic.id).appValues);
  const other = objectives.find(({ key }) => !served.includes(`"${key}"`));
  return change(world, () => {
    const value = other && { key: other.key, name: other.title };
    jira.editIssue(largeEpic.id, { appValues: { [FIELD]: value } }, someone);
    return 1;
  });
};

const ONE_BY_ONE = 15;

/** Changes one issue of the largest project, then others, one after the other. Sorted by ms in SQL. */
export async function changeOneByOne(world: World): Promise<Change[]> {
  const { jira } = world.site;
  const issues = [...jira.issues.ofProject(world.made.largest.id)].filter(({ status }) => status.name === 'To Do');
  const changes: Change[] = [];
  for (const { id } of issues.slice(-ONE_BY_ONE)) {
    changes.push(
      await change(world, () => {
        jira.editIssue(id, { status: 'In Progress' }, someone);
        return 1;
      }),
    );
  }
  return changes.sort((a, b) => a.drain.sqlMs - b.drain.sqlMs);
}

/** The cost of the turn of a day: in total, and the ms in SQL of the costliest five-minute schedule. */
export type TurnOfDay = Asked & { mostAtATimeMs: number };

const FIVE_MINUTES_MS = 5 * MINUTE_MS;
/** A schedule with nothing to do takes fewer statements. */
const DONE_STATEMENTS = 30;
const MOST_TIMES = 100;

/**
 * Turns the day: blocks in which something enters or leaves a window are counted, as many at a time as the app allows
 * itself, and snapshots are taken.
 */
export async function turnDay({ site, meter }: World): Promise<TurnOfDay> {
  site.clock.advance(24 * 3600 * 1000);
  const times: Asked[] = [];
  for (;;) {
    const { asked } = await meter.during(() => site.schedule('fiveMinute'));
    times.push(asked);
    if (asked.statements < DONE_STATEMENTS || times.length === MOST_TIMES) break;
    site.clock.advance(FIVE_MINUTES_MS);
  }
  const sum = (of: (one: Asked) => number) => times.reduce((all, one) => all + of(one), 0);
  const most = (of: (one: Asked) => number) => Math.max(...times.map(of));
  return {
    ms: sum(({ ms }) => ms),
    statements: sum(({ statements }) => statements),
    sqlMs: sum(({ sqlMs }) => sqlMs),
    rows: sum(({ rows }) => rows),
    sqlBytes: sum(({ sqlBytes }) => sqlBytes),
    calls: sum(({ calls }) => calls),
    jiraBytes: sum(({ jiraBytes }) => jiraBytes),
    points: sum(({ points }) => points),
    largestStatement: most(({ largestStatement }) => largestStatement),
    largestAnswer: most(({ largestAnswer }) => largestAnswer),
    slowest: times.map(({ slowest }) => slowest).reduce((worst, one) => (one.ms > worst.ms ? one : worst)),
    mostAtATimeMs: most(({ sqlMs }) => sqlMs),
  };
}

const someone = { kind: 'user', accountId: READER } as const;

/** The clock stands still, so that the drain follows all events however long they take. */
async function change({ site, meter }: World, make: () => number): Promise<Change> {
  const { clock } = site;
  clock.stop();
  await settleAll(site);
  const changed = make();
  const events = await meter.during(() => site.settle());
  clock.advance(DRAIN_DELAY_MS);
  const drain = await meter.during(() => site.settle());
  clock.go();
  if (drain.asked.calls === 0) throw new Error('The changes were not drained.');
  return { changed, events: events.asked, drain: drain.asked };
}

/** Finishes earlier work first. */
async function settleAll(site: Site): Promise<void> {
  site.clock.advance(MINUTE_MS);
  await site.settle();
}
