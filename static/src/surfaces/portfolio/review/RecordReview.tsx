import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../../shared/ask';
import { tellDone } from '../../../shared/flags';
import { useFormat } from '../../../shared/host';
import { useReadAgain } from '../usePortfolio';

/** Records that a review was held today. The next one shows changes since. For strategy editors. */
export function RecordReview({ onError }: { onError: (error: Error | null) => void }) {
  const format = useFormat();
  const readAgain = useReadAgain();
  const record = useMutation({
    mutationFn: () => ask('recordReview', {}),
    onMutate: () => onError(null),
    onSuccess: ({ lastReview }) => {
      tellDone(
        'review-recorded',
        `Review of ${format.day(lastReview)} recorded`,
        'The next one tells what changed since. To look further back, choose a number of days.',
      );
      return readAgain();
    },
    onError,
  });
  return (
    <Button appearance="primary" isLoading={record.isPending} onClick={() => record.mutate()}>
      Review held today
    </Button>
  );
}
