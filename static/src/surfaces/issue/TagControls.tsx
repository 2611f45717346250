import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { IssueAlignment, Tag } from '../../../../src/contract';
import { ObjectivePicker } from '../../shared/ObjectivePicker';
import { useSuggestionFor } from '../../shared/suggestions/useSuggestions';
import styles from './issue.module.css';

const NOBODY: readonly string[] = [];

type Props = {
  alignment: IssueAlignment;
  /** name of the issue that gets the tag */
  target: string;
  mayClear: boolean;
  isSaving: boolean;
  /** `isSuggested`: it is what was suggested */
  onTag: (tag: Tag | null, isSuggested?: boolean) => void;
};

/** Sets, changes and clears what the issue (for a sub-task: its parent) serves. */
export function TagControls({ alignment, target, mayClear, isSaving, onTag }: Props) {
  const { issueId, counted, serves, provenance, canEdit } = alignment;
  const landsOn = counted.kind === 'subtask' ? counted.parentId : issueId;
  const [isChanging, setChanging] = useState(false);
  // What replaces a control that was used takes its focus.
  const [wasUsed, setUsed] = useState(false);
  const changeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The focus stays with a viewer who went to another part of Jira.
    const leave = () => setUsed(false);
    window.addEventListener('blur', leave);
    return () => window.removeEventListener('blur', leave);
  }, []);
  const close = () => {
    setChanging(false);
    setUsed(true);
  };
  const accept = (tag: Tag) => {
    close();
    onTag(tag, true);
  };
  const clear = () => {
    // "Clear" is about to go. "Change" stays, or the picker replaces it.
    changeButton.current?.focus();
    setUsed(true);
    onTag(null);
  };

  const isAsking = canEdit && serves.kind === 'none';
  const { suggested, nearby } = useSuggestionFor(isAsking ? [landsOn] : NOBODY, 'issue');

  if (counted.kind === 'objective') return null;
  if (!canEdit) {
    return <p className="subtle">You may not edit {target}, so you cannot change what it serves.</p>;
  }
  if (serves.kind === 'none' || isChanging) {
    return (
      <div className={styles.controls}>
        <ObjectivePicker
          label={`Objective of ${target}`}
          placeholder={counted.kind === 'subtask' ? `Choose an objective for ${target}` : 'Choose an objective'}
          starts={isChanging ? 'open' : wasUsed ? 'focused' : undefined}
          withNone={mayClear}
          nearby={nearby}
          suggestion={{ suggested, subject: target, onAccept: accept }}
          isDisabled={isSaving}
          onChoose={({ tag }) => {
            close();
            onTag(tag);
          }}
          onCancel={isChanging ? close : undefined}
        />
        {isChanging && (
          <div className={styles.buttons}>
            <Button spacing="compact" appearance="subtle" onClick={close}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    );
  }
  const change = counted.kind === 'subtask' ? `Change for ${target}` : 'Change';
  return (
    <div className={styles.buttons}>
      <Button spacing="compact" ref={changeButton} autoFocus={wasUsed} onClick={() => setChanging(true)}>
        {counted.kind !== 'subtask' && 'fromId' in provenance ? 'Set its own objective' : change}
      </Button>
      {mayClear && (
        <Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={clear}>
          {counted.kind === 'subtask' ? `Clear for ${target}` : 'Clear'}
        </Button>
      )}
    </div>
  );
}
