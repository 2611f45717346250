import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { FunctionMatrix } from '../../../../../src/contract';
import { RUN_TITLE } from '../../../../../src/domain/work/workItem';
import { countedIn, type Opened } from '../../../shared/counted/opened';
import { Explain } from '../../../shared/explain/Explain';
import { explainMix } from '../../../shared/explain/explanation';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { TableScroll } from '../../../shared/table/TableScroll';
import {
  FUNCTION_NAME,
  NO_WORK,
  WORK_NAME,
  STANDING_MEANING,
  STANDING_NAME,
  type WorkKind,
} from '../../../shared/words';
import { ObjectiveLink } from '../ObjectiveLink';
import { functionName } from './functionName';
import { matrixOf, type Column, type MatrixRow } from './matrix';
import styles from './matrix.module.css';

/** The strongest colour of a cell, in percent. Numbers stay readable on it. */
const MOST_HEAT = 45;

/** Marks the one function that works on a silo. Other functions may have planned work for it. */
const ALONE: Record<WorkKind, string> = { effort: 'only here', planned: 'works alone' };

function Stale({ size }: { size: number }) {
  const format = useFormat();
  return size > 0 && <span className={styles.staleText}>{format.number(size)} stale</span>;
}

type CellProps = { size: number; stale?: number; largest: number; alone?: string | null };

function Cell({ size, stale = 0, largest, alone = null }: CellProps) {
  const format = useFormat();
  const heat = largest > 0 ? Math.round((MOST_HEAT * size) / largest) : 0;
  return (
    <td
      className={alone ? styles.alone : undefined}
      style={{ background: `color-mix(in srgb, var(--ds-chart-brand) ${heat}%, transparent)` }}
    >
      {size > 0 ? format.number(size) : <span className="subtle">{NONE}</span>}
      <Stale size={stale} />
      {alone && <span className={styles.aloneText}>{alone}</span>}
    </td>
  );
}

const ColumnHead = ({ column }: { column: Column }) => (
  <th scope="col" className={styles.objective}>
    <ObjectiveLink objective={column.objective} isShort />
    <span className={styles.title} title={column.objective.title} dir="auto">
      {column.objective.title}
    </span>
    {column.isSilo && (
      <span className={styles.silo}>
        <WarningIcon label="" size="small" color="var(--ds-icon-warning)" /> Silo
      </span>
    )}
  </th>
);

type RowProps = { matrix: FunctionMatrix; kind: WorkKind; one: MatrixRow; largest: number };

function Row({ matrix, kind, one, largest }: RowProps) {
  const format = useFormat();
  const { row, cells, run, unlinked, sum } = one;
  const name = functionName(row, matrix.by);
  const { window, measure } = matrix.basis;
  // Of a component or a team nothing is counted issue by issue.
  const opens: Opened | null =
    matrix.by === 'project' && row.project !== null
      ? {
          title: `${WORK_NAME[kind]} of ${name}, aligned`,
          counted: countedIn(kind, { standing: 'aligned' }),
          look: { window, measure },
          filter: null,
          project: row.project.id,
        }
      : null;
  const explanation = explainMix(kind, row[kind], matrix.basis, format, [`Of ${name} only.`]);
  return (
    <tr>
      <th scope="row" className={styles.function}>
        <span dir="auto">{name}</span>
        {matrix.by === 'component' && row.project && <span className={styles.title}>{row.project.name}</span>}
      </th>
      {cells.map(({ size, stale, isAlone }, column) => (
        <Cell key={column} size={size} stale={stale} largest={largest} alone={isAlone ? ALONE[kind] : null} />
      ))}
      <Cell size={run} largest={largest} />
      <Cell size={unlinked} largest={largest} />
      <td className={styles.sum}>
        {format.number(sum)}
        <Stale size={row[kind].stale} />
      </td>
      <td>
        {row[kind].alignment === null ? (
          <span className="subtle">{NONE}</span>
        ) : (
          <Explain explanation={{ ...explanation, ...(opens && { opens }) }}>
            {format.percent(row[kind].alignment)}
          </Explain>
        )}
      </td>
    </tr>
  );
}

/** Work by function and objective, as a heat map. No `DataTable`: heads are links, and the first column stays. */
export function MatrixTable({ matrix, kind }: { matrix: FunctionMatrix; kind: WorkKind }) {
  const format = useFormat();
  const shown = matrixOf(matrix, kind);
  const { columns, rows, largest } = shown;
  if (rows.length === 0) {
    return <p className="subtle">{NO_WORK[kind]}</p>;
  }
  return (
    <>
      <TableScroll label="Matrix of functions and objectives">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.function}>
                {FUNCTION_NAME[matrix.by]}
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.objective.key} column={column} />
              ))}
              <th scope="col">{RUN_TITLE}</th>
              <th scope="col">{STANDING_NAME.unlinked}</th>
              <th scope="col">Sum</th>
              <th scope="col">Aligned</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <Row key={one.row.id} matrix={matrix} kind={kind} one={one} largest={largest} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.function}>
                Sum
              </th>
              {columns.map(({ objective, sum }) => (
                <td key={objective.key}>
                  {format.number(sum.size)}
                  <Stale size={sum.stale} />
                </td>
              ))}
              <td>{format.number(shown.run)}</td>
              <td>{format.number(shown.unlinked)}</td>
              <td>
                {format.number(shown.sum)}
                <Stale size={shown.stale} />
              </td>
              <td aria-label="No sum" />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      {shown.stale > 0 && <p className="small">Stale: {STANDING_MEANING.stale}.</p>}
    </>
  );
}
