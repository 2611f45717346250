import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { useState } from 'react';
import { formatDay } from '../../../../../src/domain/time/day';
import { ErrorState } from '../../../shared/ErrorState';
import { CopyByHand } from './CopyByHand';
import { CopyMarkdown } from './CopyMarkdown';
import { saveFile } from '../../../shared/csv/saveFile';
import type { ReviewPack } from './pack';
import { RecordReview } from './RecordReview';

/** Prints, copies, downloads or records the review. */
export function ReviewActions({ pack }: { pack: ReviewPack }) {
  const [byHand, setByHand] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { basis, mayEdit } = pack.portfolio;
  const download = async () => {
    // Loaded on demand: the CSV library is larger than the page.
    const { reviewCsv } = await import('./csv');
    saveFile(`strategy-review-${formatDay(basis.to)}.csv`, reviewCsv(pack));
  };
  return (
    <Stack space="space.200">
      <Inline space="space.100" alignBlock="stretch" shouldWrap>
        <Button onClick={() => window.print()}>Print</Button>
        <CopyMarkdown pack={pack} onRefused={setByHand} />
        <Button onClick={() => void download().catch(setError)}>Download CSV</Button>
        {mayEdit && <RecordReview onError={setError} />}
      </Inline>
      {error && <ErrorState error={error} />}
      {byHand !== null && <CopyByHand text={byHand} onClose={() => setByHand(null)} />}
    </Stack>
  );
}
