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
    const added: User = {
      ...{ ...named, accountType, jiraAdmin, timeZone: timeZone ?? null, isLicensed },
      ...{ state: 'active', changedAt: 0 },
    };
    this.accounts.set(added.accountId, added);
    return added;
  }

  /** Somebody takes another name. */
  rename(accountId: string, displayName: string, now: number): void {
    Object.assign(this.known(accountId), { displayName, changedAt: now });
  }

  /** An admin deactivates an account. Its name stays on its issues. */
  deactivate(accountId: string, now: number): void {
    Object.assign(this.known(accountId), { state: 'deactivated', changedAt: now });
  }

  /**
   * An account is deleted for good. Its issues keep its id, Jira shows them with "Former user" (Atlassian's knowledge
   * base, "What happens when an Atlassian account is deactivated or deleted"; `User` in its OpenAPI document).
   */
  close(accountId: string, now: number): void {
    Object.assign(this.known(accountId), { state: 'closed', displayName: 'Former user', changedAt: now });
  }

  private known(accountId: string): User {
    const user = this.accounts.get(accountId);
    if (!user) throw new Error(`There is no account ${accountId}.`);
    return user;
  }

  get byAccountId(): ReadonlyMap<string, User> {
    return this.accounts;
  }

  all(): User[] {
    return [...this.accounts.values()];
  }

  /**
   * Accounts with a name, or a word in it, that begins with the text, ignoring case; accounts of apps too, as in Jira,
   * no closed ones.
   */
  search(text: string): User[] {
    const wanted = ` ${text.trim().toLowerCase()}`;
    return this.all().filter(
      ({ displayName, state }) => state !== 'closed' && ` ${displayName.toLowerCase()}`.includes(wanted),
    );
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
