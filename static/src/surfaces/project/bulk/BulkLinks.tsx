import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ErrorState';
import { projectOf, useHost } from '../../../shared/host';
import { ShowMore } from '../../../shared/ShowMore';
import { BulkDialog } from './BulkDialog';
import { BulkJobs } from './BulkJobs';
import { useBulkJobs } from './useBulk';

/** Links many issues in the background, and shows how far that is. `selected`: the issues selected on the page */
export function BulkLinks({ selected }: { selected: string[] }) {
  const { context } = useHost();
  const [isOpen, setOpen] = useState(false);
  const { list, jobs } = useBulkJobs();
  const projectId = projectOf(context)?.id;
  return (
    <Stack space="space.150">
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      <BulkJobs jobs={jobs} />
      <Inline space="space.100" shouldWrap>
        <Button onClick={() => setOpen(true)}>Link many issues…</Button>
        <ShowMore list={list} name="Show older links" />
      </Inline>
      <ModalTransition>
        {isOpen && projectId !== undefined && (
          <BulkDialog projectId={projectId} selected={selected} onClose={() => setOpen(false)} />
        )}
      </ModalTransition>
    </Stack>
  );
}
