import type { AlignmentReport } from './alignmentReport';
import { percent as written } from './percent';
import { assumptionLines, type HowRead, readingLines } from './printAssumptions';

const BAR = 24;
const LIST = 10;

const percent = (ratio: number | null): string => (ratio === null ? '– ' : written(ratio)).padStart(6);
const size = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);

const bar = (ratio: number | null): string => {
  if (ratio === null) return ' '.repeat(BAR);
  const full = Math.round(ratio * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
};

type Mix = AlignmentReport['portfolio']['effort'];
const mixLine = ({ alignment, aligned, stale, unlinked, run }: Mix): string =>
  `${percent(alignment)}  ${bar(alignment)}  ${size(aligned)} aligned, ${size(stale)} stale, ${size(unlinked)} unlinked; ${size(run)} run the business`;

type Portfolio = AlignmentReport['portfolio'];
type Factor = keyof Portfolio['factors'];

/** What each factor means, and what would give it a value. */
const FACTORS: Record<Factor, { name: string; says: string; wants: string }> = {
  clarity: {
    name: 'Clarity',
    says: 'of owner, description, key result and dates are stated for the active objectives',
    wants: 'an active objective',
  },
  communication: {
    name: 'Communication',
    says: 'how far the work knows the strategy, and how many objectives were told of lately',
    wants: 'effort in the window, or an active objective',
  },
  resources: {
    name: 'Resources',
    says: 'alignment of effort × allocation fit',
    wants: 'effort in the window that does not run the business',
  },
  monitoring: {
    name: 'Monitoring',
    says: 'of the key results were measured lately',
    wants: 'an active objective',
  },
  adaptability: {
    name: 'Adaptability',
    says: 'of the signals were answered in time',
    wants: 'a signal: an objective that turned at risk, or open work that turned stale, on a day the app watched',
  },
  buyIn: {
    name: 'Buy-in',
    says: 'of the people with work in the window have aligned work',
    wants: 'five people with work in the window',
  },
};

const indexLines = ({ index, factors }: Portfolio): string[] => {
  const widest = Math.max(...Object.values(FACTORS).map(({ name }) => name.length));
  return [
    index === null
      ? 'Execution alignment index: not measurable yet. It wants buy-in and one more factor.'
      : `Execution alignment index: ${index.toFixed(1)} of 100`,
    ...(Object.keys(FACTORS) as Factor[]).map((factor) => {
      const { name, says, wants } = FACTORS[factor];
      const value = factors[factor];
      const text = value === null ? `not measurable yet: it wants ${wants}` : says;
      return `  ${name.padEnd(widest)}  ${percent(value)}  ${bar(value)}  ${text}`;
    }),
    '  Index = 100 × buy-in × the mean of log2(1 + factor) over the other factors that have a value.',
  ];
};

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
export const printReport = (
  { asOf, from, measure, objectives, projects, portfolio, unlinked, assumptions }: AlignmentReport,
  howRead: HowRead,
): string => {
  const widest = Math.max(0, ...projects.map(({ key }) => key.length));
  return [
    'Execution alignment',
    `${from} to ${asOf}, measured in ${measure === 'items' ? 'work items' : 'story points'}`,
    '',
    'Portfolio',
    `  Effort   ${mixLine(portfolio.effort)}`,
    `  Planned  ${mixLine(portfolio.planned)}`,
    `  Allocation fit ${percent(portfolio.allocationFit)}   how close the aligned effort is to the planned shares`,
    '',
    ...indexLines(portfolio),
    '',
    ...(objectives.length === 0
      ? ['No objectives were given: name a strategy file with --objectives, or types of issues with --objective-types.']
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
    'How the export was read',
    ...readingLines(howRead).map((line) => `  ${line}`),
    '',
    'What was assumed and left out',
    ...assumptionLines(assumptions, measure, portfolio.effort.alignment, howRead).map((line) => `  ${line}`),
    '',
  ].join('\n');
};
