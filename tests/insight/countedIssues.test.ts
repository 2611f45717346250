import fc from 'fast-check';
import type { FunctionMatrix, Portfolio } from '../../src/contract';
import { DAY_MS } from '../../src/domain/time/milliseconds';
import { firstDayOf, lastDayOf, weekOf } from '../../src/domain/time/weeks';
import {
  COUNTED_PARTS,
  COUNTED_STANDINGS,
  countedProblem,
  type CountedWork,
  isWeekly,
  OUTSIDE,
} from '../../src/domain/work/countedWork';
import { type CountedRows, FUNCTION_KINDS } from '../../src/domain/work/functionMatrix';
import type { AskedRetags } from '../../src/domain/work/retags';
import { MEASURES } from '../../src/domain/work/tally';
import { WINDOW_DAYS } from '../../src/domain/time/window';
import { HAS_REAL_EXPORT } from '../site/load/realExport';
import type { Site } from '../site/site';
import { addsUp, answered, browses, coversOf, projectsOf } from './openFigures';
import { demoSite, exportSite, retagSome } from './sites';

/** Figures that are opened on each site. */
const FIGURES = 600;

/** Anything that a number may count, of these objectives, with weeks around the last one. */
const anyCounted = (
  objectives: readonly string[],
  people: readonly string[],
  thisWeek: number,
): fc.Arbitrary<CountedWork> => {
  const one = fc.record({ key: fc.constantFrom(...objectives), below: fc.boolean() });
  const objective = fc.option(fc.oneof({ weight: 4, arbitrary: one }, fc.constant(OUTSIDE)), { freq: 2 });
  const standing = fc.option(fc.constantFrom(...COUNTED_STANDINGS), { freq: 2 });
  const weeks = fc
    .record({ last: fc.integer({ min: thisWeek - 30, max: thisWeek }), back: fc.option(fc.nat({ max: 12 })) })
    .map(({ last, back }) => ({ first: back === null ? null : last - back, last }));
  const none = fc.constant(null);
  return fc.oneof(
    fc
      .record({
        part: fc.constantFrom(...COUNTED_PARTS.filter((part) => !isWeekly(part))),
        standing,
        objective,
        weeks: none,
        isUnestimated: fc.constantFrom(false, false, false, true),
      })
      .filter((counted) => countedProblem(counted) === null),
    fc.record({
      part: fc.constant('effort' as const),
      standing: none,
      objective: one,
      weeks: none,
      assignee: fc.constantFrom(...people),
    }),
    fc.record({ part: fc.constant('effort' as const), standing, objective, weeks: none, retags: anyRetags(thisWeek) }),
    fc.record({ part: fc.constant('added' as const), standing: none, objective, weeks }),
    fc.record({ part: fc.constant('finished' as const), standing, objective, weeks }),
  );
};

/** Late ones, or those of some days. */
const anyRetags = (thisWeek: number): fc.Arbitrary<AskedRetags> =>
  fc.oneof(
    fc.constant('late' as const),
    fc
      .record({
        to: fc.integer({ min: firstDayOf(thisWeek) - 30, max: lastDayOf(thisWeek) }),
        back: fc.nat({ max: 30 }),
      })
      .map(({ to, back }) => ({ from: to - back, to })),
  );

/** Opens random figures as several people. Returns how many differ from the list behind them. */
const openMany = async (site: Site, people: readonly string[], objectives: readonly string[]): Promise<number> => {
  const viewers = await Promise.all(people.map(async (person) => ({ person, covers: await coversOf(site, person) })));
  const asked = fc.record({
    viewer: fc.constantFrom(...viewers),
    project: fc.constantFrom(null, null, null, ...projectsOf(site)),
    row: fc.option(fc.constantFrom(...(await rowsOf(site, people[0] ?? ''))), { freq: 2 }),
    asked: fc.record({
      counted: anyCounted(objectives, assigneesOf(site), weekOf(Math.floor(site.clock.now() / DAY_MS))),
      window: fc.constantFrom(...WINDOW_DAYS),
      measure: fc.constantFrom(...MEASURES),
    }),
  });
  let differences = 0;
  for (const one of fc.sample(asked, { numRuns: FIGURES, seed: 15 })) {
    const { viewer, project, asked, row } = one;
    if (project !== null && !browses(site, viewer.person, project)) continue;
    const { assignee } = asked.counted;
    // What a person does is counted over projects only.
    const place =
      assignee === undefined ? { project, row: mayHaveRow(asked.counted, row) ? row : null } : { project: null };
    if (!(await addsUp(site, viewer, { ...place, asked }))) differences += 1;
  }
  return differences;
};

/** Who is assigned anything. */
const assigneesOf = (site: Site): string[] => [
  ...new Set([...site.jira.issues.all()].flatMap(({ assignee }) => assignee?.accountId ?? [])),
];

/** Weeks are counted of all rows together, retags of all or of one project. */
const mayHaveRow = ({ weeks, retags }: CountedWork, row: CountedRows | null): boolean =>
  weeks === null && (retags === undefined || (row !== null && row.by === 'project' && 'id' in row));

/** The rows of every matrix that a person sees, and all but some of them. */
const rowsOf = async (site: Site, person: string): Promise<CountedRows[]> => {
  const rows: CountedRows[] = [];
  for (const by of FUNCTION_KINDS) {
    const asked = { window: 90, measure: 'items', by };
    const context = { accountId: person, moduleKey: 'portfolio', extension: {} };
    const { functions } = answered<FunctionMatrix>(await site.invoke('functionMatrix', asked, context));
    const ids = functions.map(({ id }) => id);
    rows.push(...ids.map((id) => ({ by, id })), { by, without: ids.slice(0, Math.ceil(ids.length / 2)) });
  }
  return rows;
};

const keysOf = async (site: Site, person: string): Promise<string[]> => {
  const look = { window: 90, measure: 'items' };
  const context = { accountId: person, moduleKey: 'portfolio', extension: {} };
  const { objectives } = answered<Portfolio>(await site.invoke('portfolio', look, context));
  return objectives.filter(({ objective }) => objective.status !== 'draft').map(({ objective }) => objective.key);
};

test(`${FIGURES} figures of the demo open to lists that add up to them, for three people`, async () => {
  const { site, admin, people } = await demoSite();
  await retagSome(site, admin);
  expect(await openMany(site, people, await keysOf(site, admin))).toBe(0);
  await site.close();
}, 120_000);

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: its figures are not opened.');

(HAS_REAL_EXPORT ? test : test.skip)(
  `and ${FIGURES} of a real export`,
  async () => {
    const { site, admin, people } = await exportSite();
    expect(await openMany(site, people, await keysOf(site, admin))).toBe(0);
    await site.close();
  },
  240_000,
);
