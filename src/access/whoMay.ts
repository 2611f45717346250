import type { Contract } from '../contract';

/**
 * Who may make a call.
 * - `signedIn`: anybody with an account; no anonymous visitor.
 * - `issue`: who may see the issue that the page stands on.
 * - `project`: who may browse the project that the page stands on.
 *
 * What a call changes is checked besides, on each issue it touches, by Jira's Edit issues permission.
 */
export type Rule = 'signedIn' | 'issue' | 'project';

/** Every call of the contract and who may make it. */
export const WHO_MAY = {
  searchObjectives: 'signedIn',
  issueAlignment: 'issue',
  tagIssue: 'issue',
  projectAlignment: 'project',
  projectFilters: 'project',
  unlinkedWork: 'project',
  linkIssues: 'project',
} as const satisfies Record<keyof Contract, Rule>;
