import type { IssueAlignment } from '../../../../src/contract';
import { IssueLink } from '../../shared/IssueLink';
import { ObjectiveLozenge } from '../../shared/ObjectiveLozenge';
import { RUN_NAME } from '../../shared/words';
import { ChainProgress } from './ChainProgress';
import { countingNotes } from './notes';
import styles from './issue.module.css';

function Origin({ provenance }: Pick<IssueAlignment, 'provenance'>) {
  if (provenance.kind === 'none') return null;
  if (provenance.kind === 'direct') return <p className={styles.subtle}>Set on this issue</p>;
  return (
    <p className={styles.subtle}>
      {provenance.from ? (
        <>
          Inherited from <IssueLink issueKey={provenance.from.key} /> {provenance.from.summary}
        </>
      ) : (
        'Inherited from an issue you may not see'
      )}
    </p>
  );
}

function Headline({ alignment }: { alignment: IssueAlignment }) {
  const { serves } = alignment;
  if (serves.kind === 'none') {
    return (
      <>
        <h2 className={styles.title}>No objective yet</h2>
        <p className={styles.subtle}>Link this work to the objective it serves, or mark it as running the business.</p>
      </>
    );
  }
  if (serves.kind === 'run') {
    return (
      <>
        <h2 className={styles.title}>{RUN_NAME}</h2>
        <Origin provenance={alignment.provenance} />
        <p className={styles.subtle}>Deliberately not strategic: shown beside the alignment, not inside it.</p>
      </>
    );
  }
  const nearest = serves.chain[0];
  if (!nearest) return null;
  const { key, title, status } = nearest.objective;
  return (
    <>
      <h2 className={styles.title}>
        <span className={styles.key}>
          {key} <ObjectiveLozenge status={status} />
        </span>
        <span>{title}</span>
      </h2>
      <Origin provenance={alignment.provenance} />
      <ChainProgress link={nearest} alignment={alignment} />
    </>
  );
}

/** What the issue serves, how it got it, how far that is, and how the issue counts. */
export function Serves({ alignment }: { alignment: IssueAlignment }) {
  const notes = countingNotes(alignment);
  return (
    <section className={styles.serves} aria-label="Objective">
      <Headline alignment={alignment} />
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
