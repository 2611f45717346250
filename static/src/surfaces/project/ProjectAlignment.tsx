import { DEFAULT_WINDOW_DAYS } from '../../../../src/domain/time/window';
import Badge from '@atlaskit/badge';
import VisuallyHidden from '@atlaskit/visually-hidden';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AlignmentTrendCard } from '../../shared/AlignmentTrendCard';
import { AsOf } from '../../shared/AsOf';
import { ErrorState } from '../../shared/ErrorState';
import { explainMix } from '../../shared/explain/explanation';
import { useFormat } from '../../shared/host';
import { Loading } from '../../shared/Loading';
import { MixCard } from '../../shared/MixCard';
import { SyncBanner } from '../../shared/SyncBanner';
import { CandidateEpics } from './candidates/CandidateEpics';
import { Controls } from './Controls';
import { ObjectivesTable } from './ObjectivesTable';
import { UnlinkedWork } from './unlinked/UnlinkedWork';
import { useProjectAlignment, type Scope } from './useProject';
import styles from './project.module.css';

const PARTS = ['effort', 'planned'] as const;

/** How much of a project's work serves the strategy, which objectives, and which work serves none. */
export default function ProjectAlignment() {
  const format = useFormat();
  const client = useQueryClient();
  const [scope, setScope] = useState<Scope>({ window: DEFAULT_WINDOW_DAYS, measure: 'items', filter: {} });
  const { data, error, isPending, isPlaceholderData, isFetching, refetch } = useProjectAlignment(scope);

  return (
    <main className={styles.page}>
      <header className={styles.header}>
        {/* Jira draws the title above the frame. Inside, only screen readers need it. */}
        <VisuallyHidden>
          <h1>Alignment</h1>
        </VisuallyHidden>
        <p className="subtle">
          {data
            ? `How much of the work of ${data.project.name} serves the strategy`
            : 'How much of the work serves the strategy'}
        </p>
        {data && (
          <AsOf
            className={styles.asOf}
            instant={data.basis.asOf}
            isReading={isFetching}
            onRefresh={() => void client.invalidateQueries()}
          />
        )}
      </header>
      <Controls scope={scope} onChange={setScope} />
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Loading lines={8} label="Loading the project’s alignment" />}
      {data && (
        <div className={styles.content} aria-busy={isPlaceholderData}>
          <SyncBanner sync={data.sync} />
          <div className={styles.cards}>
            {PARTS.map((part) => (
              <MixCard
                key={part}
                part={part}
                figure={data[part]}
                measure={data.basis.measure}
                explanation={explainMix(part, data[part], data.basis, format)}
              />
            ))}
            <AlignmentTrendCard trend={data.trend} className={styles.trend} />
          </div>
          <Tabs id="project-alignment">
            <TabList>
              <Tab>Objectives served</Tab>
              <Tab>
                Unlinked work <Badge max={999}>{data.unlinked.effort + data.unlinked.planned}</Badge>
              </Tab>
              <Tab>Candidates</Tab>
            </TabList>
            <TabPanel>
              <section className={styles.panel} aria-label="Objectives served">
                <ObjectivesTable alignment={data} />
              </section>
            </TabPanel>
            <TabPanel>
              <section className={styles.panel} aria-label="Unlinked work">
                <UnlinkedWork scope={scope} counts={data.unlinked} />
              </section>
            </TabPanel>
            <TabPanel>
              <section className={styles.panel} aria-label="Candidates">
                <CandidateEpics />
              </section>
            </TabPanel>
          </Tabs>
        </div>
      )}
    </main>
  );
}
