import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { JiraRouter } from '../../shared/routing/JiraRouter';
import { NoSuchPage } from './shell/NoSuchPage';
import { Shell } from './shell/Shell';

const OverviewPage = lazy(() => import('./overview/OverviewPage'));
const ObjectivesPage = lazy(() => import('./objectives/ObjectivesPage'));
const ObjectivePage = lazy(() => import('./objective/ObjectivePage'));
const EffortPage = lazy(() => import('./effort/EffortPage'));
const ScorecardPage = lazy(() => import('./scorecard/ScorecardPage'));
const ReviewPage = lazy(() => import('./review/ReviewPage'));
const TriagePage = lazy(() => import('./triage/TriagePage'));
const StrategyPage = lazy(() => import('./strategy/StrategyPage'));

/** The routes of the portfolio page. */
export default function PortfolioPage() {
  return (
    <JiraRouter place={{ moduleKey: 'portfolio' }}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<OverviewPage />} />
          <Route path="objectives" element={<ObjectivesPage />} />
          <Route path="objectives/:key" element={<ObjectivePage />} />
          <Route path="effort" element={<EffortPage />} />
          <Route path="scorecard" element={<ScorecardPage />} />
          <Route path="review" element={<ReviewPage />} />
          <Route path="triage" element={<TriagePage />} />
          <Route path="strategy" element={<StrategyPage />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </JiraRouter>
  );
}
