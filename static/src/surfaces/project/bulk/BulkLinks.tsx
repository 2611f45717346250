import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives/compiled';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ErrorState';
import { projectOf, useHost } from '../../../shared/host';
import { BulkDialog } from './BulkDialog';
import { BulkJobs } from './BulkJobs';
import { useBulkJobs } from './useBulk';

/** Links many issues in the background, and shows how far that is. `selected`: the issues selected on the page */
export function BulkLinks({ selected }: { selected: string[] }) {
  const { context } = useHost();
  const [isOpen, setOpen] = useState(false);
  const jobs = useBulkJobs();
  const projectId = projectOf(context)?.id;
  return (
    <Stack space="space.150">
      {jobs.isError && <ErrorState error={jobs.error} retry={() => void jobs.refetch()} />}
      <BulkJobs jobs={jobs.data ?? []} />
      <div>
        <Button onClick={() => setOpen(true)}>Link many issues…</Button>
      </div>
      <ModalTransition>
        {isOpen && projectId !== undefined && (
          <BulkDialog projectId={projectId} selected={selected} onClose={() => setOpen(false)} />
        )}
      </ModalTransition>
    </Stack>
  );
}
