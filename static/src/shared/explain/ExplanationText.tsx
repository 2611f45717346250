import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { NumberButton } from '../counted/NumberButton';
import type { Opened } from '../counted/opened';
import { DataTable, type Column } from '../table/DataTable';
import type { Explanation, ExplanationTable } from './explanation';
import styles from './explain.module.css';

function Notes({ title, notes = [], none }: { title: string; notes?: string[]; none?: string }) {
  const shown = notes.length > 0 ? notes : none ? [none] : [];
  if (shown.length === 0) return null;
  return (
    <section className={styles.notes}>
      <p className="subtle">{title}</p>
      <ul>
        {shown.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Table({ table: { title, head, rows, total } }: { table: ExplanationTable }) {
  const columns = head.map((name, column): Column<string[]> => ({
    head: name,
    cell: (row) => row[column],
    foot: total?.[column],
    kind: column === 0 ? 'text' : 'number',
  }));
  return (
    <section className={styles.notes}>
      <p className="subtle">{title}</p>
      <DataTable isSmall isLow caption={title} columns={columns} rows={rows} rowKey={(row) => row.join()} />
    </section>
  );
}

/** `isInFlow`: lists open in the flow of the page, not in a dialog */
type Props = { explanation: Explanation; onShow: (opened: Opened) => void; isInFlow?: boolean };

/** A number with its formula, inputs, what it covers, what was left out and what was assumed. */
export function ExplanationText({ explanation, onShow, isInFlow = false }: Props) {
  const { opens } = explanation;
  const title = useId();
  return (
    <div className={styles.explanation} role="group" aria-labelledby={title}>
      <p className={styles.title} id={title}>
        {explanation.title}: {explanation.value}
      </p>
      {explanation.missing && <p className={styles.missing}>{explanation.missing}</p>}
      <p className={styles.formula}>{explanation.formula}</p>
      <dl className={styles.inputs}>
        {explanation.inputs.map(({ name, value, meaning, opens: issues }) => (
          <div key={name}>
            <dt>
              {name}
              {meaning && <span className="subtle">{meaning}</span>}
            </dt>
            <dd>
              {issues ? <NumberButton opened={issues} text={value} onShow={onShow} isInFlow={isInFlow} /> : value}
            </dd>
          </div>
        ))}
      </dl>
      {explanation.tables?.map((table) => (
        <Table key={table.title} table={table} />
      ))}
      <Notes title="Covers" notes={explanation.covers} />
      <Notes title="Left out" notes={explanation.leftOut} none="Nothing." />
      <Notes title="Assumed" notes={explanation.assumed} none="Nothing." />
      {opens && (
        <Button spacing="compact" onClick={() => onShow(opens)}>
          Show the issues
        </Button>
      )}
    </div>
  );
}
