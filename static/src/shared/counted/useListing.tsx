import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState, type ReactNode } from 'react';
import { CountedDialog } from './CountedDialog';
import type { Opened } from './opened';

/** The list of issues behind one of several numbers. `listing` goes beside them, where it outlives what it was opened from. */
export function useListing(): { show: (opened: Opened) => void; listing: ReactNode } {
  const [opened, show] = useState<Opened | null>(null);
  return {
    show,
    listing: (
      <ModalTransition>
        {opened !== null && <CountedDialog opened={opened} onClose={() => show(null)} />}
      </ModalTransition>
    ),
  };
}
