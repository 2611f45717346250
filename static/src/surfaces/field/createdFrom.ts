import type { FieldValue } from '../../../../src/contract';
import { callApp } from '../../shared/callApp';
import { readFieldValue } from '../../shared/fieldValue';
import { readIssues } from '../../shared/jira/issues';

/** More levels than Jira's hierarchy can have. */
const MOST_LEVELS = 10;

const KEY = /^[A-Z][A-Z0-9_]+-\d+$/;

/** The key of the issue that an address of Jira shows: on its own page, or beside a board or list; `null`: none. */
export function issueInAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  const [, browsed] = /\/browse\/([^/]+)/.exec(pathname) ?? [];
  const key = (browsed ?? searchParams.get('selectedIssue') ?? '').toUpperCase();
  return KEY.test(key) ? key : null;
}

/** What an issue serves. `key`: of the issue whose page is open; `value`: its own tag, or the nearest above it */
type ServedHere = { key: string; value: FieldValue };

/**
 * What the issue serves that somebody looks at, by the tags that Jira shows the viewer on the way up; `null`: nothing, they may
 * not see it, or the way up ends at an issue that is an objective, which says nothing of others. A call for each level, and one
 * to the app where there is a tag.
 */
export async function readServedHere(key: string, field: string): Promise<ServedHere | null> {
  const passed: string[] = [];
  let at: string | null = key;
  for (let level = 0; at !== null && level < MOST_LEVELS; level += 1) {
    const [found] = (await readIssues([at], [field, 'parent'])).values();
    if (found) passed.push(found.id);
    const value = readFieldValue(found?.fields[field]);
    if (value !== null) return (await areWork(passed)) ? { key, value } : null;
    at = found?.fields.parent?.id ?? null;
  }
  return null;
}

/** Whether none of these issues is an objective. */
async function areWork(ids: readonly string[]): Promise<boolean> {
  const { issues } = await callApp('objectiveIssues', {});
  return !issues.some(({ issueId }) => ids.includes(issueId));
}
