import { Inline } from '@atlaskit/primitives/compiled';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import type { Portfolio } from '../../../../../src/contract';
import { AsOf } from '../../../shared/AsOf';
import { ErrorBoundary } from '../../../shared/ErrorBoundary';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { SyncBanner } from '../../../shared/SyncBanner';
import { PastPanel } from '../past/PastPanel';
import { usePortfolioQuery, useReadAgain } from '../usePortfolio';
import { Coverage } from './Coverage';
import { LookControls } from './LookControls';
import { NoObjectives } from './NoObjectives';
import { STRATEGY, Tabs } from './Tabs';
import page from '../../../shared/page.module.css';
import styles from './shell.module.css';

/** The tabs that show a past day beside today. */
const WITH_PAST = new Set(['/', '/objectives', '/review']);

function Tab({ portfolio }: { portfolio: Portfolio }) {
  const { pathname } = useLocation();
  const isStrategy = pathname.startsWith(STRATEGY);
  if (portfolio.objectives.length === 0 && !isStrategy) return <NoObjectives mayEdit={portfolio.mayEdit} />;
  return (
    <ErrorBoundary key={pathname}>
      {WITH_PAST.has(pathname) && <PastPanel portfolio={portfolio} />}
      <Suspense fallback={<Loading lines={8} />}>
        <Outlet context={portfolio} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The frame of all tabs: title, as-of time, tabs, window and measure. */
export function Shell() {
  const readAgain = useReadAgain();
  const { pathname } = useLocation();
  const { data, error, isPending, isPlaceholderData, isFetching, refetch } = usePortfolioQuery();
  // Without permission, a person may not see figures read earlier either.
  const isRefused = error !== null && 'code' in error && error.code === 'forbidden';

  return (
    <main className={`${page.page} ${styles.page}`}>
      <header className={styles.header}>
        <Inline space="space.200" rowSpace="space.025" alignBlock="baseline" shouldWrap>
          <h1 className={styles.title}>Strategy</h1>
          <p className="subtle">How well it is executed, and what holds it back</p>
        </Inline>
        {data && (
          <AsOf
            className={styles.asOf}
            instant={data.basis.asOf}
            isReading={isFetching}
            onRefresh={() => void readAgain()}
          />
        )}
      </header>
      {error && <ErrorState error={error} retry={isRefused ? undefined : () => void refetch()} />}
      {isPending && <Loading lines={10} label="Loading the portfolio" />}
      {data && !isRefused && (
        <>
          <div className={styles.bar}>
            <Tabs mayEdit={data.mayEdit} />
            {!pathname.startsWith(STRATEGY) && <LookControls />}
          </div>
          <div className={page.content} aria-busy={isPlaceholderData}>
            <SyncBanner sync={data.sync} alignment={[data.effort, data.planned]} />
            <Coverage basis={data.basis} />
            <Tab portfolio={data} />
          </div>
        </>
      )}
    </main>
  );
}
