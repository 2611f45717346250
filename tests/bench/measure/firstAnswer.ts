import type { Answer, Measure, Portfolio, WindowDays } from '../../../src/contract';
import { syncState } from '../../../src/site/syncState';
import { beginFirstSync, continueFirstSync } from '../../../src/sync/firstSync/firstSync';
import { importStrategy } from '../../strategy/importStrategy';
import { objective } from '../../domain/build';
import { SiteClock } from '../../site/clock';
import { migrated } from '../../site/platform/sql/migrated';
import { createSite, type Site } from '../../site/site';
import { ANSWER_OBJECTIVES, buildAnswerSite } from '../site/answerSite';

const NOW = Date.UTC(2026, 4, 18, 12);
const ADMIN = 'admin';
/** The windows whose figures are to be complete early. */
const EARLY = [30, 90] as const satisfies readonly WindowDays[];
const MEASURES = ['items', 'points'] as const satisfies readonly Measure[];

/** When the first sync of a made site has what the alignment of 30 and 90 days needs. */
export type FirstAnswer = {
  issues: number;
  /** rate points of the first sync until both windows are complete in every project, and until it ends */
  points: number;
  allPoints: number;
  /** figures compared with those at the end: of each project, window and measure */
  compared: number;
  /** of them, those in points of which a counted unit lacks an estimate: their sizes may move until the end */
  mayMove: number;
};

/**
 * Reads a site for the first time, a write at a time, and compares the alignment of every project as it is when the
 * pages say that it is complete with what it is at the end.
 * @throws Error if a figure that is said to be complete is not what the whole sync ends with
 */
export async function measureFirstAnswer(issues: number): Promise<FirstAnswer> {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(NOW), openapi: false });
  try {
    site.jira.addUser({ accountId: ADMIN, displayName: 'The admin', jiraAdmin: true });
    buildAnswerSite(site.jira, issues);
    await site.runInApp(() => importStrategy(ANSWER_OBJECTIVES.map((key) => objective(key, { title: key }))));
    const before = site.jira.rates.points;
    const spent = (): number => site.jira.rates.points - before;
    await site.runInApp(() => beginFirstSync(site.clock.now()));
    let early: { points: number; figures: Figures } | null = null;
    while ((await goOn(site)) !== 'finished') {
      if (early !== null || !(await isEarlyComplete(site))) continue;
      early = { points: spent(), figures: await figuresOf(site) };
    }
    if (early === null) throw new Error('No figure was complete before the sync ended.');
    return { issues, points: early.points, allPoints: spent(), ...compare(early.figures, await figuresOf(site)) };
  } finally {
    await site.close();
  }
}

const goOn = (site: Site): Promise<unknown> => site.runInApp(() => continueFirstSync(() => site.clock.now(), 0));

const isEarlyComplete = async (site: Site): Promise<boolean> => {
  const sync = await site.runInApp(() => syncState(site.clock.now()));
  if (sync.state !== 'running') return false;
  const early = sync.windows.filter(({ days }) => EARLY.some((one) => one === days));
  return early.every(({ projects, complete }) => projects > 0 && complete === projects);
};

/** By project, window and measure: the sizes and alignment of its effort and planned work, and whether some are assumed. */
type Figures = Map<string, { text: string; mayMove: boolean }>;

async function figuresOf(site: Site): Promise<Figures> {
  const figures: Figures = new Map();
  for (const window of EARLY) {
    for (const measure of MEASURES) {
      const viewer = { accountId: ADMIN, moduleKey: 'portfolio', extension: {} };
      const answer = (await site.invoke('portfolio', { window, measure }, viewer)) as Answer<Portfolio>;
      if (!answer.ok) throw new Error(answer.error.message);
      for (const { project, effort, planned } of answer.data.projects) {
        figures.set(`${project?.key} ${window} ${measure}`, {
          text: JSON.stringify(
            [effort, planned].map(({ aligned, run, stale, unlinked }) => ({ aligned, run, stale, unlinked })),
          ),
          mayMove: effort.unestimated + planned.unestimated > 0,
        });
      }
    }
  }
  return figures;
}

function compare(early: Figures, final: Figures): Pick<FirstAnswer, 'compared' | 'mayMove'> {
  let mayMove = 0;
  for (const [what, figure] of final) {
    const said = early.get(what);
    if (figure.mayMove) mayMove += 1;
    else if (said?.text !== figure.text)
      throw new Error(
        `${what} was ${said?.text ?? 'not there'} when it was said to be complete; it ends as ${figure.text}.`,
      );
  }
  return { compared: final.size, mayMove };
}
