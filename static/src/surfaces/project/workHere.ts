import type { ProjectAlignment, ServedObjective } from '../../../../src/contract';
import type { CountedPart, CountedWork } from '../../../../src/domain/work/countedWork';
import { countedIn, type Opened } from '../../shared/counted/opened';
import { type Explanation, explainWork } from '../../shared/explain/explanation';
import type { Format } from '../../shared/format';
import type { Look } from './useProject';

/** The issues of the page's project that serve an objective itself. */
export const opensHere = (
  { window, measure, filter }: Look,
  key: string,
  title: string,
  part: CountedPart,
  of: Partial<CountedWork> = {},
): Opened => ({
  title,
  counted: countedIn(part, { ...of, objective: { key, below: false } }),
  look: { window, measure },
  filter,
});

/** Explains the work of the page's project on an objective itself. */
export const explainWorkHere = (
  { objective: { key }, here }: ServedObjective,
  { alignment: { project, basis }, look }: { alignment: ProjectAlignment; look: Look },
  format: Format,
): Explanation =>
  explainWork(
    here,
    {
      title: `${key} in ${project.name}`,
      covers: `Work items of ${project.name} that serve this objective itself.`,
      measure: basis.measure,
      asOf: basis.asOf,
      median: basis.median,
      opens: (title, part, of) => opensHere(look, key, title, part, of),
    },
    format,
  );
