import { ownersIn } from '../../../../../src/domain/strategy/history';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import { FORMER_USER, PersonName } from '../../../shared/people/PersonName';
import { usePeople } from '../../../shared/people/usePeople';
import { changesInWords, VERB } from '../figures/changes';
import { useObjectiveHistory } from '../usePortfolio';
import { ShowOlder } from './ShowOlder';
import styles from './objective.module.css';

/** The newest changes of an objective, and older ones on demand. */
export function History({ objectiveKey }: { objectiveKey: string }) {
  const format = useFormat();
  const read = useObjectiveHistory(objectiveKey);
  const pages = read.data?.pages ?? [];
  const shown = pages.flatMap(({ history }) => history);
  const people = usePeople(shown.flatMap(({ changes }) => ownersIn(changes)));
  return (
    <Card title="History">
      {read.isPending ? (
        <Loading lines={3} label="Loading the history" />
      ) : shown.length === 0 && !read.error ? (
        <p className="subtle">No change has been kept yet.</p>
      ) : (
        <ol className={styles.entries}>
          {shown.map((entry, index) => (
            <li key={index}>
              <p className={styles.entryHead}>
                <strong>{format.time(entry.at)}</strong>
                <PersonName accountId={entry.author} none={FORMER_USER} />
                <span className="subtle">{VERB[entry.kind]}</span>
              </p>
              {changesInWords(entry, people, format).map((line) => (
                <p key={line} className={styles.entryLine} dir="auto">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
      {read.error && pages.length === 0 && <ErrorState error={read.error} retry={() => void read.refetch()} />}
      <ShowOlder
        left={pages.at(-1)?.left ?? 0}
        what="changes"
        isBusy={read.isFetchingNextPage}
        error={pages.length === 0 ? null : read.error}
        onShow={() => void read.fetchNextPage()}
      />
    </Card>
  );
}
