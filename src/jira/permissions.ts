import { route } from '@forge/api';
import { z } from 'zod';
import { batches } from '../domain/batches';
import { type As, ask, POINTS_OF_A_PERSON } from './request';

const permitted = z.object({
  globalPermissions: z.array(z.string()).nullish(),
  projectPermissions: z.array(
    z.object({
      permission: z.string(),
      issues: z.array(z.number()).nullish(),
      projects: z.array(z.number()).nullish(),
    }),
  ),
});

const path = route`/rest/api/3/permissions/check`;

/** Projects that Jira checks in a call. */
const PROJECTS_A_CALL = 1000;

export type VisitorPermissions = {
  /** whether they administer Jira */
  administer: boolean;
  browsable: ReadonlySet<number>;
  /** the issues that they may see: in a browsable project, and not hidden by a security level */
  visible: ReadonlySet<number>;
  editable: ReadonlySet<number>;
};

/**
 * Whether the visitor administers Jira, which of these projects they may browse, and which of these issues (at most
 * 1,000) they may see and edit. One call for each 1,000 projects, at least one.
 */
export const visitorPermissions = async (
  projects: readonly number[],
  issues: readonly number[] = [],
): Promise<VisitorPermissions> => {
  const browsable = new Set<number>();
  const visible = new Set<number>();
  const editable = new Set<number>();
  let administer = false;
  for (const [index, some] of (projects.length === 0 ? [[]] : batches(projects, PROJECTS_A_CALL)).entries()) {
    const first = index === 0 ? issues : [];
    const body = {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS'], projects: some, issues: first },
        ...(first.length > 0 ? [{ permissions: ['EDIT_ISSUES'], issues: first }] : []),
      ],
    };
    const answer = await ask(
      { as: 'user', path, method: 'POST', body },
      permitted,
      ({ projectPermissions: { length } }) => POINTS_OF_A_PERSON * length,
    );
    administer = answer.globalPermissions?.includes('ADMINISTER') ?? false;
    for (const granted of answer.projectPermissions) {
      const isBrowse = granted.permission === 'BROWSE_PROJECTS';
      if (isBrowse) for (const id of granted.projects ?? []) browsable.add(id);
      for (const id of granted.issues ?? []) (isBrowse ? visible : editable).add(id);
    }
  }
  return { administer, browsable, visible, editable };
};

/**
 * Whether a person (default: the asker) administers Jira, and which of these projects (at most 1,000). One call.
 */
export const administeredBy = async (
  as: As,
  projects: readonly number[],
  accountId?: string,
): Promise<{ jira: boolean; projects: ReadonlySet<number> }> => {
  const body = {
    ...(accountId === undefined ? {} : { accountId }),
    globalPermissions: ['ADMINISTER'],
    projectPermissions: projects.length === 0 ? [] : [{ permissions: ['ADMINISTER_PROJECTS'], projects, issues: [] }],
  };
  const answer = await ask(
    { as, path, method: 'POST', body },
    permitted,
    ({ projectPermissions: { length } }) => POINTS_OF_A_PERSON * (1 + length),
  );
  return {
    jira: answer.globalPermissions?.includes('ADMINISTER') ?? false,
    projects: new Set(answer.projectPermissions.flatMap((granted) => granted.projects ?? [])),
  };
};

/** Which of these issues (at most 1,000) the visitor may edit. One call. */
export const editableIssues = async (issues: readonly number[]): Promise<ReadonlySet<number>> =>
  issues.length === 0 ? new Set() : (await visitorPermissions([], issues)).editable;
