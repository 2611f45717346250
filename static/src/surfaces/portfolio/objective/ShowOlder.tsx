import Button from '@atlaskit/button/new';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';

type Props = { left: number; what: string; isBusy: boolean; error: Error | null; onShow: () => void };

/** Reads the next page of a list, and says how many entries are not shown. Nothing if all are. */
export function ShowOlder({ left, what, isBusy, error, onShow }: Props) {
  const format = useFormat();
  if (error) return <ErrorState error={error} retry={onShow} />;
  if (left === 0) return null;
  return (
    <Button appearance="subtle" spacing="compact" isLoading={isBusy} onClick={onShow}>
      {`Show older ${what} (${format.number(left)})`}
    </Button>
  );
}
