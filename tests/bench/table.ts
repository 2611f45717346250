import type { PageCosts } from './measure/pages';
import type { Asked } from './meter';
import { issuesPerSqlSecond } from './figures';
import type { Measured } from './runEngine';

type Cell = number | string | null;
type Line = [label: string, unit: string, read: (one: Measured) => Cell];

const asked = (label: string, read: (one: Measured) => Asked | null): Line[] => [
  [label, 'ms', (one) => read(one)?.ms ?? null],
  ['', 'statements', (one) => read(one)?.statements ?? null],
];

const gathered = (label: string, read: (one: Measured) => Asked | undefined): Line[] => [
  [label, 'ms', (one) => read(one)?.ms ?? null],
  ['', 'Jira calls', (one) => read(one)?.calls ?? null],
  ['', 'kB from Jira', (one) => kilo(read(one)?.jiraBytes)],
];

const page = (label: string, name: keyof PageCosts): Line[] => [
  [label, 'ms, p50', ({ pages }) => pages[name]?.p50 ?? null],
  ['', 'ms, p95', ({ pages }) => pages[name]?.p95 ?? null],
  ['', 'ms in SQL', ({ pages }) => pages[name]?.sqlMs ?? null],
  ['', 'statements', ({ pages }) => pages[name]?.statements ?? null],
  ['', 'Jira calls', ({ pages }) => pages[name]?.calls ?? null],
  ['', 'rate points', ({ pages }) => pages[name]?.points ?? null],
  ['', 'rate points, first view', ({ pages }) => pages[name]?.firstPoints ?? null],
  ['', 'rows read', ({ pages }) => pages[name]?.rowsRead ?? null],
  ['', 'rows answered', ({ pages }) => pages[name]?.rows ?? null],
  ['', 'kB from SQL', ({ pages }) => kilo(pages[name]?.sqlBytes)],
  ['', 'kB to the page', ({ pages }) => kilo(pages[name]?.pageBytes)],
  ['', 'slowest statement, ms', ({ pages }) => pages[name]?.slowest.ms ?? null],
];

const kilo = (bytes: number | undefined): number | null => (bytes === undefined ? null : bytes / 1000);

const LINES: Line[] = [
  ['First sync', 'issues a second', ({ firstSync }) => firstSync.issuesPerSecond],
  ['', 'issues a second in SQL', (one) => issuesPerSqlSecond(one)],
  ['', 'Jira calls', ({ firstSync }) => firstSync.calls],
  ['', 'rate points', ({ firstSync }) => firstSync.points],
  ['', 'statements', ({ firstSync }) => firstSync.statements],
  ['', 'heap, MiB', ({ firstSync }) => firstSync.heapMB],
  ['', 'resident, MiB', ({ firstSync }) => firstSync.residentMB],
  ['', 'largest statement, kB', ({ firstSync }) => kilo(firstSync.largestStatement)],
  ['', 'largest answer, kB', ({ firstSync }) => kilo(firstSync.largestAnswer)],
  ['', 'slowest statement, ms', ({ firstSync }) => firstSync.slowest.ms],
  ['All statements', 'most memory, MiB', ({ statementCosts }) => statementCosts?.peak.mb ?? null],
  ['', 'slowest, ms', ({ statementCosts }) => statementCosts?.slowest.ms ?? null],
  ['Database', 'bytes an issue', ({ bytesPerIssue }) => bytesPerIssue],
  ...page('Panel of an issue', 'panel'),
  ...page('Project page', 'projectPage'),
  ...page('Its list of unlinked work', 'unlinkedWork'),
  ...page('Portfolio page', 'portfolio'),
  ...page('Where its effort goes', 'functionMatrix'),
  ...page('Where to start', 'triage'),
  ...page('A page of undecided work of a project', 'undecidedInProject'),
  ...page('… of all projects', 'undecidedInPortfolio'),
  ...page('What suggestions are made from', 'pastLinks'),
  ...page('Review', 'review'),
  ...page('Portfolio, a month ago', 'pastPortfolio'),
  ['The project that changes', 'issues', ({ referenceProject }) => referenceProject],
  ...asked('Drain of 100 changes in it', ({ drain100 }) => drain100.drain),
  ['', 'Jira calls', ({ drain100 }) => drain100.drain.calls],
  ['', 'statements, its events', ({ drain100 }) => drain100.events.statements],
  ['The largest project', 'issues', ({ largestProject }) => largestProject],
  ...asked('Drain of one change in it', ({ drainOne }) => drainOne.drain),
  ['', 'ms in SQL', ({ drainOne }) => drainOne.drain.sqlMs],
  ['Moving an epic of', 'descendants', ({ epicDescendants }) => epicDescendants],
  ...asked('', ({ moveEpic }) => moveEpic.drain),
  ...asked('Turn of the day', ({ turnOfDay }) => turnOfDay),
  ['', 'ms in SQL', ({ turnOfDay }) => turnOfDay.sqlMs],
  ['', 'ms in SQL at a time', ({ turnOfDay }) => turnOfDay.mostAtATimeMs],
  ['', 'slowest statement, ms', ({ turnOfDay }) => turnOfDay.slowest.ms],
  ['Instead: gather a project of', 'issues', ({ typicalProject, gather }) => gather && typicalProject],
  ...gathered('', ({ gather }) => gather?.project),
  ...gathered('Instead: gather the portfolio', ({ gather }) => gather?.portfolio),
];

/** The measurements as aligned lines, a column for each size and engine. */
export function tableText(measured: readonly Measured[]): string {
  const rows = [
    ['', '', ...measured.map(({ issues, engine }) => `${grouped(issues)} ${engine}`)],
    ...LINES.map(([label, unit, read]) => [label, unit, ...measured.map((one) => shown(read(one)))]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** A missing figure is never shown as 0. */
function shown(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return Math.abs(cell) >= 100 || Number.isInteger(cell) ? grouped(Math.round(cell)) : cell.toFixed(1);
}

const grouped = (value: number): string => value.toLocaleString('en-US');
