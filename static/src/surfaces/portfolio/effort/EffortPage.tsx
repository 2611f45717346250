import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { FUNCTION_KINDS } from '../../../../../src/domain/work/functionMatrix';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import { Switch } from '../../../shared/Switch';
import { FUNCTION_NAME } from '../../../shared/words';
import { AllocationCard } from '../allocation/AllocationCard';
import { useChoice } from '../look';
import { useFunctionMatrix, usePortfolio } from '../usePortfolio';
import { flowOf, type Part } from './flow';
import { FlowPicture } from './FlowPicture';
import { MatrixTable } from './MatrixTable';
import { Silos } from './Silos';
import styles from './effort.module.css';

const PARTS: { value: Part; name: string }[] = [
  { value: 'effort', name: 'Effort' },
  { value: 'planned', name: 'Planned' },
];

const PART_MEANING: Record<Part, string> = {
  effort: 'In progress now, or done within the window',
  planned: 'Still to do',
};

/** Which functions work on which objectives, and whether as planned. */
export default function EffortPage() {
  const format = useFormat();
  const portfolio = usePortfolio();
  const [chosenKind, chooseKind] = useChoice('by');
  const [chosenPart, choosePart] = useChoice('part');
  const by = FUNCTION_KINDS.find((kind) => kind === chosenKind) ?? 'project';
  const part: Part = chosenPart === 'planned' ? 'planned' : 'effort';
  const { data, error, isPending, isPlaceholderData, refetch } = useFunctionMatrix(by);

  const strategy = portfolio.objectives.map(({ objective }) => objective);
  const flow = data && flowOf(data, part, strategy);
  return (
    <Stack space="space.200">
      <Inline space="space.200" rowSpace="space.150" alignBlock="stretch" shouldWrap>
        <Switch
          label="Work"
          options={PARTS}
          value={part}
          onChange={(value) => choosePart(value === 'effort' ? null : value)}
        />
        <Switch
          label="By"
          options={FUNCTION_KINDS.map((kind) => ({ value: kind, name: FUNCTION_NAME[kind] }))}
          value={by}
          onChange={(kind) => chooseKind(kind === 'project' ? null : kind)}
        />
      </Inline>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Loading lines={8} label="Loading where the effort goes" />}
      {data && flow && (
        <div className={styles.content} aria-busy={isPlaceholderData}>
          <Card
            title="From functions to objectives"
            about={`${PART_MEANING[part]}: ${format.size(flow.total, data.basis.measure)}`}
          >
            {flow.total === 0 ? (
              <p className="subtle">{part === 'effort' ? 'No work in this window.' : 'Nothing is planned.'}</p>
            ) : (
              <FlowPicture
                flow={flow}
                measure={data.basis.measure}
                label={`Flow of ${part === 'effort' ? 'effort' : 'planned work'} to the objectives; the table below has all numbers`}
              />
            )}
          </Card>
          <AllocationCard portfolio={portfolio} />
          <Card
            title="Functions by objectives"
            about={`${PART_MEANING[part]}, in ${data.basis.measure === 'items' ? 'work items' : 'points'}; each objective without those below it`}
          >
            <MatrixTable matrix={data} part={part} />
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
