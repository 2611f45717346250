import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { StatedObjective, Strategy } from '../../../../../../src/contract';
import { FormDialog } from '../../../../shared/dialog/FormDialog';
import { tellDone } from '../../../../shared/flags';
import { NEW_TITLES } from '../../words';
import { ImpactPreview } from '../ImpactPreview';
import { Conflict } from './Conflict';
import { ObjectiveFields } from './ObjectiveFields';
import { parentOptions } from './objectiveOptions';
import { useObjectiveEditor, type Subject } from './useObjectiveEditor';
import styles from './objectiveForm.module.css';

type Props = {
  subject: Subject;
  strategy: Strategy;
  onClose: () => void;
  onClosed?: () => void;
  onSaved?: (saved: StatedObjective) => void;
};

function tellSaved(subject: Subject, saved: StatedObjective) {
  const isRenamed = subject.kind === 'edit' && subject.objective.title !== saved.title;
  tellDone(`saved-${saved.key}-${saved.revision}`, `${saved.key} saved`, isRenamed ? NEW_TITLES : undefined);
}

/** Creates an objective, or edits one. */
export function ObjectiveDialog({ subject, strategy, onClose, onClosed, onSaved }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const editor = useObjectiveEditor(subject, strategy, (saved) => {
    tellSaved(subject, saved);
    onSaved?.(saved);
    onClose();
  });
  const { form, theirs, base, mine, step } = editor;
  const isNew = subject.kind === 'create';
  const parents = parentOptions(strategy.objectives, isNew ? null : form.key, form.parent);
  const leave = () => {
    if (editor.isChanged && !isLeaving) setLeaving(true);
    else onClose();
  };

  const footer = isLeaving ? (
    <>
      <p className={styles.leaving} role="alert">
        Close without saving what you typed?
      </p>
      <Button appearance="subtle" autoFocus onClick={() => setLeaving(false)}>
        Keep editing
      </Button>
      <Button appearance="danger" onClick={onClose}>
        Discard
      </Button>
    </>
  ) : step === 'impact' ? (
    <>
      <Button appearance="subtle" onClick={editor.back}>
        Back
      </Button>
      <Button appearance="primary" type="submit" isLoading={editor.isSaving} autoFocus>
        Save the change
      </Button>
    </>
  ) : undefined;

  return (
    <FormDialog
      title={isNew ? 'Create objective' : `Edit ${form.key}`}
      width="large"
      onClose={leave}
      onClosed={onClosed}
      action={isNew ? 'Create' : 'Save'}
      onSubmit={editor.submit}
      isBusy={editor.isSaving}
      isDisabled={theirs !== null}
      failure={editor.failure}
      errors={editor.errors}
      footer={footer}
    >
      {theirs && base && mine && (
        <Conflict
          base={base}
          theirs={theirs}
          mine={mine}
          onTakeTheirs={editor.takeTheirs}
          onKeepMine={editor.keepMine}
        />
      )}
      {step === 'impact' ? (
        <ImpactPreview change={{ key: form.key, parent: form.parent, status: form.status }} />
      ) : (
        <ObjectiveFields form={form} errors={editor.errors} isNew={isNew} parents={parents} onChange={editor.change} />
      )}
    </FormDialog>
  );
}
