import type { ChangeItem } from './changes';
import type { User } from './model';

/** A change of an issue as its history keeps it. `at`: epoch milliseconds */
export type Change = { id: string; issue: string; author: User; at: number; items: ChangeItem[] };

/** The history of all issues, oldest first. What an issue was created with is no change. */
export class History {
  private readonly byIssue = new Map<string, Change[]>();
  private last = 10_000;

  add(change: Omit<Change, 'id'>): Change {
    this.last += 1;
    const kept = { ...change, id: String(this.last) };
    this.byIssue.set(change.issue, [...this.of(change.issue), kept]);
    return kept;
  }

  of(issue: string): readonly Change[] {
    return this.byIssue.get(issue) ?? [];
  }

  remove(issue: string): void {
    this.byIssue.delete(issue);
  }
}
