import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportOutcome } from '../../../../../../src/contract';
import { importProblem } from '../../../../../../src/domain/callLimits';
import { ask } from '../../../../shared/ask';
import { tellDone } from '../../../../shared/flags';
import { useReadAgain } from '../../usePortfolio';
import { NEW_TITLES } from '../../words';
import { readCsvFile } from './readCsvFile';

function tellImported({ created, changed }: ImportOutcome): void {
  tellDone(
    'strategy-imported',
    'Strategy imported',
    `${created.length} created, ${changed.length} changed. ${NEW_TITLES}`,
  );
}

/** The state of an import. Nothing is changed before `apply`. */
export function useImport(onImported: () => void) {
  const readAgain = useReadAgain();
  const [csv, setCsv] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const check = useMutation({ mutationFn: (text: string) => ask('importStrategy', { csv: text, apply: false }) });
  const apply = useMutation({
    mutationFn: (text: string) => ask('importStrategy', { csv: text, apply: true }),
    onSuccess: (outcome) => {
      // The strategy was changed after the preview, and the file no longer fits.
      if (!outcome.applied) return;
      tellImported(outcome);
      void readAgain();
      onImported();
    },
  });

  const change = (text: string) => {
    setCsv(text);
    setFault(null);
    check.reset();
    apply.reset();
  };
  const preview = (text: string) => {
    const wrong = text.trim() === '' ? 'Choose a file, or paste its text.' : importProblem(text);
    setFault(wrong);
    apply.reset();
    if (wrong === null) check.mutate(text);
  };
  const outcome = apply.data ?? check.data ?? null;

  return {
    csv,
    /** what is wrong with the text, found before it is sent */
    fault,
    /** what the import would do, or did; `null`: not checked yet */
    outcome,
    error: apply.error ?? check.error,
    isChecking: check.isPending,
    isApplying: apply.isPending,
    /** something to import, and no problem */
    isReady: outcome !== null && outcome.problems.length === 0 && outcome.created.length + outcome.changed.length > 0,
    change,
    choose: async (file: File) => {
      change('');
      try {
        const text = await readCsvFile(file);
        setCsv(text);
        preview(text);
      } catch (error) {
        setFault((error as Error).message);
      }
    },
    preview: () => preview(csv),
    apply: () => apply.mutate(csv),
  };
}
