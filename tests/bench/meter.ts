import type { Answerer } from '../site/platform/forge/appFunctions';
import type { Site } from '../site/site';

/** The app's requests to the platform and to Jira in a stretch of time. */
export type Asked = {
  ms: number;
  statements: number;
  /** ms with at least one statement under way */
  sqlMs: number;
  /** rows that statements answered */
  rows: number;
  /** bytes of what statements answered */
  sqlBytes: number;
  /** Jira calls */
  calls: number;
  /** bytes of what Jira answered */
  jiraBytes: number;
  /** Jira's rate points: one a call, and one for each object in the answer; if calls overlap, some count twice */
  points: number;
  /** bytes */
  largestStatement: number;
  /** bytes of the largest answer of the database */
  largestAnswer: number;
  /** from sending it, so of several at once one may have waited for another */
  slowest: { ms: number; statement: string };
};

const NOTHING: Asked = {
  ms: 0,
  statements: 0,
  sqlMs: 0,
  rows: 0,
  sqlBytes: 0,
  calls: 0,
  jiraBytes: 0,
  points: 0,
  largestStatement: 0,
  largestAnswer: 0,
  slowest: { ms: 0, statement: '' },
};

const SHOWN_CHARACTERS = 400;

/** Sits between the app's functions and the platform, and counts requests. */
export class Meter {
  private asked: Asked = { ...NOTHING };
  private underWay = 0;
  private began = 0;

  /** @param site must exist once something is requested */
  constructor(private readonly site: () => Pick<Site, 'statements' | 'jira'>) {}

  /** The app's requests while this work ran. Not for two pieces of work at once. */
  async during<T>(work: () => Promise<T>): Promise<{ result: T; asked: Asked }> {
    this.asked = { ...NOTHING };
    const log = this.site().statements;
    log.reset();
    const from = performance.now();
    const result = await work();
    const ms = performance.now() - from;
    const { sql: statements, rows, jira: calls, jiraBytes } = log;
    return { result, asked: { ...this.asked, ms, statements, rows, calls, jiraBytes } };
  }

  /** Wraps an answerer, and counts its requests. */
  watch(answer: Answerer): Answerer {
    return async (destination, path, init, asker) => {
      const from = performance.now();
      const { rates } = this.site().jira;
      const spent = rates.points;
      if (destination.type === 'sql') return this.statement(init, from, answer(destination, path, init, asker));
      const response = await answer(destination, path, init, asker);
      // Jira's count starts again with each hour.
      this.asked.points += rates.points - (rates.points < spent ? 0 : spent);
      return response;
    };
  }

  private async statement(
    init: RequestInit | undefined,
    from: number,
    answering: Promise<Response>,
  ): Promise<Response> {
    const { asked } = this;
    if (this.underWay === 0) this.began = from;
    this.underWay += 1;
    const response = await answering.finally(() => {
      this.underWay -= 1;
      if (this.underWay === 0) asked.sqlMs += performance.now() - this.began;
    });
    const ms = performance.now() - from;
    const sent = typeof init?.body === 'string' ? init.body : '';
    const bytes = (await response.clone().arrayBuffer()).byteLength;
    asked.sqlBytes += bytes;
    asked.largestStatement = Math.max(asked.largestStatement, Buffer.byteLength(sent));
    asked.largestAnswer = Math.max(asked.largestAnswer, bytes);
    if (ms > asked.slowest.ms) asked.slowest = { ms, statement: statementIn(sent) };
    if (!response.ok)
      console.error(`Refused after ${Math.round(ms)} ms: ${statementIn(sent)}\n  ${await response.clone().text()}`);
    return response;
  }
}

const statementIn = (sent: string): string =>
  (JSON.parse(sent) as { query: string }).query.replace(/\s+/g, ' ').trim().slice(0, SHOWN_CHARACTERS);
