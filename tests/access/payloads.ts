import type { Contract } from '../../src/contract';
import { settingsFrom } from '../../src/settings/siteSettings';
import { asDay } from '../domain/days';
import { DRAFT } from '../strategy/editing';

const LOOK = { window: 90, measure: 'items' } as const;
/** A valid payload for every call. */
export const PAYLOADS: { [K in keyof Contract]: Parameters<Contract[K]>[0] } = {
  searchObjectives: { query: '' },
  objectiveTitle: { key: 'OBJ-1' },
  inheritedObjective: {},
  issueAlignment: { measure: 'items' },
  tagIssue: { tag: { kind: 'run' }, measure: 'items' },
  projectAlignment: { ...LOOK, filter: {} },
  projectFilters: {},
  unlinkedWork: { window: 90, part: 'all', filter: {}, cursor: null },
  linkIssues: { issueIds: ['1'], to: { kind: 'run' } },
  unlinkedEpics: {},
  proposeEpic: { issueId: '10001', proposal: { note: null } },
  portfolio: LOOK,
  functionMatrix: { ...LOOK, by: 'project' },
  objectiveDetail: { ...LOOK, key: 'OBJ-2' },
  olderCheckIns: { key: 'OBJ-2', before: { day: asDay('2026-05-18'), id: 1 } },
  objectiveHistory: { key: 'OBJ-2', before: null },
  blockedWork: { key: 'OBJ-2' },
  review: { ...LOOK, since: null },
  recordReview: {},
  strategy: {},
  statedObjective: { key: 'OBJ-2' },
  saveObjective: { key: 'OBJ-9', revision: null, objective: DRAFT },
  moveObjective: { key: 'OBJ-2', revision: 1, parent: null, before: null },
  archiveObjective: { key: 'OBJ-4', revision: 1, archived: true },
  deleteObjective: { key: 'OBJ-3', revision: 1 },
  objectiveImpact: { key: 'OBJ-2', parent: null, status: 'dropped' },
  checkIn: { objective: 'OBJ-2', day: asDay('2026-05-18'), note: 'Well', health: null, decision: null, values: [] },
  dueCheckIns: {},
  exportStrategy: {},
  importStrategy: { csv: 'key,title\nOBJ-9,Serve faster', apply: false },
  proposedEpics: {},
  decideProposal: { issueId: '1', decision: { decline: null } },
  myAccess: {},
  settings: {},
  settingChoices: {},
  saveSettings: { ...settingsFrom(undefined), ownQuotaShare: 0.8 },
  operations: {},
  syncAgain: {},
  auditLog: { before: null },
  exportAuditLog: {},
};
