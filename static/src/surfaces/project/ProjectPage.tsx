import Badge from '@atlaskit/badge';
import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useQueryClient } from '@tanstack/react-query';
import type { ProjectAlignment } from '../../../../src/contract';
import { AlignmentTrendCard } from '../../shared/AlignmentTrendCard';
import { AsOf } from '../../shared/AsOf';
import { ErrorState } from '../../shared/ErrorState';
import { explainMix } from '../../shared/explain/explanation';
import { projectOf, useHost } from '../../shared/host';
import { Loading } from '../../shared/Loading';
import { MixCard } from '../../shared/MixCard';
import { RetagNotes } from '../../shared/retags/RetagNotes';
import { useAddress, useChoice } from '../../shared/routing/address';
import { JiraRouter } from '../../shared/routing/JiraRouter';
import { RulesPanel } from '../../shared/rules/RulesPanel';
import { WORK_KINDS } from '../../shared/words';
import { SyncBanner } from '../../shared/SyncBanner';
import { UnlinkedEpics } from './unlinkedEpics/UnlinkedEpics';
import { Controls } from './Controls';
import { ObjectivesTable } from './ObjectivesTable';
import { PastProjectPanel } from './PastProjectPanel';
import { UnlinkedWork } from './unlinked/UnlinkedWork';
import { useProjectAlignment } from './useProject';
import { useProjectLook } from './useProjectLook';
import { HiddenTitle } from '../../shared/HiddenTitle';
import page from '../../shared/page.module.css';
import styles from './project.module.css';

/** How much of a project's work serves the strategy, which objectives, and which work serves none. */
export default function ProjectPage() {
  const { context } = useHost();
  const project = projectOf(context);
  return (
    <JiraRouter place={{ moduleKey: context.moduleKey, ...(project && { projectKey: project.key }) }}>
      <Alignment />
    </JiraRouter>
  );
}

/** The tabs, by their names in the address. The first is shown without a name. */
const TABS = ['objectives', 'unlinked', 'epics', 'rules'] as const;

function Alignment() {
  const { context, format } = useHost();
  const client = useQueryClient();
  const [look, setLook] = useProjectLook();
  const [tab, setTab] = useChoice('tab');
  const [, put] = useAddress();
  const { data, error, isPending, isPlaceholderData, isFetching, refetch } = useProjectAlignment(look);

  const of = ({ basis }: ProjectAlignment) => ({
    look: { window: look.window, measure: basis.measure },
    filter: look.filter,
  });
  return (
    <main className={`${page.page} ${styles.page}`}>
      <header className={styles.header}>
        <HiddenTitle>Alignment</HiddenTitle>
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
      <Controls look={look} onChange={setLook} />
      <div>
        <Button spacing="compact" onClick={() => put({ tab: 'unlinked', group: 'everything', mine: '1' })}>
          My work that serves nothing
        </Button>
      </div>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Loading lines={8} label="Loading the project’s alignment" />}
      {data && (
        <div className={page.content} aria-busy={isPlaceholderData}>
          <SyncBanner sync={data.sync} alignment={[data.effort, data.planned]} />
          <div className={styles.cards}>
            {WORK_KINDS.map((kind) => (
              <MixCard
                key={kind}
                kind={kind}
                figure={data[kind]}
                measure={data.basis.measure}
                of={of(data)}
                explanation={explainMix(kind, data[kind], { basis: data.basis, of: of(data) }, format)}
              >
                {kind === 'effort' && <RetagNotes of={of(data)} retags={data.retags} effort={data.effort} />}
              </MixCard>
            ))}
            <AlignmentTrendCard
              trend={data.trend}
              of={{ ...of(data), today: data.basis.to }}
              className={styles.trend}
            />
          </div>
          <PastProjectPanel look={look} alignment={data} />
          <Tabs
            id="project-alignment"
            selected={Math.max(
              0,
              TABS.findIndex((name) => name === tab),
            )}
            onChange={(index) => setTab(index === 0 ? null : (TABS[index] ?? null))}
          >
            <TabList>
              <Tab>Objectives served</Tab>
              <Tab>
                Unlinked work <Badge max={999}>{data.unlinked.effort + data.unlinked.planned}</Badge>
              </Tab>
              <Tab>Unlinked epics</Tab>
              <Tab>Rules</Tab>
            </TabList>
            <TabPanel>
              <section className={styles.panel} aria-label="Objectives served">
                <ObjectivesTable alignment={data} look={look} />
              </section>
            </TabPanel>
            <TabPanel>
              <section className={styles.panel} aria-label="Unlinked work">
                <UnlinkedWork look={look} counts={data.unlinked} />
              </section>
            </TabPanel>
            <TabPanel>
              <section className={styles.panel} aria-label="Unlinked epics">
                <UnlinkedEpics />
              </section>
            </TabPanel>
            <TabPanel>
              <section className={styles.panel} aria-label="Rules">
                <RulesPanel projectId={projectOf(context)?.id ?? null} />
              </section>
            </TabPanel>
          </Tabs>
        </div>
      )}
    </main>
  );
}
