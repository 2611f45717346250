import type { AlignmentReport } from '../../../src/insight/alignmentReport';

const BAR = 24;
const LIST = 10;

const percent = (ratio: number | null): string =>
  ratio === null ? '  – ' : `${Math.round(ratio * 100)} %`.padStart(5);
const size = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);

const bar = (ratio: number | null): string => {
  if (ratio === null) return ' '.repeat(BAR);
  const full = Math.round(ratio * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
};

type Mix = AlignmentReport['portfolio']['effort'];
const mixLine = ({ alignment, aligned, stale, unlinked, run }: Mix): string =>
  `${percent(alignment)}  ${bar(alignment)}  ${size(aligned)} aligned, ${size(stale)} stale, ${size(unlinked)} unlinked; ${size(run)} run the business`;

const depthOf = (key: string, objectives: AlignmentReport['objectives']): number => {
  const seen = new Set<string>();
  let parent = objectives.find((objective) => objective.key === key)?.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const above: string = parent;
    parent = objectives.find((objective) => objective.key === above)?.parent ?? null;
  }
  return seen.size;
};

/** The report as a page of text. */
export const printReport = ({
  asOf,
  from,
  measure,
  objectives,
  projects,
  portfolio,
  unlinked,
}: AlignmentReport): string => {
  const widest = Math.max(0, ...projects.map(({ key }) => key.length));
  return [
    'Execution alignment',
    `${from} to ${asOf}, measured in ${measure === 'items' ? 'work items' : 'story points'}`,
    '',
    'Portfolio',
    `  Effort   ${mixLine(portfolio.effort)}`,
    `  Planned  ${mixLine(portfolio.planned)}`,
    `  Allocation fit ${percent(portfolio.allocationFit)}   how close the aligned effort is to the planned shares`,
    `  Buy-in         ${percent(portfolio.buyIn)}   of the people with work in the window have aligned work`,
    '',
    ...(objectives.length === 0
      ? ['No objectives were given: name a strategy file with --objectives.']
      : ['Objectives (work done of all that serves them or an objective below them)']),
    ...objectives.map(({ key, title, status, work }) => {
      const counts = `${size(work.done)} done, ${size(work.doing)} doing, ${size(work.todo)} to do, ${work.dropped} dropped`;
      const name = `${'  '.repeat(depthOf(key, objectives))}${key} ${title}${status === 'active' ? '' : ` (${status})`}`;
      return `  ${percent(work.progress)}  ${bar(work.progress)}  ${name}: ${work.total === 0 ? 'no work yet' : counts}`;
    }),
    '',
    'Projects',
    ...projects.flatMap(({ key, effort, planned }) => [
      `  ${key.padEnd(widest)}  effort   ${mixLine(effort)}`,
      `  ${' '.repeat(widest)}  planned  ${mixLine(planned)}`,
    ]),
    '',
    `Unlinked work: ${unlinked.length} ${unlinked.length === 1 ? 'item serves' : 'items serve'} no objective${unlinked.length === 0 ? '' : `: ${unlinked.slice(0, LIST).join(', ')}${unlinked.length > LIST ? ', …' : ''}`}`,
    '',
  ].join('\n');
};
