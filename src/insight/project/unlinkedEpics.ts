import type { UnlinkedEpics, Proposal } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { proposalsFor, type StoredProposal } from '../../store/strategy/proposedEpics';
import type { Visible } from '../../domain/work/coverage';
import { mayWithdraw, type Proposer } from '../../domain/strategy/proposal';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { findUnlinkedEpics } from '../../store/work/unlinkedEpics';
import { siteReading } from '../../site/siteReading';
import { refOf, unknownRef } from '../figures';

const MOST = 50;

/**
 * A project's unlinked epics, by id, with their proposals. The text of a proposal is only for those who may see its
 * epic, so Jira is asked about the few epics that were proposed.
 */
export const unlinkedEpics = async (
  project: number,
  { visible, ...viewer }: Proposer & { visible: Visible },
): Promise<UnlinkedEpics> => {
  const { fields } = await siteReading();
  const { ids, total } = await findUnlinkedEpics(project, MOST);
  const proposed = await visibleProposals(
    ids.map(({ id }) => id),
    visible,
  );
  const issues = ids.map(({ id, units }) => {
    const proposal = proposed.get(id) ?? null;
    return { id: String(id), units, proposal, mayWithdraw: proposal !== null && mayWithdraw(proposal, viewer) };
  });
  return { issues, estimates: fields.estimates, total };
};

const visibleProposals = async (issues: readonly number[], visible: Visible): Promise<Map<number, Proposal>> => {
  const kept = await proposalsFor(issues);
  if (kept.length === 0) return new Map();
  const seen = await visible(kept.map(({ issue }) => issue));
  const cascade = new Cascade(await statedObjectives());
  return new Map(
    kept.filter(({ issue }) => seen.has(issue)).map((proposal) => [proposal.issue, shownProposal(proposal, cascade)]),
  );
};

/** A proposal for a page. */
export const shownProposal = (
  { state, proposedBy, proposedAt, note, decidedBy, decidedAt, reason, objective }: StoredProposal,
  cascade: Cascade,
): Proposal => {
  const accepted = objective === null ? undefined : cascade.find(objective);
  return {
    state,
    proposedBy,
    proposedAt: new Date(proposedAt).toISOString(),
    note,
    decidedBy,
    decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    reason,
    objective: objective === null ? null : accepted ? refOf(accepted) : unknownRef(objective),
  };
};
