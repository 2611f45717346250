import type { FieldValue } from '../../../../src/contract';
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
 * What the issue serves that somebody looks at, by the tags that Jira shows the viewer on the way up; `null`: nothing, or they
 * may not see it. A call for each level.
 */
export async function readServedHere(key: string, field: string): Promise<ServedHere | null> {
  let at: string | null = key;
  for (let level = 0; at !== null && level < MOST_LEVELS; level += 1) {
    const [found] = (await readIssues([at], [field, 'parent'])).values();
    const value = readFieldValue(found?.fields[field]);
    if (value !== null) return { key, value };
    at = found?.fields.parent?.id ?? null;
  }
  return null;
}
