import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useRef } from 'react';
import { FormDialog } from '../../../../shared/dialog/FormDialog';
import { FormField } from '../../../../shared/form/FormField';
import { Loading } from '../../../../shared/Loading';
import { FileHelp } from './FileHelp';
import { ImportPreview } from './ImportPreview';
import { useImport } from './useImport';
import styles from './transfer.module.css';

/** Imports a strategy from CSV, after a preview. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const file = useRef<HTMLInputElement>(null);
  const given = useImport(onClose);
  const { outcome } = given;

  return (
    <FormDialog
      title="Import a strategy"
      width="large"
      onClose={onClose}
      action={given.isReady ? 'Import' : outcome ? 'Check again' : 'Preview'}
      onSubmit={given.isReady ? given.apply : given.preview}
      isBusy={given.isChecking || given.isApplying}
      failure={given.error}
    >
      <p>
        Objectives that the file names are created or changed. Those that it does not name stay as they are, and so does
        what it has no column for.
      </p>
      <div>
        <Button onClick={() => file.current?.click()}>Choose a CSV file</Button>
        <input
          ref={file}
          className={styles.file}
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label="CSV file"
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void given.choose(chosen);
            // So that a mended file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
      <FormField label="Or paste its text" error={given.fault}>
        {({ isInvalid, ...control }) => (
          <TextArea
            {...control}
            isInvalid={isInvalid}
            isMonospaced
            minimumRows={5}
            maxHeight="14rem"
            spellCheck={false}
            value={given.csv}
            placeholder="key,title,parent,status"
            onChange={({ currentTarget }) => given.change(currentTarget.value)}
          />
        )}
      </FormField>
      <FileHelp />
      {given.isChecking && <Loading lines={3} label="Looking at what this would do" />}
      <div role="status">
        {given.isApplying && <p>Importing…</p>}
        {outcome && !given.isApplying && <ImportPreview outcome={outcome} />}
      </div>
    </FormDialog>
  );
}
