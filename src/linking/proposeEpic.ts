import { AppError } from '../domain/appError';
import { mayWithdraw, type Proposer } from '../domain/strategy/proposal';
import { editableIssues } from '../jira/permissions';
import { proposalsFor, removeProposal, storeProposal } from '../store/strategy/proposedEpics';
import { readEpic } from './readEpic';

/** A proposal of an epic as the start of an objective; `null` withdraws it. */
export type EpicProposal = { issueId: number; proposal: { note: string | null } | null };

/**
 * Proposes an unlinked epic of a project, or withdraws that. The visitor must be allowed to edit the epic, because
 * accepting a proposal tags it. An undecided proposal of somebody else stays, unless the visitor edits the strategy.
 */
export const proposeEpic = async (
  { issueId, proposal }: EpicProposal,
  project: { id: number },
  by: Proposer,
  now: number,
): Promise<void> => {
  const epic = await readEpic(issueId, now);
  if (epic === null || epic.item.project !== project.id) {
    throw new AppError('notFound', 'It is not in this project, or you may not see it.');
  }
  const { key } = epic.issue;
  if (!(await editableIssues([issueId])).has(issueId)) {
    throw new AppError('forbidden', `You may not edit ${key}, so you cannot propose it. Ask somebody who may.`);
  }
  if (proposal === null) {
    await removeProposal(issueId, by);
    return refuseIfOthers(
      issueId,
      by,
      new AppError('forbidden', `Only who proposed ${key} withdraws that, or a strategy editor.`),
    );
  }
  if (epic.item.level < 1) {
    throw new AppError('invalid', `${key} is not an epic. Link it to an objective, or propose the epic above it.`);
  }
  if (epic.item.outcome === 'done' || epic.item.outcome === 'dropped') {
    throw new AppError('invalid', `${key} is over: there is nothing to plan with it any more.`);
  }
  if (epic.serves !== null) throw new AppError('conflict', `${key} serves ${epic.serves} already.`);
  await storeProposal({ issue: issueId, project: project.id, by, at: now, note: proposal.note });
  const message = `Somebody else has proposed ${key} already. It waits for a strategy editor.`;
  await refuseIfOthers(issueId, by, new AppError('conflict', message));
};

/** Looks after writing, which leaves the proposals of others, so that of two at once one is told. */
const refuseIfOthers = async (issueId: number, by: Proposer, refusal: AppError): Promise<void> => {
  const [stored] = await proposalsFor([issueId]);
  if (stored?.state === 'proposed' && !mayWithdraw(stored, by)) throw refusal;
};
