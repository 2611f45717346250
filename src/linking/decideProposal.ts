import type { Visible } from '../domain/work/coverage';
import { AppError } from '../domain/appError';
import { proposalsFor, storeDecision } from '../store/strategy/proposedEpics';
import { releaseLease, takeLease } from '../store/runs/leases';
import { objectiveIds } from '../store/strategy/objectives';
import { readEpic } from './readEpic';
import { valueFor, writeTag } from './writeTag';

/** A decision on a proposed epic: the objective that it serves, or why it is declined. */
export type Decision = { issueId: number; decision: { accept: string } | { decline: string | null } };

/** Who decides, and what they may see of issues: nobody decides on an epic that Jira hides from them. */
type Editor = { account: string; visible: Visible };

const NOT_PROPOSED = 'Nobody proposes this epic any more, or you may not see it. Reload the page.';

/** How long one decision locks a proposal: longer than a page waits for an answer. */
const LEASE_MS = 30_000;

/**
 * Accepts or declines a proposed epic. Accepting tags it as the app, without asking whether the editor may edit it: the
 * proposer may, and asked for this. The tag is written first, so after a crash the proposal is still undecided, and
 * accepting it again only stores the decision.
 */
export const decideProposal = async (
  { issueId, decision }: Decision,
  { account, visible }: Editor,
  now: number,
): Promise<void> => {
  if (!(await visible([issueId])).has(issueId)) throw new AppError('notFound', NOT_PROPOSED);
  const lease = `proposal ${issueId}`;
  const until = now + LEASE_MS;
  if (!(await takeLease(lease, until, now))) {
    throw new AppError('conflict', 'Somebody else is deciding this right now. Reload to see what they decide.');
  }
  try {
    const [proposal] = await proposalsFor([issueId]);
    if (!proposal) throw new AppError('notFound', NOT_PROPOSED);
    if (proposal.state !== 'proposed') {
      throw new AppError('conflict', 'This was decided meanwhile. Reload to see what was decided.');
    }
    const verdict =
      'accept' in decision
        ? { state: 'accepted' as const, objective: await accept(issueId, decision.accept, account, now) }
        : { state: 'declined' as const, reason: decision.decline };
    await storeDecision({ issue: issueId, by: account, at: now, verdict });
  } finally {
    await releaseLease(lease, until);
  }
};

/** Tags the epic, unless it serves that objective already. Returns the objective's id. */
const accept = async (issueId: number, objective: string, by: string, now: number): Promise<number> => {
  const value = await valueFor({ kind: 'objective', key: objective });
  const epic = await readEpic(issueId, now);
  if (epic === null) {
    throw new AppError('forbidden', 'Jira does not show you this epic. Leave it to somebody who may see it.');
  }
  if (epic.serves !== null && epic.serves !== objective) {
    throw new AppError('conflict', `${epic.issue.key} serves ${epic.serves} meanwhile, so there is nothing to accept.`);
  }
  if (epic.item.tag !== objective) await writeTag([issueId], value, { how: 'proposal', by }, now);
  const id = (await objectiveIds([objective])).ids.get(objective);
  if (id === undefined) throw new RangeError(`no row of ${objective}`);
  return id;
};
