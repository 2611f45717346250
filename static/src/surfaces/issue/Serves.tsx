import Skeleton from '@atlaskit/skeleton';
import type { IssueAlignment } from '../../../../src/contract';
import { RUN_TITLE } from '../../../../src/domain/work/workItem';
import { IssueLink } from '../../shared/IssueLink';
import { ObjectiveLozenge } from '../../shared/ObjectiveLozenge';
import { RUN_MEANING } from '../../shared/words';
import { ChainProgress } from './ChainProgress';
import { hasMalformedTag, type Names, targetOf } from './names';
import { countingNotes } from './notes';
import { LinkedLine } from './LinkedLine';
import { Why } from './Why';
import styles from './issue.module.css';

type Props = { alignment: IssueAlignment; names: Names };
type WithWhy = Props & { withWhy: boolean };

/** How the issue has what it serves from another one. */
const ORIGIN = {
  inherited: 'Inherited from',
  hierarchy: 'Below it in Jira:',
  link: 'Linked to it in Jira through',
};

/** Of several objectives that an issue is linked to, the first by key counts (`domain/README.md`). */
const choiceWords = (linked = 0): string =>
  linked > 1 ? `, the first by key of the ${linked} objectives that it is linked to` : '';

function Origin({ alignment: { issueId, provenance }, names }: Props) {
  if (provenance.kind === 'none') return null;
  if (provenance.kind === 'direct') return <p className="subtle">Set on this issue</p>;
  if (provenance.kind === 'itself') return <p className="subtle">This issue is the objective</p>;
  if (provenance.kind === 'link' && provenance.fromId === issueId)
    return <p className="subtle">Linked to it in Jira{choiceWords(names.of(issueId)?.linkedObjectives)}</p>;
  const how = ORIGIN[provenance.kind];
  const from = names.of(provenance.fromId);
  if (from === null) return <p className="subtle">{how} an issue you cannot see</p>;
  return (
    <div className="subtle" aria-busy={from === undefined}>
      {how}{' '}
      {from ? (
        <>
          <IssueLink issueKey={from.key} /> <bdi>{from.summary}</bdi>
          {choiceWords(from.linkedObjectives)}
        </>
      ) : (
        <span className={styles.naming}>
          <Skeleton width="100%" height="1em" isShimmering />
        </span>
      )}
    </div>
  );
}

function Headline({ alignment, names, withWhy }: WithWhy) {
  const { serves } = alignment;
  if (serves.kind === 'none') {
    return (
      <>
        <h2 className={styles.title}>No objective yet</h2>
        <p className="subtle">Link this work to the objective it serves, or to {RUN_TITLE}.</p>
        {withWhy && <Why alignment={alignment} />}
      </>
    );
  }
  if (serves.kind === 'run') {
    return (
      <>
        <h2 className={styles.title}>{RUN_TITLE}</h2>
        <Origin alignment={alignment} names={names} />
        {withWhy && <LinkedLine alignment={alignment} />}
        <p className="subtle">{RUN_MEANING}.</p>
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
      {withWhy && <Why alignment={alignment} />}
      <Origin alignment={alignment} names={names} />
      {withWhy && <LinkedLine alignment={alignment} />}
      <ChainProgress link={nearest} alignment={alignment} />
    </>
  );
}

/** What the issue serves, from where, the progress of that, and how the issue counts. */
export function Serves({ alignment, names, withWhy }: WithWhy) {
  const notes = countingNotes(alignment, targetOf(alignment, names), hasMalformedTag(alignment, names));
  return (
    <section className={styles.serves} aria-label="Objective">
      <Headline alignment={alignment} names={names} withWhy={withWhy} />
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
