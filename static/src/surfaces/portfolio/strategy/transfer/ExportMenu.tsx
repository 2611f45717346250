import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../../../shared/ask';
import { useFormat } from '../../../../shared/host';
import { leftOutWords } from './leftOutWords';
import { tellDone, tellFailed } from '../../../../shared/flags';
import { saveFile } from '../../../../shared/csv/saveFile';

const NAME = 'strategy.csv';

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Error('Your browser does not let the app copy. Download the file instead.');
  }
}

const WAYS = {
  download: { run: (csv: string) => saveFile(NAME, csv), done: `${NAME} downloaded` },
  copy: { run: copy, done: 'Strategy copied as CSV' },
};

/** Exports the strategy as CSV, which the import reads back. */
export function ExportMenu() {
  const format = useFormat();
  const take = useMutation({
    mutationFn: async (way: keyof typeof WAYS) => {
      const { csv, leftOut } = await ask('exportStrategy', {});
      await WAYS[way].run(csv);
      return leftOut;
    },
    onSuccess: (leftOut, way) => tellDone(`exported-${way}`, WAYS[way].done, leftOutWords(leftOut, format)),
    onError: (error) => tellFailed('Nothing was exported', error),
  });
  return (
    <DropdownMenu trigger="Export" placement="bottom-end" isLoading={take.isPending}>
      <DropdownItemGroup>
        <DropdownItem description="For a spreadsheet, a backup or another site" onClick={() => take.mutate('download')}>
          Download {NAME}
        </DropdownItem>
        <DropdownItem onClick={() => take.mutate('copy')}>Copy as CSV</DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
