import type { ObjectiveIssue } from '../../../../src/contract';
import { isKeyOfIssue } from '../../../../src/domain/strategy/objectiveKey';
import { parseDay } from '../../../../src/domain/time/day';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { callApp } from '../callApp';
import { type Json, type JsonObject, mapped, someText } from '../json';
import { type JiraIssue, readIssues } from './issues';
import { appKeys, byAppKey, type Seen, UNSEEN } from './seenObjectives';

let read: { until: number; seen: Promise<ReadonlyMap<string, Seen>> } | null = null;
const readSeen = async (): Promise<ReadonlyMap<string, Seen>> => {
  const { startField, issues: named } = await callApp('objectiveIssues', {});
  const fields = ['summary', 'assignee', 'duedate', ...(startField === null ? [] : [startField])];
  const issues = await readIssues(
    named.map(({ issueId }) => issueId),
    fields,
  );
  // What Jira shows no longer goes. Keys that the page has shown are still understood.
  byAppKey.clear();
  for (const one of named) {
    const issue = issues.get(one.issueId);
    if (!issue) continue;
    const seen = seenOf(one, issue, startField);
    byAppKey.set(one.key, seen);
    appKeys.set(seen.shown, one.key);
  }
  return byAppKey;
};

const seenOf = ({ isTaken }: ObjectiveIssue, { key, fields }: JiraIssue, startField: string | null): Seen => ({
  // A stated objective has this key already.
  shown: isTaken ? `${key} (Jira)` : key,
  issueKey: key,
  title: fields.summary ?? '',
  owner: fields.assignee?.accountId ?? null,
  start: startField === null ? null : dayIn(fields[startField]),
  target: dayIn(fields.duedate),
});

const dayIn = (value: unknown): Json => (typeof value === 'string' ? parseDay(value) : null);

/** Read once a minute; after a failure again at once. */
const seenNow = (): Promise<ReadonlyMap<string, Seen>> => {
  const now = Date.now();
  if (read === null || read.until < now) {
    const seen = readSeen();
    read = { until: now + MINUTE_MS, seen };
    seen.catch(() => (read = null));
  }
  return read.seen;
};

/** An answer of the app with the keys, summaries, assignees and dates that Jira shows of objectives that are issues. */
export const asJiraNames = async <Answer>(answer: Answer): Promise<Answer> => {
  if (!someText(answer as Json, isKeyOfIssue)) return answer;
  const seen = await seenNow();
  return mapped(
    answer as Json,
    (text) => seen.get(text)?.shown ?? text,
    (value) => ({ ...value, ...filled(value, seen) }),
  ) as Answer;
};

/** What Jira shows instead of what an answer leaves empty. */
const filled = (value: JsonObject, seen: ReadonlyMap<string, Seen>): JsonObject => {
  const key = value.key ?? keyIn(value.objective ?? null);
  if (typeof key !== 'string' || !isKeyOfIssue(key)) return {};
  const one = seen.get(key);
  return {
    ...(value.title === '' && { title: one?.title ?? UNSEEN }),
    ...(value.owner === null && { owner: one?.owner ?? null }),
    ...(value.start === null && { start: one?.start ?? null }),
    ...(value.target === null && { target: one?.target ?? null }),
  };
};

const keyIn = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value.key ?? null) : null;

/** Where a page sends the key of an objective. */
const KEYS: ReadonlySet<string> = new Set(['key', 'objective', 'parent', 'before']);

/** What the page sends, with the app's keys of objectives that are issues. */
export const asTheAppNames = <Sent>(payload: Sent): Sent =>
  appKeys.size === 0
    ? payload
    : (mapped(payload as Json, (text, name) => (KEYS.has(name) ? (appKeys.get(text) ?? text) : text)) as Sent);

/**
 * Reads which objectives are issues, for a page that was opened at the address of one.
 * @returns whether the payload names one that was not known before
 */
export const namesNewIssue = async (payload: unknown): Promise<boolean> => {
  const before = JSON.stringify(asTheAppNames(payload));
  await seenNow().catch(() => null);
  return JSON.stringify(asTheAppNames(payload)) !== before;
};
