import fc from 'fast-check';
import { z } from 'zod';
import type { Answer, Contract } from '../../src/contract';
import { onIssueEvent } from '../../src/index';
import { HOUR_MS } from '../../src/domain/time/milliseconds';
import { makeWorld } from '../resolvers/world';
import type { SqlEngine } from '../site/platform/sql/engine';
import { anyCall, anyEvent } from './oddInputs';

/** Most statements and calls to Jira of one call, whatever it is sent. Reading the site again asks Jira for its projects and fields. */
const BOUNDS: Partial<Record<keyof Contract, { sql: number; jira: number }>> = {
  syncAgain: { sql: 45, jira: 12 },
};
const BOUND = { sql: 45, jira: 8 };

/** Calls on one site: what they change piles up. */
const CALLS_A_SITE = 1_000;
const CALLS_AN_HOUR = 200;
/** One input in so many is an event. */
const EVENTS = 10;

/** What went wrong, with the input. */
export type Crash = { seed: number; input: string; what: string };

/**
 * Sends odd inputs to every resolver and handler. A call must answer, with data or with an error that is not internal, within its bound
 * of statements and calls to Jira.
 * @param open a database with the app's tables; default: the embedded engine
 * @returns what went wrong; none: nothing did
 */
export const fuzz = async (
  { inputs, seed }: { inputs: number; seed: number },
  open?: () => Promise<SqlEngine>,
): Promise<Crash[]> => {
  const crashes: Crash[] = [];
  for (let sent = 0; sent < inputs; sent += CALLS_A_SITE) {
    const many = Math.min(CALLS_A_SITE, inputs - sent);
    crashes.push(...(await fuzzSite(many, seed + sent, open)));
  }
  return crashes;
};

const fuzzSite = async (inputs: number, seed: number, open?: () => Promise<SqlEngine>): Promise<Crash[]> => {
  const engine = open && (await open());
  const { site, onIssue, onPortfolio } = await makeWorld(
    ({ jira }) => {
      for (const type of ['Epic', 'Story', 'Story'])
        jira.createIssue({ project: 'WEB', type, summary: 'S', status: 'In Progress', assignee: 'member' }, null);
    },
    (embedded) => engine ?? embedded,
  );
  const crashes: Crash[] = [];
  const note = (input: unknown, what: string): void =>
    void crashes.push({ seed, input: String(JSON.stringify(input)).slice(0, 2_000), what });
  let asked = 0;
  for (const { call, person, payload } of fc.sample(anyCall, { seed, numRuns: inputs - Math.floor(inputs / EVENTS) })) {
    // Of an hour's rate points one person gets a part only.
    if ((asked += 1) % CALLS_AN_HOUR === 0) site.clock.advance(HOUR_MS);
    site.statements.reset();
    try {
      const answer = (await onIssue(person, 'WEB-1', call, payload as never)) as Answer<unknown>;
      if (!answer.ok && answer.error.code === 'internal') note([call, person, payload], answer.error.message);
    } catch (error) {
      note([call, person, payload], String(error));
    }
    const { sql, jira } = site.statements;
    const bound = BOUNDS[call] ?? BOUND;
    if (sql > bound.sql || jira > bound.jira) note([call, person, payload], `${sql} statements, ${jira} calls to Jira`);
  }
  for (const event of fc.sample(anyEvent, { seed, numRuns: Math.floor(inputs / EVENTS) })) {
    await site
      .runInApp(() => onIssueEvent(event))
      .catch((error: unknown) => {
        // What is no event is refused.
        if (!(error instanceof z.ZodError)) note(event, String(error));
      });
  }
  // What was sent must not have broken the site for others.
  for (const call of ['portfolio', 'strategy', 'exportStrategy', 'settings', 'operations'] as const) {
    const payload = call === 'portfolio' ? { window: 90, measure: 'items' } : {};
    const answer = (await onPortfolio('admin', call, payload as never)) as Answer<unknown>;
    if (!answer.ok) note([call, 'afterwards'], answer.error.message);
  }
  await site.schedule('day').catch((error: unknown) => note('the daily schedule', String(error)));
  await site.close();
  return crashes;
};
