import type { Measure } from '../../../src/domain/work/tally';
import { type ExportFacts, missingParents, typeLines } from '../load/exportFacts';
import type { Assumptions } from './assumptions';
import { finePercent } from './percent';
import type { ReadAs } from './readAs';

/** How an export was read: its types and notes, and what its issues count as. */
export type HowRead = { facts: ExportFacts; readAs: ReadAs };

const number = (count: number): string => count.toLocaleString('en');
const counted = (count: number, one: string): string => `${number(count)} ${one}${count === 1 ? '' : 's'}`;
const percent = (ratio: number | null): string => (ratio === null ? 'no value' : finePercent(ratio));

/** What the issues of an export were read as: the types with their levels, then what counts. */
export const readingLines = ({ facts, readAs: { units, objectives, servedBy } }: HowRead): string[] => {
  const all = units.todo + units.doing + units.done + units.dropped;
  const read = [...facts.types.values()].reduce((sum, { issues }) => sum + issues, 0);
  return [
    ...typeLines(facts),
    `${counted(read, 'issue')} read, of which ${counted(all, 'unit')}: ${number(units.todo)} to do, ` +
      `${number(units.doing)} doing, ${number(units.done)} done, ${number(units.dropped)} dropped`,
    ...(objectives === 0
      ? []
      : [
          `${counted(objectives, 'issue')} ${objectives === 1 ? 'is an objective' : 'are objectives'}. Units that serve one, ` +
            `stated or an issue: ${number(servedBy.tag)} by a tag, ${number(servedBy.hierarchy)} by the hierarchy, ${number(servedBy.link)} by a link`,
        ]),
  ];
};

/** The app tells it beside the alignment; see `domain/work/retags.ts`. */
const NO_HISTORY =
  'An export does not tell when work was linked: what was linked after it was done counts like the rest';

/** What a report left out and assumed, and how far that could move its figures: a line each. */
export const assumptionLines = (
  { unestimated, low, high, undated, leftOut }: Assumptions,
  measure: Measure,
  effortAlignment: number | null,
  howRead: HowRead,
): string[] => {
  const sized =
    howRead.readAs.estimated === 0
      ? `Every size is assumed: nothing is estimated, so each unit in effort or planned counts 1 point: ${counted(unestimated, 'unit')}`
      : `Sized by the median of the project, for want of an estimate: ${counted(unestimated, 'unit')} in effort or planned. ` +
        `Alignment of effort is ${percent(effortAlignment)}; with the 10th percentile ${percent(low)}, with the 90th ${percent(high)}`;
  return [
    ...countingLines(howRead, leftOut),
    ...(measure === 'points' && unestimated > 0 ? [sized] : []),
    ...(undated > 0
      ? [`Done without a day, in progress figures but never in effort: ${counted(undated, 'unit')}`]
      : []),
    ...howRead.facts.notes,
    NO_HISTORY,
  ];
};

/** What a replay of the past left out and assumed: a line each. */
export const replayLines = (howRead: HowRead, leftOut: number): string[] => [
  ...countingLines(howRead, leftOut),
  ...howRead.facts.notes,
  'An export does not tell when work was linked or moved: the tags and parents of today count for all of the past',
];

/** What issues are no units of their own, and which inherit nothing. `leftOut`: issues created after the last day */
const countingLines = ({ facts, readAs: { units, subtasks, brokenDown } }: HowRead, leftOut: number): string[] => {
  const missing = missingParents(facts);
  const lines: [boolean, string][] = [
    [units.dropped > 0, `Dropped (closed without being done), in no total: ${counted(units.dropped, 'unit')}`],
    [subtasks > 0, `Sub-tasks, part of their parents: ${counted(subtasks, 'issue')}`],
    [
      brokenDown > 0,
      `Epics and above that are broken down, so that the work below counts: ${counted(brokenDown, 'issue')}`,
    ],
    [leftOut > 0, `Created after the last day, left out: ${counted(leftOut, 'issue')}`],
    [
      missing !== null,
      `${missing?.missing} of ${missing?.of} parents are missing from the export: what is below them inherits nothing`,
    ],
  ];
  return lines.filter(([applies]) => applies).map(([, line]) => line);
};
