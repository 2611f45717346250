import { route } from '@forge/api';
import type { FieldValue } from '../domain/strategy/fieldValue';
import { type App, tell } from './request';

/**
 * Writes the strategic-objective field of issues as the app, with an entry in each issue's history. `null` clears it.
 * One call. Jira checks no permission here, so the caller must have checked that the person may edit each issue.
 */
export const writeFieldValue = (
  as: App,
  field: string,
  issues: readonly number[],
  value: FieldValue | null,
): Promise<void> =>
  tell({
    as,
    path: route`/rest/api/3/app/field/value?generateChangelog=true`,
    method: 'POST',
    body: { updates: [{ customField: field, issueIds: issues, value }] },
  });
