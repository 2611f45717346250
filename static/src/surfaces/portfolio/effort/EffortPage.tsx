import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { FUNCTION_KINDS } from '../../../../../src/domain/work/functionMatrix';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import { Switch } from '../../../shared/Switch';
import { FUNCTION_NAME, NO_WORK, WORK_KINDS, WORK_MEANING, WORK_NAME, type WorkKind } from '../../../shared/words';
import { AllocationCard } from '../allocation/AllocationCard';
import { useChoice } from '../../../shared/routing/address';
import { useFunctionMatrix, usePortfolio } from '../usePortfolio';
import { flowOf } from './flow';
import { FlowPicture } from './FlowPicture';
import { MatrixTable } from './MatrixTable';
import { Silos } from './Silos';
import styles from './effort.module.css';

/** Which functions work on which objectives, and whether as planned. */
export default function EffortPage() {
  const format = useFormat();
  const portfolio = usePortfolio();
  const [chosenFunction, chooseFunction] = useChoice('by');
  const [chosenKind, chooseKind] = useChoice('part');
  const by = FUNCTION_KINDS.find((one) => one === chosenFunction) ?? 'project';
  const kind: WorkKind = chosenKind === 'planned' ? 'planned' : 'effort';
  const { data, error, isPending, isPlaceholderData, refetch } = useFunctionMatrix(by);

  const strategy = portfolio.objectives.map(({ objective }) => objective);
  const flow = data && flowOf(data, kind, strategy);
  return (
    <Stack space="space.200">
      <Inline space="space.200" rowSpace="space.150" alignBlock="stretch" shouldWrap>
        <Switch
          label="Work"
          options={WORK_KINDS.map((value) => ({ value, name: WORK_NAME[value] }))}
          value={kind}
          onChange={(value) => chooseKind(value === 'effort' ? null : value)}
        />
        <Switch
          label="By"
          options={FUNCTION_KINDS.map((value) => ({ value, name: FUNCTION_NAME[value] }))}
          value={by}
          onChange={(value) => chooseFunction(value === 'project' ? null : value)}
        />
      </Inline>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Loading lines={8} label="Loading where the effort goes" />}
      {data && flow && (
        <div className={styles.content} aria-busy={isPlaceholderData}>
          <Card
            title="From functions to objectives"
            about={`${WORK_MEANING[kind]}: ${format.size(flow.total, data.basis.measure)}`}
          >
            {flow.total === 0 ? (
              <p className="subtle">{NO_WORK[kind]}</p>
            ) : (
              <FlowPicture
                flow={flow}
                measure={data.basis.measure}
                label={`Flow of ${kind === 'effort' ? 'effort' : 'planned work'} to the objectives; the table below has all numbers`}
              />
            )}
          </Card>
          <AllocationCard portfolio={portfolio} />
          <Card
            title="Functions by objectives"
            about={`${WORK_MEANING[kind]}, in ${data.basis.measure === 'items' ? 'work items' : 'points'}; each objective without those below it`}
          >
            <MatrixTable matrix={data} kind={kind} />
            <Silos matrix={data} />
            {by === 'component' && (
              <p className="small">
                An issue with several components counts with the alphabetically first one, so that the parts add up.
              </p>
            )}
          </Card>
        </div>
      )}
    </Stack>
  );
}
