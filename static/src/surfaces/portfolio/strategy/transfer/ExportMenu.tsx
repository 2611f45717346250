import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { showFlag } from '@forge/bridge';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../../../shared/ask';
import { saveFile } from '../../../../shared/saveFile';

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

/** The strategy as a file that a spreadsheet opens and the import reads back. */
export function ExportMenu() {
  const take = useMutation({
    mutationFn: async (way: keyof typeof WAYS) => {
      const { csv } = await ask('exportStrategy', {});
      await WAYS[way].run(csv);
    },
    onSuccess: (_, way) =>
      void showFlag({ id: `exported-${way}`, type: 'success', title: WAYS[way].done, isAutoDismiss: true }),
    onError: ({ message }) =>
      void showFlag({ id: 'export-failed', type: 'error', title: 'Nothing was exported', description: message }),
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
