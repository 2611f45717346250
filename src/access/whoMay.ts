import type { Contract } from '../contract';

/**
 * Who may make a call.
 * - `signedIn`: anybody with an account; no anonymous visitor.
 * - `issue`: who may see the issue that the page stands on.
 * - `project`: who may browse the project that the page stands on.
 * - `portfolio`: every licensed user, or the groups that an admin chose.
 * - `strategist`: Jira admins and the groups that an admin chose.
 * - `steward`: strategists, and the owner of the objective that the payload names.
 * - `admin`: Jira admins.
 *
 * What a call changes is checked besides, on each issue it touches, by Jira's Edit issues permission.
 */
export type Rule = 'signedIn' | 'issue' | 'project' | 'portfolio' | 'strategist' | 'steward' | 'admin';

/** Every call of the contract and who may make it. */
export const WHO_MAY = {
  searchObjectives: 'signedIn',
  inheritedObjective: 'issue',
  issueAlignment: 'issue',
  tagIssue: 'issue',

  projectAlignment: 'project',
  projectFilters: 'project',
  unlinkedWork: 'project',
  linkIssues: 'project',
  unlinkedEpics: 'project',
  proposeEpic: 'project',

  portfolio: 'portfolio',
  functionMatrix: 'portfolio',
  objectiveDetail: 'portfolio',
  blockedWork: 'portfolio',
  review: 'portfolio',
  recordReview: 'strategist',

  strategy: 'strategist',
  saveObjective: 'strategist',
  moveObjective: 'strategist',
  archiveObjective: 'strategist',
  objectiveImpact: 'strategist',
  checkIn: 'steward',
  dueCheckIns: 'signedIn',
  exportStrategy: 'strategist',
  importStrategy: 'strategist',
  proposedEpics: 'strategist',
  decideProposal: 'strategist',

  myAccess: 'signedIn',
  settings: 'admin',
  settingChoices: 'admin',
  saveSettings: 'admin',
  operations: 'admin',
  syncAgain: 'admin',
} as const satisfies Record<keyof Contract, Rule>;

/**
 * Calls that change something for which no permission is checked but the rule itself: of these Jira is asked each time, not only once in
 * five minutes.
 */
export const ASKED_ANEW: ReadonlySet<keyof Contract> = new Set([
  'recordReview',
  'saveObjective',
  'moveObjective',
  'archiveObjective',
  'checkIn',
  'importStrategy',
  'decideProposal',
  'saveSettings',
  'syncAgain',
]);
