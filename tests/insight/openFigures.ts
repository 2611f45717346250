import type { Answer, CountedIssues, Covers, Measure, Portfolio, WindowDays } from '../../src/contract';
import type { CountedRows } from '../../src/domain/work/functionMatrix';
import type { CountedWork } from '../../src/domain/work/countedWork';
import { createFormat } from '../../static/src/shared/format';
import type { Site } from '../site/site';

export const answered = <T>(answer: unknown): T => {
  const { ok, ...rest } = answer as Answer<T>;
  if (!ok) throw new Error(JSON.stringify(rest));
  return (answer as { data: T }).data;
};

/**
 * A figure to open. `project`: on the page of this one; `null`: on the portfolio. `row`: of this row of the matrix, or of all but some.
 * `shown`: its size on the page, or the text in which it, or the number of units, is written
 */
export type Figure = {
  project: string | null;
  row?: CountedRows | null;
  asked: { counted: CountedWork; window: WindowDays; measure: Measure };
  shown?: number | string;
};

/** Opens a figure to its last page. */
export const opened = async (site: Site, person: string, { project, row = null, asked }: Figure) => {
  const [pages, ids] = [[] as CountedIssues[], new Set<string>()];
  let cursor: string | null = null;
  do {
    const page: CountedIssues = answered(
      project === null
        ? await site.invoke(
            'countedInPortfolio',
            { ...asked, row, cursor },
            { accountId: person, moduleKey: 'portfolio', extension: {} },
          )
        : await site.invoke(
            'countedInProject',
            { ...asked, filter: {}, cursor },
            { accountId: person, moduleKey: 'project-alignment', extension: { project: { id: project } } },
          ),
    );
    pages.push(page);
    for (const { id } of page.issues) {
      expect(ids.has(id)).toBe(false);
      ids.add(id);
    }
    cursor = page.next;
  } while (cursor !== null);
  const [first] = pages;
  if (!first) throw new Error('There is no page.');
  const size = pages.flatMap(({ issues }) => issues).reduce((sum, one) => sum + one.size, 0);
  return { ids: [...ids], size, total: first.total, totalSize: first.size };
};

/** The ids of all projects with issues. */
export const projectsOf = (site: Site): string[] => [
  ...new Set([...site.jira.issues.all()].map(({ project }) => project.id)),
];

export const browses = (site: Site, accountId: string, project: string): boolean =>
  site.jira.access.may({ kind: 'user', accountId }, 'BROWSE_PROJECTS', site.jira.project(project));

/** Which projects a person's numbers cover. */
export const coversOf = async (site: Site, accountId: string): Promise<Covers> => {
  const context = { accountId, moduleKey: 'portfolio', extension: {} };
  return answered<Portfolio>(await site.invoke('portfolio', { window: 90, measure: 'items' }, context)).basis.covers;
};

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

const format = createFormat('en_US', 'UTC');

/** Whether a page shows this number of units, or their size. Texts that write something else, such as a share, tell nothing. */
const isShown = ({ shown, asked }: Figure, total: number, size: number): boolean => {
  if (shown === undefined) return true;
  if (typeof shown === 'number') return isNear(shown, size);
  if (/ items?$| points?$/.test(shown)) return [format.size(size, asked.measure), format.units(total)].includes(shown);
  return true;
};

/**
 * Whether a figure opens to a list that adds up to it, of projects that the person may browse only. Who sees all totals
 * is told of more than may be listed. Warns where it does not.
 */
export const addsUp = async (
  site: Site,
  { person, covers }: { person: string; covers: Covers },
  figure: Figure,
): Promise<boolean> => {
  const found = await opened(site, person, figure);
  // What is below an epic is listed of the page's project only.
  const isWhole =
    (figure.project !== null && figure.asked.counted.below === undefined) ||
    covers === 'browsable' ||
    projectsOf(site).every((id) => browses(site, person, id));
  const totalSize = found.totalSize ?? found.size;
  const isRight =
    isShown(figure, found.total, totalSize) &&
    (isWhole
      ? found.ids.length === found.total && isNear(found.size, totalSize)
      : found.ids.length <= found.total && (found.totalSize === null || found.size <= totalSize + 1e-6)) &&
    found.ids.every((id) => browses(site, person, site.jira.issue(id).project.id));
  if (!isRight) console.warn(JSON.stringify([person, figure, { ...found, ids: found.ids.length }]));
  return isRight;
};
