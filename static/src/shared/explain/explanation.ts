import type { Basis, Covers, Measure, MixFigure, Range, WorkFigure } from '../../../../src/contract';
import type { CountedPart } from '../../../../src/domain/work/countedWork';
import type { Opened } from '../counted/opened';
import type { Format } from '../format';
import { RUN_MEANING, STANDING_MEANING, STANDING_NAME, type WorkKind } from '../words';

/** Inputs in rows, named by their first cell. */
export type ExplanationTable = { title: string; head: string[]; rows: string[][]; total?: string[] };

/** Everything needed to recompute a number and to judge it. */
export type Explanation = {
  title: string;
  value: string;
  formula: string;
  /** `opens`: the issues behind an input */
  inputs: { name: string; value: string; meaning?: string; opens?: Opened }[];
  /** inputs too many for a line each */
  tables?: ExplanationTable[];
  /** why there is no value yet, and what would give one */
  missing?: string;
  /** what it covers: which work, in which window, as of when */
  covers: string[];
  leftOut?: string[];
  assumed?: string[];
  /** the issues behind the number itself */
  opens?: Opened;
};

/** What differs between explanations of a kind. */
export type Told = Pick<Explanation, 'formula' | 'inputs'> & Partial<Explanation>;

const are = (count: number) => (count === 1 ? 'is' : 'are');

function assumptions(unestimated: number, median: number | null, range: Range, format: Format): string[] {
  if (unestimated === 0) return [];
  const size = median === null ? 'the median of its project' : `the project’s median, ${format.size(median, 'points')}`;
  return [
    `${format.units(unestimated)} without an estimate ${are(unestimated)} each sized as ${size}.`,
    ...(range
      ? [
          `With all of them at their project’s 10th or 90th percentile, the value would lie between ${format.percent(range.low)} and ${format.percent(range.high)}.`,
        ]
      : []),
  ];
}

const dropped = (count: number, format: Format) =>
  count > 0 ? [`${format.units(count)} closed without being done (dropped): in no total.`] : [];

/** What figures cover, and what was assumed. No `median`: each project has its own. */
type WorkBasis = Omit<Basis, 'median'> & { median?: number | null };

/** Notes on work that effort or planned work does not count. */
export const leftOutOf = (kind: WorkKind, basis: WorkBasis, format: Format): string[] => [
  ...dropped(basis.dropped, format),
  ...(kind === 'effort' && basis.undated > 0
    ? [`${format.units(basis.undated)} done on an unknown day: in progress figures, not in effort.`]
    : []),
  ...(basis.unknownParents > 0
    ? [`${format.units(basis.unknownParents)} with a parent the app does not know: nothing is inherited from it.`]
    : []),
];

export const ALIGNMENT_FORMULA = 'aligned ÷ (aligned + stale objective + no objective)';

/** Explains the alignment of effort or planned work. `covers`: the projects, if that is not obvious */
export function explainMix(
  kind: WorkKind,
  figure: MixFigure,
  basis: WorkBasis,
  format: Format,
  covers: string[] = [],
): Explanation {
  const isEffort = kind === 'effort';
  const input = (standing: 'aligned' | 'stale' | 'unlinked') => ({
    name: STANDING_NAME[standing],
    value: format.size(figure[standing], basis.measure),
    meaning: STANDING_MEANING[standing],
  });
  return {
    title: isEffort ? 'Alignment of effort' : 'Alignment of planned work',
    value: figure.alignment === null ? 'No value: there is no such work' : format.percent(figure.alignment),
    formula: ALIGNMENT_FORMULA,
    inputs: [input('aligned'), input('stale'), input('unlinked')],
    covers: [
      ...covers,
      isEffort
        ? `${format.units(figure.units)} in progress now, or done from ${format.day(basis.from)} to ${format.day(basis.to)}.`
        : `${format.units(figure.units)} still to do on ${format.day(basis.to)}.`,
      `Figures as of ${format.time(basis.asOf)}.`,
    ],
    leftOut: [
      ...(figure.run > 0
        ? [
            `Run the business: ${format.size(figure.run, basis.measure)}, ${format.percent(figure.runShare)} of everything. ${RUN_MEANING}.`,
          ]
        : []),
      ...leftOutOf(kind, basis, format),
    ],
    assumed: assumptions(figure.unestimated, basis.median ?? null, figure.alignmentRange, format),
  };
}

/** Work to explain. `opens`: the issues behind a part of it; without it, they are not the page's to list */
type ExplainedWork = {
  title: string;
  covers: string;
  measure: Measure;
  asOf: string;
  median: number | null;
  opens?: (title: string, part: CountedPart) => Opened;
};

/** Explains a project's effort on an objective. */
export function explainEffort(
  title: string,
  effort: number,
  all: MixFigure,
  basis: Basis,
  format: Format,
): Explanation {
  const whole = all.aligned + all.run + all.stale + all.unlinked;
  return {
    title,
    value: format.size(effort, basis.measure),
    formula: 'in progress now + done within the window',
    inputs: [
      { name: 'All effort of the project', value: format.size(whole, basis.measure) },
      { name: 'Share of it', value: format.percent(whole > 0 ? effort / whole : null) },
    ],
    covers: [
      `Work items that serve this objective itself, from ${format.day(basis.from)} to ${format.day(basis.to)}.`,
      `Figures as of ${format.time(basis.asOf)}.`,
    ],
  };
}

/** Which work the progress of an objective covers. */
export const SUBTREE_WORK = 'All work items that serve this objective or one below it.';

/** In which projects that work is. */
export const inProjects = (covers: Covers): string =>
  covers === 'all' ? 'all projects' : 'the projects that you may browse';

/** Likewise, with the projects. */
export const subtreeWorkIn = (covers: Covers): string =>
  `All work items that serve this objective or one below it, in ${inProjects(covers)}.`;

/** Explains the work progress of an objective. */
export function explainWork(work: WorkFigure, about: ExplainedWork, format: Format): Explanation {
  const { title, opens } = about;
  const input = (name: string, value: number, part: CountedPart) => ({
    name,
    value: format.size(value, about.measure),
    ...(opens && value > 0 && { opens: opens(`${title}, ${name.toLowerCase()}`, part) }),
  });
  return {
    title,
    value: work.progress === null ? 'No value: there is no work yet' : format.percent(work.progress),
    formula: 'done ÷ (to do + in progress + done)',
    inputs: [
      input('To do', work.todo, 'planned'),
      input('In progress', work.doing, 'doing'),
      input('Done', work.done, 'done'),
    ],
    covers: [about.covers, `Figures as of ${format.time(about.asOf)}.`],
    leftOut: dropped(work.dropped, format),
    assumed: assumptions(work.unestimated, about.median, work.progressRange, format),
    ...(opens && work.total > 0 && { opens: opens(title, 'all') }),
  };
}
