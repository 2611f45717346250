import { AppError } from '../domain/appError';
import { editableIssues } from '../jira/permissions';
import { proposalsFor, removeProposal, storeProposal } from '../store/strategy/proposedEpics';
import { readEpic } from './readEpic';

/** A proposal of an epic as the start of an objective; `null` withdraws it. */
export type EpicProposal = { issueId: number; proposal: { note: string | null } | null };

/**
 * Proposes an unlinked epic of a project, or withdraws that. The visitor must be allowed to edit the epic, because
 * accepting a proposal tags it.
 */
export const proposeEpic = async (
  { issueId, proposal }: EpicProposal,
  project: { id: number },
  account: string,
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
  if (proposal === null) return removeProposal(issueId);
  if (epic.item.level < 1) {
    throw new AppError('invalid', `${key} is not an epic. Link it to an objective, or propose the epic above it.`);
  }
  if (epic.item.outcome === 'done' || epic.item.outcome === 'dropped') {
    throw new AppError('invalid', `${key} is over: there is nothing to plan with it any more.`);
  }
  if (epic.serves !== null) throw new AppError('conflict', `${key} serves ${epic.serves} already.`);
  const [before] = await proposalsFor([issueId]);
  if (before?.state === 'proposed' && before.proposedBy !== account) {
    throw new AppError('conflict', `Somebody else has proposed ${key} already. It waits for a strategy editor.`);
  }
  await storeProposal({ issue: issueId, project: project.id, by: account, at: now, note: proposal.note });
};
