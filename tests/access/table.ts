import type { Contract, ErrorCode } from '../../src/contract';
import { PEOPLE, type Person } from '../resolvers/world';

type Calls = keyof Contract;

/** What a call answers, or what became of the one issue that it is to link. */
export type Outcome = 'ok' | ErrorCode;
type Expected = Record<Person, Outcome>;

/** Ids that a call may name: as the page does, of another project, hidden from everybody asked, or of nothing. */
export const IDS = ['own', 'foreign', 'hidden', 'unknown'] as const;
export type Ids = (typeof IDS)[number];

/** A call that names nothing that could be hidden: what each person is answered. */
type Plain = { names: 'nothing'; own: Expected };
/** A call of the page of an issue or a project. */
type OnPage = { names: 'issue' | 'project'; own: Expected; hidden: Expected; unknown: Expected };
/** A call whose payload names an issue or an objective. */
type Naming = { names: 'issueInPayload' | 'objective' } & Record<Ids, Expected>;
export type Line = Plain | OnPage | Naming;

const everybody = (outcome: Outcome, but: Partial<Expected> = {}): Expected => ({
  ...(Object.fromEntries(PEOPLE.map((person) => [person, outcome])) as Expected),
  ...but,
});
const nobody = everybody('notFound');
const browsers = everybody('ok', { outsider: 'notFound' });
const strategists = everybody('forbidden', { editor: 'ok', admin: 'ok' });
/** Nobody here administers the project, so it is strategists; who may not browse it is not told of it. */
const ruleMakers = { ...strategists, outsider: 'notFound' } as const;
const admins = everybody('forbidden', { admin: 'ok' });
const members = everybody('forbidden', { member: 'ok', outsider: 'notFound' });
/** Strategists are told that there is no such thing; the others, that it is not for them. */
const strategistsFindNone = everybody('forbidden', { editor: 'notFound', admin: 'notFound' });

const plain = (own: Expected): Plain => ({ names: 'nothing', own });
const onPage = (names: OnPage['names'], own: Expected): OnPage => ({ names, own, hidden: nobody, unknown: nobody });

/** Every call, and what each person gets from it. The drafts are hidden from all but strategists. */
export const TABLE: Record<Calls, Line> = {
  searchObjectives: plain(everybody('ok')),
  objectiveIssues: plain(everybody('ok')),
  // A draft has no title for anybody here, and what is unknown has none.
  objectiveTitle: {
    names: 'objective',
    own: everybody('ok'),
    foreign: everybody('ok'),
    hidden: everybody('ok'),
    unknown: everybody('ok'),
  },
  inheritedObjective: onPage('issue', browsers),
  issueAlignment: onPage('issue', browsers),
  tagIssue: onPage('issue', members),
  pastLinksAroundIssue: onPage('issue', browsers),
  whyItMatters: onPage('issue', browsers),
  // The epic of the tests is no sub-task, so there is nothing to move.
  moveTagToParent: onPage('issue', everybody('invalid', { outsider: 'notFound' })),

  projectAlignment: onPage('project', browsers),
  projectFilters: onPage('project', browsers),
  unlinkedWork: onPage('project', browsers),
  triage: onPage('project', browsers),
  undecidedInProject: onPage('project', browsers),
  pastLinksInProject: onPage('project', browsers),
  countedInProject: onPage('project', browsers),
  pastProject: onPage('project', browsers),
  unlinkedEpics: onPage('project', browsers),
  // The epic of a project's work may be in another one, which everybody may edit.
  linkIssues: { names: 'issueInPayload', own: members, foreign: browsers, hidden: nobody, unknown: nobody },
  unlinkIssues: { names: 'issueInPayload', own: members, foreign: browsers, hidden: nobody, unknown: nobody },
  deferInProject: { names: 'issueInPayload', own: members, foreign: nobody, hidden: nobody, unknown: nobody },
  gatherBulk: { names: 'issueInPayload', own: members, foreign: nobody, hidden: nobody, unknown: nobody },
  bulkJobs: onPage('project', browsers),
  // Of a job that is not theirs nobody hears whether it exists.
  startBulk: plain(nobody),
  bulkAnswers: plain(nobody),
  undoBulk: plain(nobody),
  // Who may not edit the epic may not propose it.
  proposeEpic: { names: 'issueInPayload', own: members, foreign: nobody, hidden: nobody, unknown: nobody },

  rules: onPage('project', ruleMakers),
  previewRule: onPage('project', ruleMakers),
  saveRule: onPage('project', ruleMakers),
  // There is no such rule.
  moveRule: onPage('project', { ...ruleMakers, editor: 'notFound', admin: 'notFound' }),
  deleteRule: onPage('project', { ...ruleMakers, editor: 'notFound', admin: 'notFound' }),

  portfolio: plain(everybody('ok')),
  functionMatrix: plain(everybody('ok')),
  undecidedInPortfolio: plain(everybody('ok')),
  pastLinksInPortfolio: plain(everybody('ok')),
  // Everybody may edit the other project. Nobody may browse the hidden one.
  linkInPortfolio: { names: 'issueInPayload', own: members, foreign: everybody('ok'), hidden: nobody, unknown: nobody },
  deferInPortfolio: {
    names: 'issueInPayload',
    own: members,
    foreign: everybody('ok'),
    hidden: nobody,
    unknown: nobody,
  },
  unlinkInPortfolio: {
    names: 'issueInPayload',
    own: members,
    foreign: everybody('ok'),
    hidden: nobody,
    unknown: nobody,
  },
  // Of a key that nobody stated nothing is hidden.
  countedInPortfolio: {
    names: 'objective',
    own: everybody('ok'),
    foreign: everybody('ok'),
    hidden: everybody('notFound', { editor: 'ok', admin: 'ok' }),
    unknown: everybody('ok'),
  },
  review: plain(everybody('ok')),
  pastPortfolio: plain(everybody('ok')),
  recordReview: plain(strategists),
  objectiveDetail: {
    names: 'objective',
    own: everybody('ok'),
    foreign: everybody('ok'),
    hidden: everybody('notFound', { editor: 'ok', admin: 'ok' }),
    unknown: nobody,
  },
  olderCheckIns: {
    names: 'objective',
    own: everybody('ok'),
    foreign: everybody('ok'),
    hidden: everybody('notFound', { editor: 'ok', admin: 'ok' }),
    unknown: nobody,
  },
  objectiveHistory: {
    names: 'objective',
    own: everybody('ok'),
    foreign: everybody('ok'),
    hidden: everybody('notFound', { editor: 'ok', admin: 'ok' }),
    unknown: nobody,
  },

  strategy: plain(strategists),
  statedObjective: {
    names: 'objective',
    own: strategists,
    foreign: strategists,
    hidden: strategists,
    unknown: strategistsFindNone,
  },
  exportStrategy: plain(strategists),
  importStrategy: plain(strategists),
  saveObjective: plain(strategists),
  moveObjective: {
    names: 'objective',
    own: strategists,
    foreign: strategists,
    hidden: strategists,
    unknown: strategistsFindNone,
  },
  // What is active cannot be archived.
  archiveObjective: {
    names: 'objective',
    own: everybody('forbidden', { editor: 'invalid', admin: 'invalid' }),
    foreign: everybody('forbidden', { editor: 'invalid', admin: 'invalid' }),
    hidden: strategists,
    unknown: strategistsFindNone,
  },
  // Only drafts can be deleted.
  deleteObjective: {
    names: 'objective',
    own: everybody('forbidden', { editor: 'invalid', admin: 'invalid' }),
    foreign: everybody('forbidden', { editor: 'invalid', admin: 'invalid' }),
    hidden: strategists,
    unknown: strategistsFindNone,
  },
  // Work may carry the key of an objective that is not stated yet.
  objectiveImpact: {
    names: 'objective',
    own: strategists,
    foreign: strategists,
    hidden: strategists,
    unknown: strategists,
  },
  // The owner of OBJ-2 may check in on it, and on no other.
  checkIn: {
    names: 'objective',
    own: { ...strategists, owner: 'ok' },
    foreign: strategists,
    hidden: strategists,
    unknown: strategistsFindNone,
  },
  dueCheckIns: plain(everybody('ok')),
  proposedEpics: plain(strategists),
  decideProposal: {
    names: 'issueInPayload',
    own: strategistsFindNone,
    foreign: strategistsFindNone,
    hidden: strategistsFindNone,
    unknown: strategistsFindNone,
  },

  myAccess: plain(everybody('ok')),
  settings: plain(admins),
  settingChoices: plain(admins),
  previewStrategy: plain(admins),
  saveSettings: plain(admins),
  droppedWork: plain(admins),
  endedWork: plain(admins),
  saveDropped: plain(admins),
  operations: plain(admins),
  syncAgain: plain(admins),
  auditLog: plain(admins),
  exportAuditLog: plain(admins),
};
