import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ErrorState';
import { CopyByHand } from './CopyByHand';
import { CopyMarkdown } from './CopyMarkdown';
import { reviewCsv } from './csv';
import { saveFile } from '../../../shared/saveFile';
import type { ReviewPack } from './pack';
import { RecordReview } from './RecordReview';
import styles from './review.module.css';

/** What one does with the review: print it, take it elsewhere, note that it was held. */
export function ReviewActions({ pack }: { pack: ReviewPack }) {
  const [byHand, setByHand] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { basis, mayEdit } = pack.portfolio;
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button onClick={() => window.print()}>Print</Button>
        <CopyMarkdown pack={pack} onRefused={setByHand} />
        <Button onClick={() => saveFile(`strategy-review-${basis.to}.csv`, reviewCsv(pack))}>Download CSV</Button>
        {mayEdit && <RecordReview onError={setError} />}
      </div>
      {error && <ErrorState error={error} />}
      {byHand !== null && <CopyByHand text={byHand} onClose={() => setByHand(null)} />}
    </div>
  );
}
