import { useState } from 'react';
import type { ListedObjective, Strategy } from '../../../../../../src/contract';
import { FormDialog } from '../../../../shared/dialog/FormDialog';
import { SelectOne } from '../../../../shared/form/SelectOne';
import { FormField } from '../../../../shared/form/FormField';
import { FIELD_NAME, titled } from '../../../../shared/words';
import { parentOptions } from '../form/objectiveOptions';
import { ImpactPreview } from '../ImpactPreview';
import { useMoveObjective } from '../useStrategy';
import { nowBefore, siblingsUnder } from './places';

const LAST = ':last';

type Props = {
  objective: ListedObjective;
  strategy: Strategy;
  onMoved: () => void;
  onClose: () => void;
  onClosed?: () => void;
};

/** Moves an objective to another parent, with a preview of the impact, or among its siblings. */
export function MoveDialog({ objective, strategy, onMoved, onClose, onClosed }: Props) {
  const { key, title, status, revision } = objective;
  const { objectives } = strategy;
  const [parent, setParent] = useState(objective.parent);
  const [before, setBefore] = useState(() => nowBefore(objectives, key));
  const move = useMoveObjective();
  const siblings = siblingsUnder(objectives, key, parent);

  const submit = () =>
    move.mutate(
      { key, revision, parent, before },
      {
        onSuccess: () => {
          onMoved();
          onClose();
        },
      },
    );

  return (
    <FormDialog
      title={`Move ${key}`}
      onClose={onClose}
      onClosed={onClosed}
      action="Move"
      onSubmit={submit}
      isBusy={move.isPending}
      failure={move.error}
    >
      <p dir="auto" className="subtle">
        {title}
      </p>
      <FormField label={FIELD_NAME.parent} hint="The objective that it contributes to. What is below it moves with it.">
        {(control) => (
          <SelectOne
            {...control}
            isClearable
            placeholder="None, at the top"
            options={parentOptions(objectives, key, objective.parent)}
            value={parent}
            onChange={(chosen) => {
              setParent(chosen);
              setBefore(null);
            }}
          />
        )}
      </FormField>
      <FormField label="Place among its siblings">
        {(control) => (
          <SelectOne
            {...control}
            options={[
              ...siblings.map((sibling) => ({ value: sibling.key, label: `Before ${titled(sibling)}` })),
              { value: LAST, label: siblings.length > 0 ? 'Last' : 'The only one' },
            ]}
            value={before ?? LAST}
            onChange={(chosen) => setBefore(chosen === LAST ? null : chosen)}
          />
        )}
      </FormField>
      {parent !== objective.parent && <ImpactPreview change={{ key, parent, status }} />}
    </FormDialog>
  );
}
