import type { JiraSite, Role } from '../jira/jiraSite';

/** The people of the demo, by what they are for. */
export const demoPeople = {
  /** Administers Jira and every project, the hidden one included. */
  admin: { accountId: 'demo:amara', displayName: 'Amara Okafor' },
  /** Owns the web shop: administers its project and works in the others. */
  productManager: { accountId: 'demo:priya', displayName: 'Priya Raman' },
  /** Works in WEB and POS, reads the rest. */
  engineer: { accountId: 'demo:jonas', displayName: 'Jonas Lindqvist' },
  /** Reads every project but the hidden one, and may edit nothing. */
  viewer: { accountId: 'demo:nora', displayName: 'Nora Haddad' },
  /** Works in WEB and cannot browse MKT. */
  contractor: { accountId: 'demo:tomas', displayName: 'Tomás Ferreira' },
  shopEngineer: { accountId: 'demo:mei', displayName: 'Mei Chen' },
  tillEngineer: { accountId: 'demo:lukas', displayName: 'Lukas Weber' },
  marketer: { accountId: 'demo:sofia', displayName: 'Sofia Rossi' },
  storeLead: { accountId: 'demo:daniel', displayName: 'Daniel Mensah' },
  designer: { accountId: 'demo:hannah', displayName: 'Hannah Kim' },
  merchandiser: { accountId: 'demo:elif', displayName: 'Elif Kaya' },
  facilities: { accountId: 'demo:marek', displayName: 'Marek Novak' },
  trainer: { accountId: 'demo:aisha', displayName: 'Aisha Bello' },
} as const;

export type DemoPerson = keyof typeof demoPeople;

export const HIDDEN_PROJECT = 'ACQ';

/** Exceptions from the rule for everyone (work in a project, or nothing in the hidden one). */
const rules: [DemoPerson, string[], Role][] = [
  ['admin', ['MKT', 'WEB', 'POS', 'STO', 'HQ', HIDDEN_PROJECT], 'admin'],
  ['productManager', ['WEB'], 'admin'],
  ['engineer', ['MKT', 'STO'], 'viewer'],
  ['viewer', ['MKT', 'WEB', 'POS', 'STO', 'HQ'], 'viewer'],
  ['contractor', ['POS', 'STO'], 'viewer'],
  ['contractor', ['MKT'], 'none'],
];

/** The groups that people are in. */
const groups: Record<string, DemoPerson[]> = {
  /** Edits the strategy. */
  'strategy-office': ['admin', 'productManager'],
  'store-leads': ['storeLead', 'tillEngineer'],
  'marketing-team': ['marketer', 'designer', 'merchandiser'],
};

export const EDITORS = 'strategy-office';

export function addPeople(jira: JiraSite): void {
  for (const [name, person] of Object.entries(demoPeople)) {
    jira.addUser({ ...person, jiraAdmin: name === 'admin' });
  }
  for (const [name, members] of Object.entries(groups)) {
    jira.addGroup(
      name,
      members.map((member) => demoPeople[member].accountId),
    );
  }
}

export function grantPeople(jira: JiraSite): void {
  for (const [person, projects, role] of rules) {
    for (const project of projects) jira.setPermissions(project, demoPeople[person].accountId, role);
  }
}
