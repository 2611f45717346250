import type { Group, User } from './model';
import { uuidOf } from './uuid';

export type NewUser = {
  accountId: string;
  displayName: string;
  jiraAdmin?: boolean;
  timeZone?: string;
  isLicensed?: boolean;
};

/** The accounts of a site, and the groups they are in. */
export class Directory {
  private readonly accounts = new Map<string, User>();
  private readonly groupByName = new Map<string, Group>();

  add({ jiraAdmin = false, timeZone, isLicensed = true, ...named }: NewUser, accountType: User['accountType']): User {
    const added: User = { ...named, accountType, jiraAdmin, timeZone: timeZone ?? null, isLicensed };
    this.accounts.set(added.accountId, added);
    return added;
  }

  get byAccountId(): ReadonlyMap<string, User> {
    return this.accounts;
  }

  all(): User[] {
    return [...this.accounts.values()];
  }

  /**
   * Accounts with a name, or a word in it, that begins with the text, ignoring case; accounts of apps too, as in Jira.
   */
  search(text: string): User[] {
    const wanted = ` ${text.trim().toLowerCase()}`;
    return this.all().filter(({ displayName }) => ` ${displayName.toLowerCase()}`.includes(wanted));
  }

  /** Adds a group, or adds members to it. */
  addGroup(name: string, accountIds: readonly string[]): Group {
    const group = this.groupByName.get(name) ?? { groupId: uuidOf(`group ${name}`), name, members: new Set() };
    for (const accountId of accountIds) group.members.add(accountId);
    this.groupByName.set(name, group);
    return group;
  }

  /** All groups, by name. */
  groups(): Group[] {
    return [...this.groupByName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  groupsOf(accountId: string): Group[] {
    return this.groups().filter(({ members }) => members.has(accountId));
  }
}
