import { LOOKS, PAGES } from './measure/pages';
import type { Measured } from './runEngine';

/** What the README promises. `null` where the sizes that were run do not tell. */
export type Figures = {
  /** p95 of a page at 1,000,000 issues ÷ that at 10,000: of the worst page on the worse engine */
  pageP95Ratio: number | null;
  /** the most SQL statements of any view of a page */
  statementsPerPage: number | null;
  /** the most rate points of any view of a page or of the list of unlinked work, once Jira has said what its viewer may do */
  pointsPerView: number | null;
  /** the same of a viewer's first view */
  pointsPerFirstView: number | null;
  /** rate points of the first sync ÷ issues, at the largest size */
  pointsPerIssue: number | null;
  /** issues ÷ SQL statements of the first sync, at the largest size */
  issuesPerStatement: number | null;
  /** the most heap that the functions' process used, in MiB */
  peakMemoryMB: number | null;
  /** SQL statements and Jira calls of a drain of 100 changed issues of one project, the most */
  drain100Statements: number | null;
  drain100Calls: number | null;
  /** the whole database on MariaDB ÷ issues, at the largest size */
  bytesPerIssue: number | null;
  /** at 100,000 issues: gathering the whole portfolio by JQL ÷ the middle view of the portfolio page, on the slower engine */
  timesFasterThanGather: number | null;
};

const SMALL = 10_000;
const GATHERED = 100_000;
const LARGE = 1_000_000;

/** Of each figure the worst. */
export function figuresOf(measured: readonly Measured[]): Figures {
  const largest = Math.max(...measured.map(({ issues }) => issues));
  const atLargest = measured.filter(({ issues }) => issues === largest);
  const drains = measured.map(({ drain100 }) => drain100.drain);
  return {
    pageP95Ratio: most(
      measured
        .filter(({ issues }) => issues === LARGE)
        .flatMap((large) => {
          const small = measured.find(({ issues, engine }) => issues === SMALL && engine === large.engine);
          return small ? PAGES.map((page) => large.pages[page].p95 / small.pages[page].p95) : [];
        }),
    ),
    statementsPerPage: most(measured.flatMap(({ pages }) => PAGES.map((page) => pages[page].statements))),
    pointsPerView: most(measured.flatMap(({ pages }) => LOOKS.map((page) => pages[page].points))),
    pointsPerFirstView: most(measured.flatMap(({ pages }) => LOOKS.map((page) => pages[page].firstPoints))),
    pointsPerIssue: most(atLargest.map(({ firstSync, issues }) => firstSync.points / issues)),
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
  };
}

const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));
const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values));
