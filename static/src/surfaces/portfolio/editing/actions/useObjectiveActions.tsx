import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState, type ReactNode } from 'react';
import type { Strategy } from '../../../../../../src/contract';
import { subtreeOf, toForest } from '../../../../../../src/domain/strategy/forest';
import { tellDone, tellFailed } from '../../../../shared/flags';
import { isInJira } from '../../../../shared/jira/seenObjectives';
import { ObjectiveDialog } from '../form/ObjectiveDialog';
import { useArchiveObjective, useMoveObjective, useStrategy } from '../useStrategy';
import { DeleteDialog } from './DeleteDialog';
import { EditDialog, Waiting } from './EditDialog';
import { MoveDialog } from './MoveDialog';
import { placeBy, positionInWords } from './places';

/** The open dialog. With `create`, `key` is the parent; `null`: at the top. */
type Open = { kind: 'create'; key: string | null } | { kind: 'edit' | 'move' | 'delete'; key: string };

export type ObjectiveActions = {
  create: (parent: string | null) => void;
  edit: (key: string) => void;
  move: (key: string) => void;
  /** up (−1) or down (1) among its siblings */
  moveBy: (key: string, step: -1 | 1) => void;
  archive: (key: string, archived: boolean) => void;
  /** why it cannot be archived; `null`: it can */
  whyNotArchived: (key: string) => string | null;
  delete: (key: string) => void;
  /** why it cannot be deleted; `null`: it can, unless it was active before */
  whyNotDeleted: (key: string) => string | null;
  isFirst: (key: string) => boolean;
  isLast: (key: string) => boolean;
};

const LOADING = 'The strategy is still loading';

/** Why an objective cannot be archived: it, or one below it, is active. `null`: it can. */
function whyNot(strategy: Strategy, key: string): string | null {
  const forest = toForest(strategy.objectives, (objective) => objective);
  const active = [...subtreeOf(forest, key)].filter((one) => forest.items.get(one)?.status === 'active');
  if (active.includes(key)) return 'Active: achieve or drop it first';
  return active.length > 0 ? `${active.join(', ')} below it is active` : null;
}

/** Why an objective cannot be deleted. `null`: it can, unless it was active before, which the app knows. */
function whyNotGone({ objectives }: Strategy, key: string): string | null {
  if (objectives.find((one) => one.key === key)?.status !== 'draft') return 'Only drafts can be deleted';
  const below = objectives.find(({ parent }) => parent === key);
  return below ? `${below.key} is below it` : null;
}

/**
 * What strategy editors do to an objective. The page must render `dialogs` and announce `announcement`.
 * @param onLeft focuses an objective's row, once its dialog is gone or it has moved
 */
export function useObjectiveActions(
  isEditor: boolean,
  onLeft: (key: string) => void,
): { actions: ObjectiveActions; dialogs: ReactNode; announcement: string } {
  const strategy = useStrategy(isEditor);
  const moveOne = useMoveObjective();
  const archiveOne = useArchiveObjective();
  const [open, setOpen] = useState<Open | null>(null);
  const [announcement, announce] = useState('');

  const close = () => setOpen(null);
  const stated = (key: string | null) => strategy.data?.objectives.find((objective) => objective.key === key);
  const placeOf = (key: string, step: -1 | 1) => (strategy.data ? placeBy(strategy.data.objectives, key, step) : null);

  const isPlacedInJira = (key: string) => {
    if (isInJira(key)) announce(`${key} is an issue: its place is changed in Jira.`);
    return isInJira(key);
  };

  const moveBy = (key: string, step: -1 | 1) => {
    if (isPlacedInJira(key)) return;
    const place = placeOf(key, step);
    const revision = stated(key)?.revision;
    if (!place || revision === undefined) {
      announce(`${key} is ${step < 0 ? 'the first' : 'the last'} among its siblings.`);
      return;
    }
    if (moveOne.isPending) return;
    moveOne.mutate(
      { key, revision, ...place },
      {
        onSuccess: ({ objectives }) => {
          announce(`${key} moved ${step < 0 ? 'up' : 'down'}: ${positionInWords(objectives, key)}.`);
          onLeft(key);
        },
        onError: (error) => tellFailed(`${key} could not be moved`, error),
      },
    );
  };

  const archive = (key: string, archived: boolean) => {
    const revision = stated(key)?.revision;
    if (revision === undefined) return;
    archiveOne.mutate(
      { key, revision, archived },
      {
        onSuccess: () => {
          const what = archived ? 'archived' : 'restored';
          announce(`${key} ${what}.`);
          tellDone(`${what}-${key}`, `${key} ${what}`);
        },
        onError: (error) => tellFailed(`${key} could not be ${archived ? 'archived' : 'restored'}`, error),
      },
    );
  };

  const dialog = () => {
    if (!open) return null;
    const { kind, key } = open;
    // A row's menu is gone by now, so the row gets the focus. A button of the page gets it back by itself.
    const onClosed = key === null ? undefined : () => onLeft(key);
    if (!strategy.data) return <Waiting error={strategy.error} onClose={close} retry={() => void strategy.refetch()} />;
    if (kind === 'create') {
      return (
        <ObjectiveDialog subject={{ kind, parent: key }} strategy={strategy.data} onClose={close} onClosed={onClosed} />
      );
    }
    const objective = stated(key);
    if (!objective) return null;
    if (kind === 'delete') {
      return (
        <DeleteDialog
          objective={objective}
          onDeleted={() => announce(`${key} deleted.`)}
          onClose={close}
          onClosed={onClosed}
        />
      );
    }
    return kind === 'edit' ? (
      <EditDialog objectiveKey={key} strategy={strategy.data} onClose={close} onClosed={onClosed} />
    ) : (
      <MoveDialog
        objective={objective}
        strategy={strategy.data}
        onMoved={() => announce(`${key} moved.`)}
        onClose={close}
        onClosed={onClosed}
      />
    );
  };

  return {
    announcement,
    dialogs: <ModalTransition>{dialog()}</ModalTransition>,
    actions: {
      create: (key) => setOpen({ kind: 'create', key }),
      edit: (key) => setOpen({ kind: 'edit', key }),
      move: (key) => {
        if (!isPlacedInJira(key)) setOpen({ kind: 'move', key });
      },
      moveBy,
      archive,
      whyNotArchived: (key) => (strategy.data ? whyNot(strategy.data, key) : LOADING),
      delete: (key) => setOpen({ kind: 'delete', key }),
      whyNotDeleted: (key) => (strategy.data ? whyNotGone(strategy.data, key) : LOADING),
      isFirst: (key) => placeOf(key, -1) === null,
      isLast: (key) => placeOf(key, 1) === null,
    },
  };
}
