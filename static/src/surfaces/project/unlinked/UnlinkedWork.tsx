import { useState } from 'react';
import type { ProjectAlignment, UnlinkedPart } from '../../../../../src/contract';
import type { CsvColumn } from '../../../shared/csv/columns';
import { ISSUE_CSV } from '../../../shared/csv/issueCsv';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import type { IssueSummary } from '../../../shared/jira/issues';
import { Loading } from '../../../shared/Loading';
import { ShowMore } from '../../../shared/ShowMore';
import { ShownOf } from '../../../shared/ShownOf';
import { useChoice } from '../../../shared/routing/address';
import { Switch } from '../../../shared/Switch';
import { useUnlinkedWork, type Look } from '../useProject';
import { EmptyList } from '../../../shared/EmptyList';
import { TriageCard } from '../../../shared/triage/TriageCard';
import { TriageScopeProvider } from '../../../shared/triage/scope';
import { useProjectTriage } from '../useProjectTriage';
import { BulkLinks } from '../bulk/BulkLinks';
import { LinkBar } from './LinkBar';
import { UnlinkedTable } from './UnlinkedTable';
import styles from './unlinked.module.css';

const UNLINKED_CSV: readonly CsvColumn<IssueSummary>[] = [
  ...ISSUE_CSV,
  { head: 'assignee', value: ({ assignee }) => assignee?.displayName ?? null },
  { head: 'estimate', value: ({ estimate }) => estimate },
  { head: 'updated', value: ({ updated }) => updated },
];

const PARTS: readonly UnlinkedPart[] = ['all', 'effort', 'planned'];

type Props = { look: Look; counts: ProjectAlignment['unlinked'] };

/** The project's unlinked work, to be linked in bulk. */
export function UnlinkedWork({ look, counts }: Props) {
  const format = useFormat();
  const [chosenPart, choosePart] = useChoice('part');
  const part = PARTS.find((one) => one === chosenPart) ?? 'all';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const work = useUnlinkedWork(look, part);
  const triage = useProjectTriage(look.filter);

  const pages = work.data?.pages ?? [];
  const issues = pages.flatMap((page) => page.issues);
  const hidden = pages.reduce((sum, page) => sum + page.hidden, 0);
  const total = pages.at(-1)?.total ?? 0;
  // What has left the list is no longer selected.
  const chosen = issues.filter(({ id }) => selected.has(id)).map(({ id }) => id);

  return (
    <div className={styles.unlinked}>
      <Switch
        label="Part"
        isLabelHidden
        options={[
          { value: 'all', name: `All ${format.number(counts.effort + counts.planned)}` },
          { value: 'effort', name: `Effort ${format.number(counts.effort)}` },
          { value: 'planned', name: `Planned ${format.number(counts.planned)}` },
        ]}
        value={part}
        onChange={(one) => choosePart(one === 'all' ? null : one)}
      />
      <TriageScopeProvider value={triage}>
        <TriageCard look={{ window: look.window, measure: look.measure, part }} />
      </TriageScopeProvider>
      <BulkLinks selected={chosen} />
      <LinkBar issueIds={chosen} isShown={issues.length > 0} onLinked={() => setSelected(new Set())} />
      {work.isPending && <Loading lines={6} label="Loading unlinked work" />}
      {work.isError && <ErrorState error={work.error} retry={() => void work.refetch()} />}
      {work.isSuccess && total === 0 && issues.length === 0 && (
        <EmptyList title="Nothing is unlinked">
          <p>Every work item here serves an objective or runs the business. Well done.</p>
        </EmptyList>
      )}
      {issues.length > 0 && <UnlinkedTable issues={issues} selected={selected} onSelect={setSelected} />}
      {total > 0 && (
        <footer className={styles.footer}>
          <ShownOf shown={issues.length} total={total} hidden={hidden} />
          <ShowMore list={work} />
          <SaveCsv name="unlinked-work" columns={UNLINKED_CSV} rows={issues} />
        </footer>
      )}
    </div>
  );
}
