import type { StatedObjective, Strategy } from '../../../../../../src/contract';
import { ObjectiveDialog } from '../../editing/form/ObjectiveDialog';
import type { ShownProposal } from './useProposals';

type Props = {
  epic: ShownProposal;
  strategy: Strategy;
  onStated: (saved: StatedObjective) => void;
  onClose: () => void;
  onClosed: () => void;
};

/** States an objective that begins with what a proposed epic says. */
export const StateDialog = ({ epic, strategy, onStated, onClose, onClosed }: Props) => (
  <ObjectiveDialog
    subject={{
      kind: 'create',
      parent: null,
      from: { title: epic.issue.summary, description: epic.proposal.note ?? '', status: 'active' },
    }}
    strategy={strategy}
    onClose={onClose}
    onClosed={onClosed}
    onSaved={onStated}
  />
);
