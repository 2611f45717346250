import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { ImportDialog } from './ImportDialog';

/** Opens the import of a strategy file. */
export function ImportButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Import</Button>
      <ModalTransition>{isOpen && <ImportDialog onClose={() => setOpen(false)} />}</ModalTransition>
    </>
  );
}
