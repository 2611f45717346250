import type { Contract } from '../contract';

/**
 * Who may make a call.
 * - `signedIn`: anybody with an account; no anonymous visitor.
 * - `issue`: who may see the issue of the page.
 * - `project`: who may browse the project of the page.
 * - `portfolio`: every licensed user, or the groups that an admin chose.
 * - `strategist`: Jira admins and the groups that an admin chose.
 * - `steward`: strategists, and the owner of the objective in the payload.
 * - `ruleMaker`: on the page of a project, which they may browse, its Jira admins and strategists; elsewhere strategists.
 * - `admin`: Jira admins.
 *
 * In addition, each issue that a call changes is checked for Jira's Edit issues permission; one that is changed in the background, before
 * it enters the job, whose author alone may start, see and undo it. Only accepting a proposal tags its epic as the app: the proposer was checked.
 * The page of a project links and unlinks issues of others in scope, too, if the visitor may browse those: epics of its work may be there.
 */
export type Rule = 'signedIn' | 'issue' | 'project' | 'portfolio' | 'strategist' | 'ruleMaker' | 'steward' | 'admin';

/** Every call of the contract and who may make it. */
export const WHO_MAY = {
  searchObjectives: 'signedIn',
  objectiveIssues: 'signedIn',
  objectiveTitle: 'signedIn',
  inheritedObjective: 'issue',
  issueAlignment: 'issue',
  tagIssue: 'issue',
  moveTagToParent: 'issue',
  whyItMatters: 'issue',
  pastLinksAroundIssue: 'issue',

  projectAlignment: 'project',
  projectFilters: 'project',
  unlinkedWork: 'project',
  triage: 'project',
  countedInProject: 'project',
  pastProject: 'project',
  linkIssues: 'project',
  unlinkIssues: 'project',
  undecidedInProject: 'project',
  pastLinksInProject: 'project',
  deferInProject: 'project',
  gatherBulk: 'project',
  startBulk: 'project',
  bulkJobs: 'project',
  bulkAnswers: 'project',
  undoBulk: 'project',
  unlinkedEpics: 'project',
  proposeEpic: 'project',

  rules: 'ruleMaker',
  previewRule: 'ruleMaker',
  saveRule: 'ruleMaker',
  moveRule: 'ruleMaker',
  deleteRule: 'ruleMaker',

  portfolio: 'portfolio',
  functionMatrix: 'portfolio',
  countedInPortfolio: 'portfolio',
  objectiveDetail: 'portfolio',
  olderCheckIns: 'portfolio',
  objectiveHistory: 'portfolio',
  review: 'portfolio',
  pastPortfolio: 'portfolio',
  undecidedInPortfolio: 'portfolio',
  pastLinksInPortfolio: 'portfolio',
  linkInPortfolio: 'portfolio',
  deferInPortfolio: 'portfolio',
  unlinkInPortfolio: 'portfolio',
  recordReview: 'strategist',

  strategy: 'strategist',
  statedObjective: 'strategist',
  saveObjective: 'strategist',
  moveObjective: 'strategist',
  archiveObjective: 'strategist',
  deleteObjective: 'strategist',
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
  previewStrategy: 'admin',
  saveSettings: 'admin',
  droppedWork: 'admin',
  endedWork: 'admin',
  saveDropped: 'admin',
  operations: 'admin',
  syncAgain: 'admin',
  auditLog: 'admin',
  exportAuditLog: 'admin',
} as const satisfies Record<keyof Contract, Rule>;

/**
 * Calls that change something and are guarded by this rule alone. For them Jira is asked every time, not once in five
 * minutes.
 */
export const ASKED_ANEW: ReadonlySet<keyof Contract> = new Set([
  'recordReview',
  'saveObjective',
  'moveObjective',
  'archiveObjective',
  'deleteObjective',
  'checkIn',
  'importStrategy',
  'decideProposal',
  'saveRule',
  'moveRule',
  'deleteRule',
  'saveSettings',
  'saveDropped',
  'syncAgain',
]);
