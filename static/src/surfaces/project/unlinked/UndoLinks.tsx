import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { Tag } from '../../../../../src/contract';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { useUnlinkIssues } from '../useProject';

/** Takes links back on request, and says what became of it. `linked`: the issues that were just linked */
export function UndoLinks({ linked, to }: { linked: readonly string[]; to: Tag }) {
  const format = useFormat();
  const undo = useUnlinkIssues();
  const said = useRef<HTMLSpanElement>(null);
  // The button, which had the focus, is gone.
  useEffect(() => {
    if (undo.isSuccess) said.current?.focus();
  }, [undo.isSuccess]);

  if (undo.isSuccess) {
    const taken = undo.data.filter(({ outcome }) => outcome === 'unlinked').length;
    const others = undo.data.flatMap(({ message }) => message ?? []);
    return (
      <span ref={said} tabIndex={-1}>
        Taken back: {format.count(taken, 'issue')}. {others.join(' ')}
      </span>
    );
  }
  return (
    <>
      <Button
        spacing="compact"
        appearance="subtle"
        isLoading={undo.isPending}
        onClick={() => undo.mutate({ issueIds: linked, was: to })}
      >
        Undo
      </Button>
      {undo.isError && <ErrorState error={undo.error} />}
    </>
  );
}
