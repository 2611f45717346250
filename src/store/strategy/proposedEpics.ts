import { sql } from 'kysely';
import type { Proposer } from '../../domain/strategy/proposal';
import { accountIds } from '../work/accounts';
import { database } from '../sql/database';
import { lookedUp } from '../sql/hints';

/** An epic that somebody proposed as the start of an objective. Instants are epoch milliseconds. */
export type StoredProposal = {
  issue: number;
  project: number;
  state: 'proposed' | 'accepted' | 'declined';
  /** account id; `null`: the person was erased */
  proposedBy: string | null;
  proposedAt: number;
  note: string | null;
  /** account id; `null`: undecided, or the person was erased */
  decidedBy: string | null;
  /** `null`: undecided */
  decidedAt: number | null;
  reason: string | null;
  /** key of the objective that it was accepted for */
  objective: string | null;
};

const selectProposals = () =>
  database
    .selectFrom('proposal as c')
    .modifyFront(lookedUp('p', 'd', 'o'))
    .leftJoin('account as p', 'p.id', 'c.proposed_by')
    .leftJoin('account as d', 'd.id', 'c.decided_by')
    .leftJoin('objective as o', 'o.id', 'c.objective')
    .select(['c.issue', 'c.project', 'c.state', 'c.proposed_at', 'c.note', 'c.decided_at', 'c.reason'])
    .select(['p.account_id as proposer', 'd.account_id as decider', 'o.objective_key']);

const proposalFrom = (
  row: Awaited<ReturnType<ReturnType<typeof selectProposals>['execute']>>[number],
): StoredProposal => ({
  issue: Number(row.issue),
  project: Number(row.project),
  state: row.state,
  proposedBy: row.proposer,
  proposedAt: Number(row.proposed_at),
  note: row.note,
  decidedBy: row.decider,
  decidedAt: row.decided_at === null ? null : Number(row.decided_at),
  reason: row.reason,
  objective: row.objective_key,
});

/** Proposals, undecided ones first, then the newest first. */
export const latestProposals = async (limit: number): Promise<StoredProposal[]> => {
  const rows = await selectProposals()
    .orderBy(sql`CASE WHEN c.state = 'proposed' THEN 0 ELSE 1 END`)
    .orderBy('c.proposed_at', 'desc')
    .orderBy('c.issue', 'desc')
    .limit(sql.lit(limit))
    .execute();
  return rows.map(proposalFrom);
};

/** The proposals of these issues. */
export const proposalsFor = async (issues: readonly number[]): Promise<StoredProposal[]> => {
  if (issues.length === 0) return [];
  return (await selectProposals().where('c.issue', 'in', issues).execute()).map(proposalFrom);
};

export type NewProposal = { issue: number; project: number; by: Proposer; at: number; note: string | null };

/**
 * Stores a proposal. Replaces one that was decided, or that its proposer may withdraw (`mayWithdraw`); another one
 * stays. At most two statements: the conditions are part of those that write.
 */
export const storeProposal = async ({ issue, project, by, at, note }: NewProposal): Promise<void> => {
  const account = await accountOf(by);
  const proposed = {
    project,
    state: 'proposed' as const,
    proposed_by: account,
    proposed_at: at,
    note,
    decided_by: null,
    decided_at: null,
    reason: null,
    objective: null,
  };
  const { numInsertedOrUpdatedRows: made = 0n } = await database
    .insertInto('proposal')
    .ignore()
    .values({ issue, ...proposed })
    .executeTakeFirstOrThrow();
  if (made > 0n) return;
  await database
    .updateTable('proposal')
    .set(proposed)
    .where('issue', '=', issue)
    .where((where) => where.or([where('state', '<>', 'proposed'), theirs(by, account)]))
    .execute();
};

/** Deletes a proposal that is undecided and that the person may withdraw; another one stays. */
export const removeProposal = async (issue: number, by: Proposer): Promise<void> => {
  await database
    .deleteFrom('proposal')
    .where('issue', '=', issue)
    .where('state', '=', 'proposed')
    .where(theirs(by, await accountOf(by)))
    .execute();
};

const accountOf = async ({ account }: Proposer): Promise<number | null> =>
  (await accountIds([account])).get(account) ?? null;

/** SQL condition: the person may withdraw the proposal if it is undecided (`mayWithdraw`). */
const theirs = ({ mayEdit }: Proposer, account: number | null) =>
  sql<boolean>`(proposed_by = ${account} OR ${mayEdit ? 1 : 0} = 1)`;

export type NewDecision = {
  issue: number;
  by: string;
  at: number;
  verdict: { state: 'accepted'; objective: number } | { state: 'declined'; reason: string | null };
};

/** Stores a decision on a proposal. Says whether it was still undecided. */
export const storeDecision = async ({ issue, by, at, verdict }: NewDecision): Promise<boolean> => {
  const account = (await accountIds([by])).get(by) ?? null;
  const { numUpdatedRows } = await database
    .updateTable('proposal')
    .set({ decided_by: account, decided_at: at, ...verdict })
    .where('issue', '=', issue)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
