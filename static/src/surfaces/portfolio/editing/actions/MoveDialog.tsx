import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { StatedObjective, Strategy } from '../../../../../../src/contract';
import { Dialog } from '../../../../shared/dialog/Dialog';
import { ErrorState } from '../../../../shared/ErrorState';
import { Choice } from '../../../../shared/form/Choice';
import { FormField } from '../../../../shared/form/FormField';
import { parentOptions } from '../form/parentOptions';
import { ImpactPreview } from '../ImpactPreview';
import { useMoveObjective } from '../useStrategy';
import { nowBefore, siblingsUnder } from './places';
import styles from '../editing.module.css';

const LAST = ':last';

type Props = {
  objective: StatedObjective;
  strategy: Strategy;
  onMoved: () => void;
  onClose: () => void;
  onClosed?: () => void;
};

/** Puts an objective under another one, or elsewhere among its siblings; says first what that does. */
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
    <Dialog
      title={`Move ${key}`}
      onClose={onClose}
      onClosed={onClosed}
      onSubmit={submit}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" appearance="primary" isLoading={move.isPending}>
            Move
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p dir="auto" className={styles.subtle}>
          {title}
        </p>
        <FormField label="Parent" hint="The objective that it contributes to. What is below it moves with it.">
          {(control) => (
            <Choice
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
            <Choice
              {...control}
              options={[
                ...siblings.map((sibling) => ({ value: sibling.key, label: `Before ${sibling.key} ${sibling.title}` })),
                { value: LAST, label: siblings.length > 0 ? 'Last' : 'The only one' },
              ]}
              value={before ?? LAST}
              onChange={(chosen) => setBefore(chosen === LAST ? null : chosen)}
            />
          )}
        </FormField>
        {parent !== objective.parent && <ImpactPreview change={{ key, parent, status }} />}
        {move.isError && <ErrorState error={move.error} />}
      </div>
    </Dialog>
  );
}
