import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { ImportDialog } from './ImportDialog';

export function ImportButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Import</Button>
      <ModalTransition>{isOpen && <ImportDialog onClose={() => setOpen(false)} />}</ModalTransition>
    </>
  );
}
