import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { FunctionMatrix, Standing } from '../../../../../src/contract';
import { RUN_TITLE } from '../../../../../src/domain/work/workItem';
import type { Opened } from '../../../shared/counted/opened';
import { useListing } from '../../../shared/counted/useListing';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { Explain } from '../../../shared/explain/Explain';
import { explainMix } from '../../../shared/explain/explanation';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { TableScroll } from '../../../shared/table/TableScroll';
import { FUNCTION_NAME, NO_WORK, STANDING_MEANING, STANDING_NAME, type WorkKind } from '../../../shared/words';
import { ObjectiveLink } from '../ObjectiveLink';
import { functionName } from './functionName';
import { usePortfolio } from '../usePortfolio';
import { Cell, type Shows, Size, Stale } from './MatrixCell';
import { matrixOf, type Column, type MatrixRow } from './matrix';
import { matrixCsv } from './matrixCsv';
import { matrixOpens } from './matrixOpens';
import styles from './matrix.module.css';

/** Marks the one function that works on a silo. Other functions may have planned work for it. */
const ALONE: Record<WorkKind, string> = { effort: 'only here', planned: 'works alone' };

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

type RowProps = Shows & {
  matrix: FunctionMatrix;
  kind: WorkKind;
  one: MatrixRow;
  columns: readonly Column[];
  largest: number;
};

function Row({ matrix, kind, one, columns, largest, onShow }: RowProps) {
  const format = useFormat();
  const { row, cells, run, unlinked, sum } = one;
  const name = functionName(row, matrix.by);
  const opens = (standing?: Standing) => matrixOpens(matrix, kind, { row, ...(standing && { standing }) });
  const { basis } = matrix;
  const of = {
    look: { window: basis.window, measure: basis.measure },
    filter: null,
    row: { by: matrix.by, id: row.id },
    whose: name,
  };
  const explanation = explainMix(kind, row[kind], { basis, of }, format, [`Of ${name} only.`]);
  return (
    <tr>
      <th scope="row" className={styles.function}>
        <span dir="auto">{name}</span>
        {matrix.by === 'component' && row.project && <span className={styles.title}>{row.project.name}</span>}
      </th>
      {cells.map(({ size, stale, isAlone }, column) => (
        <Cell
          key={column}
          size={size}
          stale={stale}
          largest={largest}
          alone={isAlone ? ALONE[kind] : null}
          opens={columnOpens(matrix, kind, columns[column], row)}
          onShow={onShow}
        />
      ))}
      <Cell size={run} largest={largest} opens={() => opens('run')} onShow={onShow} />
      <Cell size={unlinked} largest={largest} opens={() => opens('unlinked')} onShow={onShow} />
      <td className={styles.sum}>
        <Size size={sum} opened={opens()} onShow={onShow} />
        <Stale size={row[kind].stale} opened={opens('stale')} onShow={onShow} />
      </td>
      <td>
        {row[kind].alignment === null ? (
          <span className="subtle">{NONE}</span>
        ) : (
          <Explain explanation={explanation}>{format.percent(row[kind].alignment)}</Explain>
        )}
      </td>
    </tr>
  );
}

/** The issues of a column, in one row or in all. */
const columnOpens =
  (matrix: FunctionMatrix, kind: WorkKind, column: Column | undefined, row?: MatrixRow['row']) =>
  (standing?: 'stale'): Opened | null =>
    column?.isListed
      ? matrixOpens(matrix, kind, {
          objective: column.objective.key,
          ...(row && { row }),
          ...(standing && { standing }),
        })
      : null;

/** Work by function and objective, as a heat map. No `DataTable`: heads are links, and the first column stays. */
export function MatrixTable({ matrix, kind }: { matrix: FunctionMatrix; kind: WorkKind }) {
  const { objectives } = usePortfolio();
  const { show, listing } = useListing();
  const shown = matrixOf(matrix, kind, new Set(objectives.map(({ objective }) => objective.key)));
  const all = (standing?: Standing) => matrixOpens(matrix, kind, standing ? { standing } : {});
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
              <Row
                key={one.row.id}
                matrix={matrix}
                kind={kind}
                one={one}
                columns={columns}
                largest={largest}
                onShow={show}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.function}>
                Sum
              </th>
              {columns.map((column) => {
                const opens = columnOpens(matrix, kind, column);
                return (
                  <td key={column.objective.key}>
                    <Size size={column.sum.size} opened={opens()} onShow={show} />
                    <Stale size={column.sum.stale} opened={opens('stale')} onShow={show} />
                  </td>
                );
              })}
              <td>
                <Size size={shown.run} opened={all('run')} onShow={show} />
              </td>
              <td>
                <Size size={shown.unlinked} opened={all('unlinked')} onShow={show} />
              </td>
              <td>
                <Size size={shown.sum} opened={all()} onShow={show} />
                <Stale size={shown.stale} opened={all('stale')} onShow={show} />
              </td>
              <td aria-label="No sum" />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <div>
        <SaveCsv name="effort" columns={matrixCsv(matrix, kind, columns)} rows={rows} />
      </div>
      {listing}
      {shown.stale > 0 && <p className="small">Stale: {STANDING_MEANING.stale}.</p>}
    </>
  );
}
