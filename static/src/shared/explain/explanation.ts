import type { Basis, Covers, Measure, MixFigure, Range, Standing, WorkFigure } from '../../../../src/contract';
import type { CountedPart, CountedStanding, CountedWork } from '../../../../src/domain/work/countedWork';
import { countedIn, type Listed, type Opened } from '../counted/opened';
import type { Format } from '../format';
import { RUN_MEANING, STANDING_MEANING, STANDING_NAME, WORK_NAME, type WorkKind } from '../words';

/** A number in a table, which may open to the issues behind it. */
export type Entry = string | { text: string; opens: Opened };

/** A remark, which may begin with a number that opens to the issues behind it. */
export type Note = string | { number: string; opens: Opened; text: string };

/** Inputs in rows, named by their first cell. */
export type ExplanationTable = { title: string; head: string[]; rows: Entry[][]; total?: Entry[] };

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
  leftOut?: Note[];
  assumed?: Note[];
  /** the issues behind the number itself */
  opens?: Opened;
};

/** What differs between explanations of a kind. */
export type Told = Pick<Explanation, 'formula' | 'inputs'> & Partial<Explanation>;

const are = (count: number) => (count === 1 ? 'is' : 'are');

/** A remark that begins with a number of units. `opens`: the issues behind it, where the page may list them */
const noteOf = (count: number, opens: Opened | undefined, text: string, format: Format): Note =>
  opens ? { number: format.units(count), opens, text } : `${format.units(count)} ${text}`;

/** A number in a table, which opens if there are units behind it and the page may list them. */
export const entryOf = (text: string, size: number, opens: Opened | null): Entry =>
  size > 0 && opens ? { text, opens } : text;

type Sized = { unestimated: number; median: number | null; range: Range; opens: Opened | undefined };

function assumptions({ unestimated, median, range, opens }: Sized, format: Format): Note[] {
  if (unestimated === 0) return [];
  const size = median === null ? 'the median of its project' : `the project’s median, ${format.size(median, 'points')}`;
  return [
    noteOf(unestimated, opens, `without an estimate ${are(unestimated)} each sized as ${size}.`, format),
    ...(range
      ? [
          `With all of them at their project’s 10th or 90th percentile, the value would lie between ${format.percent(range.low)} and ${format.percent(range.high)}.`,
        ]
      : []),
  ];
}

const dropped = (count: number, opens: Opened | undefined, format: Format): Note[] =>
  count > 0 ? [noteOf(count, opens, 'closed without being done (dropped): in no total.', format)] : [];

/** What figures cover, and what was assumed. No `median`: each project has its own. */
export type WorkBasis = Omit<Basis, 'median'> & { median?: number | null };

/** Notes on work that effort or planned work of a page does not count. */
export const leftOutOf = (kind: WorkKind, basis: WorkBasis, { look, filter }: Listed, format: Format): Note[] => [
  ...dropped(basis.dropped, { title: 'Dropped work', counted: countedIn('dropped'), look, filter }, format),
  ...(kind === 'effort' && basis.undated > 0
    ? [
        noteOf(
          basis.undated,
          { title: 'Work done on an unknown day', counted: countedIn('undated'), look, filter },
          'done on an unknown day: in progress figures, not in effort.',
          format,
        ),
      ]
    : []),
  ...(basis.unknownParents > 0
    ? [
        noteOf(
          basis.unknownParents,
          { title: 'Work with an unknown parent', counted: countedIn('unknownParents'), look, filter },
          'with a parent the app does not know: nothing is inherited from it. Epics that are broken down are among them.',
          format,
        ),
      ]
    : []),
];

export const ALIGNMENT_FORMULA = 'aligned ÷ (aligned + stale objective + no objective)';

/** The issues of a part of effort or planned work: of a standing, or all of it. */
export const mixOpens = (
  kind: WorkKind,
  { whose, ...of }: Listed,
  standing: CountedStanding | null = null,
  isUnestimated = false,
): Opened => ({
  title: [
    whose === undefined ? WORK_NAME[kind] : `${WORK_NAME[kind]} of ${whose}`,
    ...(standing === null ? [] : [standing === 'strategic' ? 'strategic' : STANDING_NAME[standing].toLowerCase()]),
    ...(isUnestimated ? ['without an estimate'] : []),
  ].join(', '),
  counted: countedIn(kind, { standing, isUnestimated }),
  ...of,
});

/**
 * Explains the alignment of effort or planned work.
 * @param of where its issues are
 * @param covers the projects, if that is not obvious
 */
export function explainMix(
  kind: WorkKind,
  figure: MixFigure,
  { basis, of }: { basis: WorkBasis; of: Listed },
  format: Format,
  covers: string[] = [],
): Explanation {
  const isEffort = kind === 'effort';
  const opens = (standing: Standing) => (figure[standing] > 0 ? { opens: mixOpens(kind, of, standing) } : {});
  const input = (standing: 'aligned' | 'stale' | 'unlinked') => ({
    name: STANDING_NAME[standing],
    value: format.size(figure[standing], basis.measure),
    meaning: STANDING_MEANING[standing],
    ...opens(standing),
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
            {
              number: format.size(figure.run, basis.measure),
              opens: mixOpens(kind, of, 'run'),
              text: `run the business, ${format.percent(figure.runShare)} of everything. ${RUN_MEANING}.`,
            },
          ]
        : []),
      ...leftOutOf(kind, basis, of, format),
    ],
    assumed: assumptions(
      {
        unestimated: figure.unestimated,
        median: basis.median ?? null,
        range: figure.alignmentRange,
        opens: mixOpens(kind, of, null, true),
      },
      format,
    ),
    ...opens('aligned'),
  };
}

export const WORK_FORMULA = 'done ÷ (to do + in progress + done)';

/** Work to explain. `opens`: the issues behind a part of it; without it, they are not the page's to list */
type ExplainedWork = {
  title: string;
  covers: string;
  measure: Measure;
  asOf: string;
  median: number | null;
  opens?: (title: string, part: CountedPart, of?: Pick<CountedWork, 'isUnestimated'>) => Opened;
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
    formula: WORK_FORMULA,
    inputs: [
      input('To do', work.todo, 'planned'),
      input('In progress', work.doing, 'doing'),
      input('Done', work.done, 'done'),
    ],
    covers: [about.covers, `Figures as of ${format.time(about.asOf)}.`],
    leftOut: dropped(work.dropped, opens?.(`${title}, dropped`, 'dropped'), format),
    assumed: assumptions(
      {
        unestimated: work.unestimated,
        median: about.median,
        range: work.progressRange,
        opens: opens?.(`${title}, without an estimate`, 'all', { isUnestimated: true }),
      },
      format,
    ),
    ...(opens && work.total > 0 && { opens: opens(title, 'all') }),
  };
}
