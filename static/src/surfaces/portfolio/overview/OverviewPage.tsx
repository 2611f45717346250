import { Stack } from '@atlaskit/primitives/compiled';
import { AlignmentTrendCard } from '../../../shared/AlignmentTrendCard';
import { Card } from '../../../shared/Card';
import { explainMix } from '../../../shared/explain/explanation';
import { useFormat } from '../../../shared/host';
import { MixCard } from '../../../shared/MixCard';
import { RetagNotes } from '../../../shared/retags/RetagNotes';
import { WORK_KINDS } from '../../../shared/words';
import { AllocationCard } from '../allocation/AllocationCard';
import { coverageOf } from '../explain/coverage';
import { FindingsList } from '../findings/FindingsList';
import { usePortfolio } from '../usePortfolio';
import { FINDINGS } from '../words';
import { FactorsCard } from './FactorsCard';
import { HealthCard } from './HealthCard';
import { IndexCard } from './IndexCard';
import { RunCard } from './RunCard';
import styles from './overview.module.css';

/** The index and its factors, the findings, and where the effort goes. */
export default function OverviewPage() {
  const format = useFormat();
  const portfolio = usePortfolio();
  const { basis } = portfolio;
  const of = { look: { window: basis.window, measure: basis.measure }, filter: null };
  return (
    <Stack space="space.200">
      <div className={styles.top}>
        <IndexCard portfolio={portfolio} />
        <HealthCard portfolio={portfolio} />
        <AlignmentTrendCard trend={portfolio.trend} of={{ ...of, today: basis.to }} className={styles.trend} />
      </div>
      <div className={styles.two}>
        <Stack space="space.200">
          <FactorsCard portfolio={portfolio} />
          <AllocationCard portfolio={portfolio} />
        </Stack>
        <Card title={FINDINGS} about="Most harmful first, by the share of the plan that each holds back">
          <FindingsList portfolio={portfolio} />
        </Card>
      </div>
      <div className={styles.three}>
        {WORK_KINDS.map((kind) => (
          <MixCard
            key={kind}
            kind={kind}
            figure={portfolio[kind]}
            measure={basis.measure}
            of={of}
            explanation={explainMix(kind, portfolio[kind], { basis, of }, format, [coverageOf(basis, format)])}
          >
            {kind === 'effort' && (
              <RetagNotes of={of} retags={portfolio.retags} effort={portfolio.effort} isOfProjects />
            )}
          </MixCard>
        ))}
        <RunCard portfolio={portfolio} />
      </div>
    </Stack>
  );
}
