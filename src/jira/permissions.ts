import { route } from '@forge/api';
import { z } from 'zod';
import { ask } from './request';

const permitted = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()).nullish() })),
});

/** Of these issues (at most 1,000), those that an account may edit: one call. */
export const editableIssues = async (accountId: string, issues: readonly number[]): Promise<ReadonlySet<number>> => {
  if (issues.length === 0) return new Set();
  const body = { accountId, projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues }] };
  const path = route`/rest/api/3/permissions/check`;
  const { projectPermissions } = await ask({ as: 'user', path, method: 'POST', body }, permitted);
  return new Set(projectPermissions.flatMap(({ issues: may }) => may ?? []));
};
