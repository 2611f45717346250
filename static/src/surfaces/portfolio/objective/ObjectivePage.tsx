import { ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives/compiled';
import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { useChoice } from '../../../shared/routing/address';
import { RouteLink } from '../routing/RouteLink';
import { CHECK_IN } from '../editing/actions/checkInQuery';
import { useObjectiveActions } from '../editing/actions/useObjectiveActions';
import { useObjectiveDetail } from '../usePortfolio';
import { Children, People, Projects } from './Around';
import { Blocked } from './Blocked';
import { ForecastChart, ScopeChart } from './Charts';
import { CheckInForm } from './CheckInForm';
import { CheckIns } from './CheckIns';
import { FlowBars } from './FlowBars';
import { Header } from './Header';
import { History } from './History';
import { KeyResults } from './KeyResults';
import { State } from './State';
import styles from './objective.module.css';

const { 'check-in': NEW } = CHECK_IN;

export default function ObjectivePage() {
  const { key = '' } = useParams();
  const { data, error, isPending, isPlaceholderData, refetch } = useObjectiveDetail(key);
  const [checkIn, chooseCheckIn] = useChoice('check-in');
  const page = useRef<HTMLDivElement>(null);
  const { actions, dialogs } = useObjectiveActions(data?.mayEdit ?? false, () =>
    page.current?.querySelector<HTMLElement>('h2')?.focus(),
  );

  if (isPending) return <Loading lines={10} label={`Loading ${key}`} />;
  if (!data) {
    return (
      <Stack space="space.200">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        <p>
          <RouteLink to="/objectives">All objectives</RouteLink>
        </p>
      </Stack>
    );
  }
  return (
    <Stack ref={page} aria-busy={isPlaceholderData} space="space.200">
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      <Header
        detail={data}
        onEdit={() => actions.edit(key)}
        onCheckIn={data.mayCheckIn ? () => chooseCheckIn(NEW) : null}
      />
      <State detail={data} />
      <div className={styles.columns}>
        <ScopeChart one={data.objective} basis={data.basis} />
        <FlowBars detail={data} />
        <ForecastChart detail={data} />
      </div>
      <KeyResults one={data.objective} />
      <Children detail={data} />
      <div className={styles.columns}>
        <Projects detail={data} />
        <People detail={data} />
        <Blocked objectiveKey={key} count={data.objective.blocked} basis={data.basis} />
      </div>
      <div className={styles.columns}>
        <CheckIns detail={data} />
        <History objectiveKey={key} />
      </div>
      {dialogs}
      <ModalTransition>
        {checkIn === NEW && data.mayCheckIn && <CheckInForm detail={data} onClose={() => chooseCheckIn(null)} />}
      </ModalTransition>
    </Stack>
  );
}
