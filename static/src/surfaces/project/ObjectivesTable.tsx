import type { ProjectAlignment, ServedObjective, WorkFigure } from '../../../../src/contract';
import { type CsvColumn, ratioCell } from '../../shared/csv/columns';
import { SaveCsv } from '../../shared/csv/SaveCsv';
import { opensObjective } from '../../shared/counted/opened';
import { Explain } from '../../shared/explain/Explain';
import {
  explainEffort,
  type Explanation,
  explainWork,
  inProjects,
  subtreeWorkIn,
} from '../../shared/explain/explanation';
import { useFormat } from '../../shared/host';
import { ObjectiveLozenge } from '../../shared/ObjectiveLozenge';
import { ProgressFigure } from '../../shared/ProgressFigure';
import { EmptyList } from '../../shared/EmptyList';
import type { Look } from './useProject';
import { explainWorkHere, opensHere } from './workHere';
import { WideTable, type WideColumn } from '../../shared/table/WideTable';
import styles from './project.module.css';

const workCsv = (
  head: string,
  workOf: (served: ServedObjective) => WorkFigure | null,
): readonly CsvColumn<ServedObjective>[] => [
  { head: `${head} to do`, value: (served) => workOf(served)?.todo ?? null },
  { head: `${head} doing`, value: (served) => workOf(served)?.doing ?? null },
  { head: `${head} done`, value: (served) => workOf(served)?.done ?? null },
  { head: `${head} progress`, value: (served) => ratioCell(workOf(served)?.progress ?? null) },
];

const SERVED_CSV: readonly CsvColumn<ServedObjective>[] = [
  { head: 'key', value: ({ objective }) => objective.key },
  { head: 'title', value: ({ objective }) => objective.title },
  { head: 'status', value: ({ objective }) => objective.status },
  { head: 'effort here', value: ({ effort }) => effort },
  ...workCsv('here', ({ here }) => here),
  ...workCsv('overall', ({ overall }) => overall),
];

/** The objectives that the project's work serves. */
export function ObjectivesTable({ alignment, look }: { alignment: ProjectAlignment; look: Look }) {
  const format = useFormat();
  const { basis, project } = alignment;
  const { measure, asOf } = basis;

  if (alignment.objectives.length === 0) {
    return (
      <EmptyList title="No objective is served yet">
        <p className="subtle">
          Objectives appear here as soon as work of {project.name} is linked to one. Start with the unlinked work.
        </p>
      </EmptyList>
    );
  }

  const progress = (work: WorkFigure, explanation: Explanation) => (
    <ProgressFigure compact work={work} measure={measure} explanation={explanation} />
  );
  const columns: WideColumn<ServedObjective>[] = [
    {
      head: 'Objective',
      sortBy: ({ objective }) => objective.key,
      cell: ({ objective }) => (
        <span className={styles.wrap}>
          <span className="subtle">{objective.key}</span> {objective.title}
        </span>
      ),
    },
    {
      head: 'Status',
      width: 10,
      sortBy: ({ objective }) => objective.status,
      cell: ({ objective }) => <ObjectiveLozenge status={objective.status} />,
    },
    {
      head: 'Effort here',
      width: 12,
      sortBy: ({ effort }) => effort,
      cell: ({ objective, effort }) => (
        <span className={styles.numeric}>
          <Explain
            explanation={{
              ...explainEffort(`Effort on ${objective.key}`, effort, alignment.effort, basis, format),
              opens: opensHere(look, objective.key, `Effort on ${objective.key}`, 'effort'),
            }}
          >
            {format.size(effort, measure)}
          </Explain>
        </span>
      ),
    },
    {
      head: 'Work here',
      width: 22,
      sortBy: ({ here }) => here.progress ?? -1,
      cell: (one) => progress(one.here, explainWorkHere(one, { alignment, look }, format)),
    },
    {
      head: alignment.covers === 'all' ? 'All projects' : 'Your projects',
      width: 22,
      sortBy: ({ overall }) => overall?.progress ?? -1,
      cell: ({ objective, overall }) =>
        overall ? (
          progress(
            overall,
            explainWork(
              overall,
              {
                title: `${objective.key} in ${inProjects(alignment.covers)}`,
                covers: subtreeWorkIn(alignment.covers),
                measure,
                asOf,
                median: null,
                opens: (title, part, of) =>
                  opensObjective(title, part, objective.key, { window: look.window, measure }, of),
              },
              format,
            ),
          )
        ) : (
          <span className="subtle">You cannot see it</span>
        ),
    },
  ];

  return (
    <>
      <WideTable
        label="Objectives this project serves"
        columns={columns}
        rows={alignment.objectives}
        rowKey={({ objective }) => objective.key}
      />
      <div>
        <SaveCsv name="objectives-served" columns={SERVED_CSV} rows={alignment.objectives} />
      </div>
    </>
  );
}
