import type { KeyResult, PortfolioObjective } from '../../../../../src/contract';
import { Sparkline } from '../../../shared/charts/Sparkline';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { DataTable, type Column } from '../../../shared/table/DataTable';
import { PacedBar } from '../PacedBar';
import { goalInWords, historyInWords, NOT_MEASURED, progressInWords, valueInWords } from '../figures/keyResultWords';
import styles from './scorecard.module.css';

function Now({ keyResult }: { keyResult: KeyResult }) {
  const format = useFormat();
  const { current, unit } = keyResult;
  if (current === null) return <span className="small">{NOT_MEASURED}</span>;
  return (
    <>
      <span className={styles.value}>{valueInWords(current.value, unit, format)}</span>
      <span className="small">{format.shortDay(current.day)}</span>
    </>
  );
}

function Progress({ keyResult, expected }: { keyResult: KeyResult; expected: number | null }) {
  const format = useFormat();
  const { goal, progress } = keyResult;
  const words = progressInWords(keyResult, format);
  if (progress === null) return <span className="small">{words}</span>;
  return (
    <>
      <span className={styles.value}>{words}</span>
      {goal.kind === 'reach' && <PacedBar progress={progress} expected={expected} tone="keyResults" />}
    </>
  );
}

function Trend({ keyResult }: { keyResult: KeyResult }) {
  const format = useFormat();
  const { history } = keyResult;
  return history.length > 1 ? (
    <Sparkline points={history} tone="discovery" width={72} label={historyInWords(keyResult, format)} />
  ) : (
    <span className="small" title="A line needs two values">
      {NONE}
    </span>
  );
}

export function KeyResultsTable({ one }: { one: PortfolioObjective }) {
  const format = useFormat();
  const { objective, keyResults, health } = one;
  if (keyResults.length === 0) return <p className="small">No key results are stated for it.</p>;
  const expected = health === null ? null : one.expected;
  // Fixed widths, so that columns are aligned across objectives.
  const columns: Column<KeyResult>[] = [
    { head: 'Key result', kind: 'text', cell: ({ title }) => title },
    { head: 'Now', kind: 'text', width: '17%', cell: (keyResult) => <Now keyResult={keyResult} /> },
    { head: 'Goal', kind: 'text', width: '21%', cell: ({ goal, unit }) => goalInWords(goal, unit, format) },
    {
      head: 'Progress',
      kind: 'text',
      width: '17%',
      cell: (keyResult) => <Progress keyResult={keyResult} expected={expected} />,
    },
    { head: 'Over time', width: '76px', cell: (keyResult) => <Trend keyResult={keyResult} /> },
  ];
  return (
    <DataTable
      isSmall
      caption={`Key results of ${objective.key}`}
      className={styles.table}
      columns={columns}
      rows={keyResults}
      rowKey={({ id }) => id}
    />
  );
}
