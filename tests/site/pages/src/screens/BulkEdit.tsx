import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { AppFrame } from '../frame/AppFrame';
import { showFlag } from '../frame/flagStore';
import { fieldPlace } from '../issue/place';
import { editIssue } from '../jira/rest';
import type { Field, Project } from '../jira/types';
import { Problem } from './Problem';

type Props = { keys: string[]; project: Project; field: Field; moduleKey: string; onEnd: () => void };

/** Jira's bulk edit of the app's field: its edit page, then an edit of each work item. */
export function BulkEdit({ keys, project, field, moduleKey, onEnd }: Props) {
  const [value, setValue] = useState<unknown>();
  const [error, setError] = useState<Error | null>(null);
  const place = fieldPlace(
    { moduleKey, field, entryPoint: 'edit', renderContext: 'issue-bulk-edit', value: null },
    { project },
  );
  const confirm = async () => {
    const refused: string[] = [];
    for (const key of keys) {
      await editIssue(key, { [field.id]: value }).catch((reason: Error) => refused.push(`${key}: ${reason.message}`));
    }
    if (refused.length > 0) return setError(new Error(refused.join(' ')));
    showFlag({ id: 'bulk', type: 'success', title: `${keys.length} work items edited`, isAutoDismiss: true });
    onEnd();
  };
  return (
    <ModalTransition>
      <Modal onClose={onEnd}>
        <ModalHeader hasCloseButton>
          <ModalTitle>
            Edit {field.name} of {keys.length} work {keys.length === 1 ? 'item' : 'items'}
          </ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Problem error={error} />
          <AppFrame title={`Edit ${field.name}`} place={place} onSubmit={setValue} />
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onEnd}>
            Cancel
          </Button>
          <Button appearance="primary" isDisabled={value === undefined} onClick={() => void confirm()}>
            Confirm
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}
