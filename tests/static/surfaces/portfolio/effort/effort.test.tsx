import { screen, waitFor, within } from '@testing-library/react';
import type { CountedIssues } from '../../../../../src/contract';
import type { CountedWork } from '../../../../../src/domain/work/countedWork';
import type { PartId } from '../../../../../src/domain/work/functionMatrix';
import { flowOf } from '../../../../../static/src/surfaces/portfolio/effort/flow';
import { layOutFlow } from '../../../../../static/src/surfaces/portfolio/effort/layOutFlow';
import { matrixOf } from '../../../../../static/src/surfaces/portfolio/effort/matrix';
import { addresses, asked, ok } from '../../../support/bridge';
import { functionMatrix } from '../../../support/matrixSamples';
import { objectives } from '../../../support/objectiveSamples';
import { openPortfolio } from '../../../support/portfolioPage';
import { allocations } from '../../../support/portfolioSamples';
import { mix } from '../../../support/samples';

jest.setTimeout(30_000);

const none: CountedIssues = { issues: [], estimates: [], total: 0, size: 0, next: null, field: null };
const strategy = objectives.map(({ objective }) => objective);
const SEEN = new Set(strategy.map(({ key }) => key));
const sizes = (parts: { size: number }[]) => parts.reduce((sum, { size }) => sum + size, 0);

describe('the flow from functions to objectives', () => {
  it.each([
    ['effort', 122],
    ['planned', 78],
  ] as const)('carries all %s, once', (part, total) => {
    const flow = flowOf(functionMatrix, part, strategy);
    expect(flow.total).toBe(total);
    expect(sizes(flow.sources)).toBe(total);
    expect(sizes(flow.sinks)).toBe(total);
    expect(sizes(flow.streams)).toBe(total);
  });

  it('gathers what is below each top-level objective, as the allocation does', () => {
    const { sinks } = flowOf(functionMatrix, 'effort', strategy);
    for (const { objective, actual } of allocations) {
      const sink = sinks.find(({ id }) => id === (objective ?? 'outside'));
      expect(sink?.size).toBeCloseTo(60 * actual);
    }
  });

  it('tells open work on a closed objective from what was done for it', () => {
    const { streams } = flowOf(functionMatrix, 'effort', strategy);
    expect(streams).toContainEqual({ source: '1', sink: 'stale', size: 2 });
    expect(streams).toContainEqual({ source: 'hidden', sink: 'outside', size: 3 });
    expect(streams).not.toContainEqual(expect.objectContaining({ source: '1', sink: 'outside' }));
  });

  it('counts what was done for an achieved objective for the active one above it, and what is left of it as stale', () => {
    const closed = functionMatrix.objectives.map((one) =>
      one.key === 'OBJ-8' ? { ...one, status: 'achieved' as const } : one,
    );
    const functions = functionMatrix.functions.slice(0, 1).map((row) => ({
      ...row,
      effort: mix(25, 8, 7, 6),
      cells: row.cells.map((cell) =>
        cell.objective === 'OBJ-8' ? { ...cell, effort: { aligned: 9, stale: 5 } } : cell,
      ),
    }));
    const { streams } = flowOf({ ...functionMatrix, functions, objectives: closed }, 'effort', strategy);
    expect(streams).toEqual([
      { source: '1', sink: 'OBJ-1', size: 8 + 9 + 8 },
      { source: '1', sink: 'run', size: 8 },
      { source: '1', sink: 'stale', size: 5 + 2 },
      { source: '1', sink: 'unlinked', size: 6 },
    ]);
  });

  it('names by its key what was stated since the strategy was read', () => {
    const { sinks } = flowOf(functionMatrix, 'effort', strategy.slice(1));
    expect(sinks.find(({ id }) => id === 'OBJ-1')).toMatchObject({ name: 'OBJ-1', objective: null, size: 42 });
  });

  it('draws the smallest of many functions together', () => {
    const [first] = functionMatrix.functions;
    if (!first) throw new Error('no function');
    const functions = Array.from({ length: 30 }, (_, at) => ({ ...first, id: `f${at}`, name: `Team ${at}` }));
    const flow = flowOf({ ...functionMatrix, functions }, 'effort', strategy);
    expect(flow.sources).toHaveLength(12);
    expect(flow.sources.at(-1)).toMatchObject({ name: '19 others', size: 19 * 46 });
    expect(sizes(flow.sinks)).toBe(30 * 46);
  });

  it('keeps the order of its ends, one below the other', () => {
    const flow = flowOf(functionMatrix, 'effort', strategy);
    const { blocks, height } = layOutFlow(flow, 600);
    const ends = blocks.filter(({ id }) => id.startsWith('sink ')).map(({ y }) => y);
    expect(ends).toHaveLength(flow.sinks.length);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(Math.max(...blocks.map((block) => block.y + block.height))).toBeLessThanOrEqual(height);
  });

  it('leaves room for two lines beside each end, however little flows there', () => {
    const functions = functionMatrix.functions.map((row, at) =>
      at === 0 ? row : { ...row, effort: mix(0, 0, 0, 0.1), cells: [] },
    );
    const { blocks } = layOutFlow(flowOf({ ...functionMatrix, functions }, 'effort', strategy), 600);
    const middles = blocks.filter(({ id }) => id.startsWith('source ')).map((block) => block.y + block.height / 2);
    for (const [at, middle] of middles.slice(1).entries()) expect(middle - (middles[at] ?? 0)).toBeGreaterThan(36);
  });
});

describe('the matrix of functions and objectives', () => {
  it.each(['effort', 'planned'] as const)('adds up to the whole of %s', (part) => {
    const matrix = matrixOf(functionMatrix, part, SEEN);
    const columns = matrix.columns.map(({ sum }) => sum);
    expect(sizes(columns) + matrix.run + matrix.unlinked).toBe(matrix.sum);
    expect(columns.reduce((sum, { stale }) => sum + stale, 0)).toBe(matrix.stale);
    for (const { cells, run, unlinked, sum } of matrix.rows) expect(sizes(cells) + run + unlinked).toBe(sum);
  });

  it('tells of each cell how much of it is stale', () => {
    const { columns, rows, stale } = matrixOf(functionMatrix, 'planned', SEEN);
    expect(columns.at(-1)).toMatchObject({ objective: { key: 'OBJ-14' }, sum: { size: 3, stale: 3 } });
    expect(rows.slice(0, 3).map(({ cells }) => cells.at(-1)?.stale)).toEqual([1, 2, 0]);
    expect(stale).toBe(3);
  });

  it('marks the function that alone works on what several plan', () => {
    const { columns, rows } = matrixOf(functionMatrix, 'effort', SEEN);
    expect(columns.filter(({ isSilo }) => isSilo).map(({ objective }) => objective.key)).toEqual(['OBJ-3']);
    const alone = rows.filter(({ cells }) => cells.some(({ isAlone }) => isAlone));
    expect(alone.map(({ row }) => row.name)).toEqual(['Stores']);
  });
});

describe('where the effort goes', () => {
  it('shows the streams, the plan beside what happened, and the matrix', async () => {
    openPortfolio({}, '/effort');
    const flow = within(await screen.findByRole('group', { name: /^Flow of effort/ }));
    expect(flow.getByText(/, 34%/)).toHaveTextContent(/^42 items, 34%$/);
    const table = within(screen.getByRole('table'));
    expect(table.getByRole('row', { name: /^Stores/ })).toHaveTextContent('Stores––13only here4–862257%');
    expect(table.getByRole('row', { name: /^Sum/ })).toHaveTextContent('Sum1122931274 stale32261224 stale');
    expect(table.getByRole('row', { name: /^Web shop/ })).toHaveTextContent('2 stale');
    expect(
      screen.getByText(
        /^Stale: open work on an objective that is not active, or any work on a key that the strategy lacks/,
      ),
    ).toBeVisible();
    expect(table.getByRole('columnheader', { name: /OBJ-3/ })).toHaveTextContent('Silo');
    expect(screen.getByText(/is planned in several projects, but only/)).toHaveTextContent('only Stores works on it.');
    const plan = within(screen.getByRole('region', { name: 'Planned against actual' }));
    expect(plan.getByText('20 percentage points less')).toBeVisible();
  });

  it('opens every number of the matrix and of the flow to its issues', async () => {
    const user = openPortfolio({}, '/effort', { countedInPortfolio: () => ok(none) });
    const show = async (within: { getByRole: typeof screen.getByRole }, name: RegExp) => {
      await user.click(within.getByRole('button', { name }));
      await screen.findByRole('dialog');
      await waitFor(() => expect(asked.at(-1)?.call).toBe('countedInPortfolio'));
      await user.click(screen.getByRole('button', { name: 'Close' }));
      return asked.at(-1)?.payload as { counted: CountedWork; row: PartId | null };
    };
    const table = within(await screen.findByRole('table'));
    const onOne = { part: 'effort', standing: null, objective: { key: 'OBJ-8', below: false }, weeks: null };
    expect(await show(table, /^14, Effort of Web shop on OBJ-8: show the issues/)).toMatchObject({
      counted: onOne,
      row: { by: 'project', id: '1' },
    });
    expect(await show(table, /^22, Effort on OBJ-8: show the issues/)).toMatchObject({ counted: onOne, row: null });
    expect(await show(table, /^2 stale, Effort of Web shop on OBJ-14, stale objective/)).toMatchObject({
      counted: { ...onOne, standing: 'stale', objective: { key: 'OBJ-14', below: false } },
    });
    const flow = within(screen.getByRole('group', { name: /^Flow of effort/ }));
    expect(await show(flow, /^42 items, Effort on OBJ-1 and below, aligned/)).toMatchObject({
      counted: { part: 'effort', standing: 'aligned', objective: { key: 'OBJ-1', below: true } },
      row: null,
    });
  });

  it('lists no work of a draft that is not for the viewer', () => {
    const objectives = functionMatrix.objectives.map((one) => ({ ...one, status: 'draft' as const }));
    const { columns } = matrixOf({ ...functionMatrix, objectives }, 'effort', new Set(['OBJ-8']));
    expect(columns.filter(({ isListed }) => isListed).map(({ objective }) => objective.key)).toEqual(['OBJ-8']);
  });

  it('calls shares as planned that are written alike', async () => {
    openPortfolio({ allocations: [{ objective: 'OBJ-1', planned: 0.6, actual: 0.6004 }] }, '/effort');
    const plan = within(await screen.findByRole('region', { name: 'Planned against actual' }));
    expect(plan.getByText('as planned')).toBeVisible();
  });

  it('opens the allocation fit to its shares', async () => {
    const user = openPortfolio({}, '/effort');
    await user.click(await screen.findByRole('button', { name: /^Allocation fit: 80%/ }));
    const text = await screen.findByRole('dialog', { name: 'Allocation fit' });
    expect(text).toHaveTextContent('Σ |planned share − actual share|40%');
    expect(within(text).getByRole('row', { name: /^OBJ-3/ })).toHaveTextContent('25%5%20%');
  });

  it('cuts the organisation otherwise, and shows what is planned, by an address that can be shared', async () => {
    const user = openPortfolio({}, '/effort');
    await user.click(await screen.findByRole('radio', { name: 'Component' }));
    await user.click(screen.getByRole('radio', { name: 'Planned' }));
    await waitFor(() => expect(addresses.at(-1)).toBe('/effort?by=component&part=planned'));
    expect(await screen.findByText(/counts with the alphabetically first one/)).toBeVisible();
    expect(asked.filter(({ call }) => call === 'functionMatrix').at(-1)?.payload).toMatchObject({ by: 'component' });
    expect(await screen.findByText('Still to do: 78 items')).toBeVisible();
    expect(screen.getByRole('row', { name: /^Stores/ })).toHaveTextContent('6works alone');
  });

  it('says that there is no work', async () => {
    openPortfolio({ allocations: [], allocationFit: null, effort: mix(0, 0, 0, 0) }, '/effort', {
      functionMatrix: () => ok({ ...functionMatrix, functions: [], objectives: [], silos: [] }),
    });
    expect(await screen.findAllByText('No work in this window.')).toHaveLength(2);
    expect(screen.getByText(/No aligned effort in this window yet/)).toBeVisible();
    expect(screen.getByRole('button', { name: /^Allocation fit: not measurable yet/ })).toHaveTextContent('–');
  });

  it('says what failed, and leaves the rest of the page', async () => {
    openPortfolio({}, '/effort', {
      functionMatrix: () => ({ ok: false, error: { code: 'internal', message: 'It broke.', reference: 'r' } }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('It broke.');
    expect(screen.getByRole('navigation', { name: 'Views of the strategy' })).toBeVisible();
  });
});
