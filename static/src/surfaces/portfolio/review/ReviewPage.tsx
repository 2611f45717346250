import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import { usePeople } from '../../../shared/people/usePeople';
import { Switch } from '../../../shared/Switch';
import { usePast } from '../past/usePast';
import { usePortfolio, useReview } from '../usePortfolio';
import { FindingsCard } from './FindingsCard';
import { ChangesCard } from './ChangesCard';
import { DecisionsCard } from './DecisionsCard';
import { ObjectivesCard } from './ObjectivesCard';
import { peopleOf } from './pack';
import { ReviewActions } from './ReviewActions';
import { useSince } from './since';
import { StateCard } from './StateCard';
import { TurnedCard } from './TurnedCard';
import { usePrintLight } from './usePrintLight';
import styles from './review.module.css';

/** Everything for a regular strategy review, on one page to print or copy. */
export default function ReviewPage() {
  const format = useFormat();
  const portfolio = usePortfolio();
  const { options, since, day, choose } = useSince();
  const { past } = usePast(portfolio);
  const { data: review, error, isPlaceholderData, refetch } = useReview(day);
  const people = usePeople(review ? peopleOf(portfolio, review) : []);
  usePrintLight();

  const pack = review && { portfolio, review, people, past };
  return (
    <div className={styles.review}>
      <div className={styles.bar}>
        <Switch label="What changed since" options={options} value={since} onChange={choose} />
        {pack && <ReviewActions pack={pack} />}
      </div>
      <p className={styles.printed}>Strategy review, {format.day(portfolio.basis.to)}</p>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!pack && !error && <Loading lines={8} label="Loading the review" />}
      {pack && (
        <div className={styles.pack} aria-busy={isPlaceholderData}>
          <StateCard portfolio={portfolio} review={pack.review} />
          <TurnedCard pack={pack} />
          <div className={styles.two}>
            <FindingsCard portfolio={portfolio} />
            <DecisionsCard portfolio={portfolio} />
          </div>
          <ObjectivesCard pack={pack} />
          <ChangesCard pack={pack} isLast={since === 'last'} />
        </div>
      )}
    </div>
  );
}
