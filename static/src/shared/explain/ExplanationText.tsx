import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { NumberButton } from '../counted/NumberButton';
import type { Opened } from '../counted/opened';
import { DataTable, type Column } from '../table/DataTable';
import type { Entry, Explanation, ExplanationTable, Note } from './explanation';
import styles from './explain.module.css';

/** How a number opens its list. `isInFlow`: in the flow of the page, not in a dialog */
type Shows = { onShow: (opened: Opened) => void; isInFlow?: boolean };

type NotesProps = Shows & { title: string; notes?: Note[] | undefined; none?: string };

function Notes({ title, notes = [], none, ...shows }: NotesProps) {
  const shown = notes.length > 0 ? notes : none ? [none] : [];
  if (shown.length === 0) return null;
  return (
    <section className={styles.notes}>
      <p className="subtle">{title}</p>
      <ul>
        {shown.map((note) =>
          typeof note === 'string' ? (
            <li key={note}>{note}</li>
          ) : (
            <li key={note.text}>
              <NumberButton opened={note.opens} text={note.number} {...shows} /> {note.text}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

const textOf = (entry: Entry): string => (typeof entry === 'string' ? entry : entry.text);

function Table({ table: { title, head, rows, total }, ...shows }: Shows & { table: ExplanationTable }) {
  const shown = (entry: Entry | undefined) =>
    typeof entry === 'object' ? <NumberButton opened={entry.opens} text={entry.text} {...shows} /> : entry;
  const columns = head.map((name, column): Column<Entry[]> => ({
    head: name,
    cell: (row) => shown(row[column]),
    foot: shown(total?.[column]),
    kind: column === 0 ? 'text' : 'number',
  }));
  return (
    <section className={styles.notes}>
      <p className="subtle">{title}</p>
      <DataTable isSmall isLow caption={title} columns={columns} rows={rows} rowKey={(row) => row.map(textOf).join()} />
    </section>
  );
}

type Props = Shows & { explanation: Explanation };

/** A number with its formula, inputs, what it covers, what was left out and what was assumed. */
export function ExplanationText({ explanation, onShow, isInFlow = false }: Props) {
  const { opens } = explanation;
  const title = useId();
  const shows = { onShow, isInFlow };
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
            <dd>{issues ? <NumberButton opened={issues} text={value} {...shows} /> : value}</dd>
          </div>
        ))}
      </dl>
      {explanation.tables?.map((table) => (
        <Table key={table.title} table={table} {...shows} />
      ))}
      <Notes title="Covers" notes={explanation.covers} {...shows} />
      <Notes title="Left out" notes={explanation.leftOut} none="Nothing." {...shows} />
      <Notes title="Assumed" notes={explanation.assumed} none="Nothing." {...shows} />
      {opens && (
        <Button spacing="compact" onClick={() => onShow(opens)}>
          Show the issues
        </Button>
      )}
    </div>
  );
}
