import { useId } from 'react';
import type { Explanation, ExplanationTable } from './explanation';
import styles from './explain.module.css';

function Notes({ title, notes, none }: { title: string; notes: string[]; none?: string }) {
  const shown = notes.length > 0 ? notes : none ? [none] : [];
  if (shown.length === 0) return null;
  return (
    <section className={styles.notes}>
      <p className={styles.label}>{title}</p>
      <ul>
        {shown.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Table({ table }: { table: ExplanationTable }) {
  const { title, head, rows, total } = table;
  return (
    <section className={styles.notes}>
      <p className={styles.label}>{title}</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={[name, ...values].join()}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                {values.map((value, column) => (
                  <td key={head[column + 1]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{total[0]}</th>
                {total.slice(1).map((value, column) => (
                  <td key={head[column + 1]}>{value}</td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </section>
  );
}

/** A number, opened: formula, inputs, what it covers, what was left out and what was assumed. */
export function ExplanationText({ explanation }: { explanation: Explanation }) {
  const title = useId();
  return (
    <div className={styles.explanation} role="group" aria-labelledby={title}>
      <p className={styles.title} id={title}>
        {explanation.title}: {explanation.value}
      </p>
      {explanation.missing && <p className={styles.missing}>{explanation.missing}</p>}
      <p className={styles.formula}>{explanation.formula}</p>
      <dl className={styles.inputs}>
        {explanation.inputs.map(({ name, value, meaning }) => (
          <div key={name}>
            <dt>
              {name}
              {meaning && <span className={styles.meaning}>{meaning}</span>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {explanation.tables?.map((table) => (
        <Table key={table.title} table={table} />
      ))}
      <Notes title="Covers" notes={explanation.covers} />
      <Notes title="Left out" notes={explanation.leftOut} none="Nothing." />
      <Notes title="Assumed" notes={explanation.assumed} none="Nothing." />
    </div>
  );
}
