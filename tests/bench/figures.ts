import type { FirstAnswer } from './measure/firstAnswer';
import { LOOKS, type Page, PAGES } from './measure/pages';
import type { Measured } from './runEngine';

/** The figures that the README quotes. `null`: the sizes that were run do not show it. */
export type Figures = {
  /** p95 of a page at 1,000,000 issues ÷ that at 10,000: of the worst page on the worse engine */
  pageP95Ratio: number | null;
  /** the most SQL statements of a page view, after the viewer's permissions are known */
  statementsPerPage: number | null;
  /** the most rate points of a page view or of the list of unlinked work, after the viewer's permissions are known */
  pointsPerView: number | null;
  /** the most rate points of a viewer's first view */
  pointsPerFirstView: number | null;
  /** rate points of the first sync ÷ issues, at the largest size */
  pointsPerIssue: number | null;
  /** rate points of the first sync until the alignment of 30 and 90 days is complete in every project ÷ all its points */
  firstAnswerShare: number | null;
  /** issues ÷ SQL statements of the first sync, at the largest size */
  issuesPerStatement: number | null;
  /** the largest heap of the functions' process, in MiB */
  peakMemoryMB: number | null;
  /** SQL statements and Jira calls of a drain of 100 changed issues of one project, the most */
  drain100Statements: number | null;
  drain100Calls: number | null;
  /** the whole database on MariaDB ÷ issues, at the largest size */
  bytesPerIssue: number | null;
  /** at 100,000 issues: gathering the whole portfolio by JQL ÷ the middle view of the portfolio page, on the slower engine */
  timesFasterThanGather: number | null;
  /** on TiDB: the most memory of a statement, in MiB, and the longest one, in ms */
  tidbPeakQueryMB: number | null;
  tidbSlowestMs: number | null;
  /** on TiDB: p95 of a page at 1,000,000 issues ÷ that at 10,000, of the worst page, the list of unlinked work included */
  tidbPageP95Ratio: number | null;
  /** on TiDB: issues a second of SQL in the first sync, at the largest size; and that ÷ the value at 10,000 */
  tidbFirstSyncPerSecond: number | null;
  tidbFirstSyncRatio: number | null;
  /**
   * on TiDB: ms in SQL of a drain of one change in the largest project, at the largest size; and that ÷ the value at
   * 10,000
   */
  tidbDrainOneMs: number | null;
  tidbDrainOneRatio: number | null;
  /** on TiDB: seconds in SQL of the turn of the day, at the largest size */
  tidbTurnOfDayS: number | null;
};

const SMALL = 10_000;
const GATHERED = 100_000;
const LARGE = 1_000_000;

/** The worst value of each figure. */
export function figuresOf(measured: readonly Measured[], firstAnswer: FirstAnswer | null): Figures {
  const largest = Math.max(...measured.map(({ issues }) => issues));
  const atLargest = measured.filter(({ issues }) => issues === largest);
  const tidb = measured.filter(({ engine }) => engine === 'tidb');
  const largeTidb = tidb.find(({ issues }) => issues === largest);
  const smallTidb = tidb.find(({ issues }) => issues === SMALL);
  const drainOf = (one: Measured | undefined): number | null => one?.drainOne.drain.sqlMs ?? null;
  const drains = measured.map(({ drain100 }) => drain100.drain);
  return {
    pageP95Ratio: p95Ratio(
      measured.filter(({ engine }) => engine !== 'tidb'),
      PAGES,
    ),
    statementsPerPage: most(measured.flatMap(({ pages }) => PAGES.map((page) => pages[page].statements))),
    pointsPerView: most(measured.flatMap(({ pages }) => LOOKS.map((page) => pages[page].points))),
    pointsPerFirstView: most(measured.flatMap(({ pages }) => LOOKS.map((page) => pages[page].firstPoints))),
    pointsPerIssue: most(atLargest.map(({ firstSync, issues }) => firstSync.points / issues)),
    firstAnswerShare: firstAnswer && firstAnswer.points / firstAnswer.allPoints,
    issuesPerStatement: least(atLargest.map(({ firstSync, issues }) => issues / firstSync.statements)),
    peakMemoryMB: most(measured.map(({ heapMB }) => heapMB)),
    drain100Statements: most(drains.map(({ statements }) => statements)),
    drain100Calls: most(drains.map(({ calls }) => calls)),
    bytesPerIssue: most(atLargest.filter(({ engine }) => engine === 'mariadb').map((one) => one.bytesPerIssue)),
    timesFasterThanGather: least(
      measured.flatMap(({ issues, gather, pages }) =>
        issues === GATHERED && gather ? gather.portfolio.ms / pages.portfolio.p50 : [],
      ),
    ),
    tidbPeakQueryMB: most(tidb.flatMap(({ statementCosts }) => statementCosts?.peak.mb ?? [])),
    tidbSlowestMs: most(tidb.flatMap(({ statementCosts }) => statementCosts?.slowest.ms ?? [])),
    tidbPageP95Ratio: p95Ratio(tidb, LOOKS),
    tidbFirstSyncPerSecond: largeTidb ? issuesPerSqlSecond(largeTidb) : null,
    tidbFirstSyncRatio: ratio(largeTidb && issuesPerSqlSecond(largeTidb), smallTidb && issuesPerSqlSecond(smallTidb)),
    tidbDrainOneMs: drainOf(largeTidb),
    tidbDrainOneRatio: ratio(drainOf(largeTidb), drainOf(smallTidb)),
    tidbTurnOfDayS: largeTidb ? largeTidb.turnOfDay.sqlMs / 1000 : null,
  };
}

/** How much slower pages are at 1,000,000 issues than at 10,000, of the worst page on the worst engine. */
const p95Ratio = (measured: readonly Measured[], pages: readonly Page[]): number | null =>
  most(
    measured
      .filter(({ issues }) => issues === LARGE)
      .flatMap((large) => {
        const small = measured.find(({ issues, engine }) => issues === SMALL && engine === large.engine);
        return small ? pages.map((page) => large.pages[page].p95 / small.pages[page].p95) : [];
      }),
  );

/** The database's speed in the first sync: issues ÷ seconds with a statement under way. */
export const issuesPerSqlSecond = ({ issues, firstSync }: Measured): number => issues / (firstSync.sqlMs / 1000);

const ratio = (large: number | null | undefined, small: number | null | undefined): number | null =>
  large == null || small == null ? null : large / small;

const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));
const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values));
