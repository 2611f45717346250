import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { parseDay } from '../../src/domain/time/day';
import type { Measure } from '../../src/domain/work/tally';
import { windowEnding } from '../../src/domain/time/window';
import type { AlignmentReport } from '../site/report/alignmentReport';
import { loadExport } from '../site/load/loadExport';
import { reportOf } from '../site/report/reportOf';
import { rewindSite } from '../site/start/rewindSite';
import { eventually, mix, projectPage, projectPath, unlinkedCount } from './surfaces';
import { type World, aWorld } from './world';

const HOUR_MS = 3_600_000;

type Export = { data: string[]; objectives: string };

/** A site as it was in the last hour of a day, as `npm start -- --as-of` makes it. */
const worldOf = (files: Export, day: number): World =>
  aWorld({
    now: (day * 24 + 23) * HOUR_MS,
    data: 'none',
    load: async (site) => {
      await loadExport(site, files);
      rewindSite(site.jira, day);
    },
  });

const count = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** A ratio as the page writes it: with a decimal only where it nearly is nothing or all. */
const written = (ratio: number | null | undefined): string | null =>
  ratio == null
    ? null
    : ratio.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: ratio < 0.1 || ratio > 0.99 ? 1 : 0 });

/** What the page shows of what the report has for a project. */
async function shown(page: FrameLocator, { objectives }: AlignmentReport) {
  const table = page.getByRole('table', { name: 'Objectives this project serves' });
  // Rows are read as they are, without waiting for the page.
  await table.waitFor();
  const rows = (await table.getByRole('row').allInnerTexts()).slice(1);
  return {
    effort: await mix(page, 'Effort'),
    planned: await mix(page, 'Planned'),
    unlinked: await unlinkedCount(page),
    // The last two numbers of a row are the work over all projects.
    objectives: objectives.flatMap(({ key }) => {
      const row = rows.find((text) => text.startsWith(`${key} `));
      return row ? [{ key, work: [...row.matchAll(/[\d,]+ of [\d,]+/g)].at(-1)?.[0] }] : [];
    }),
  };
}

/** Holds the project page against the report: both mixes, the unlinked work, and each objective's work over all projects. */
async function expectReported(page: FrameLocator, key: string, report: AlignmentReport): Promise<void> {
  const reported = report.projects.find((project) => project.key === key);
  const works = new Map(report.objectives.map(({ key, work }) => [key, `${count(work.done)} of ${count(work.total)}`]));
  await eventually(async () => {
    const seen = await shown(page, report);
    for (const part of ['effort', 'planned'] as const) {
      expect(seen[part]).toEqual({ ...reported?.[part], alignment: written(reported?.[part].alignment) });
    }
    expect(seen.unlinked).toBe(report.unlinked.filter((issue) => issue.startsWith(`${key}-`)).length);
    expect(seen.objectives).not.toEqual([]);
    expect(seen.objectives).toEqual(seen.objectives.map(({ key }) => ({ key, work: works.get(key) })));
  });
}

function compare(files: Export, asOf: string, projects: string[]): void {
  const day = parseDay(asOf) ?? NaN;
  const world = worldOf(files, day);
  const reports = async (measure: Measure, days: number) =>
    reportOf({ given: files, window: windowEnding(day, days), measure });

  test.each(projects)('%s', async (project) => {
    const { name } = world.site.jira.project(project);
    const page = projectPage(await world.open(projectPath(project)), name);
    await expectReported(page, project, await reports('items', 90));
    await page.getByRole('radio', { name: '365 days' }).check();
    await expectReported(page, project, await reports('items', 365));
    await page.getByRole('radio', { name: 'Points' }).check();
    await expectReported(page, project, await reports('points', 365));
  });
}

describe('the project page shows the report’s numbers of a small shop’s project', () => {
  const fixture = (name: string): string => join('tests', 'site', 'report', 'fixtures', name);
  compare({ data: [fixture('shop.csv')], objectives: fixture('strategy.csv') }, '2026-02-28', ['WEB', 'POS']);
});

const real = (name: string): string => join(resolve('../shared/data'), name);
const isHere = existsSync(real('titanium-small.csv'));
if (!isHere) console.warn('The real export is not here: its pages are not checked.');

(isHere ? describe : describe.skip)('the project page shows the report’s numbers of a real project', () => {
  const files = { data: [real('titanium-small.csv')], objectives: real('titanium-small-objectives.csv') };
  compare(files, '2021-11-30', ['ALOY']);
});
