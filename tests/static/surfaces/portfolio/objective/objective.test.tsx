import { configure, screen, waitFor, within } from '@testing-library/react';
import type { CountedIssues, History, ObjectiveDetail } from '../../../../../src/contract';
import { asked, ok, placePage } from '../../../support/bridge';
import { basis, portfolio, web } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
import { work } from '../../../support/samples';
import { weekOf } from '../../../../../src/domain/time/weeks';
import { asDay } from '../../../../domain/days';

configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(60_000);

// Compiling the page takes longer than a test waits for it.
beforeAll(async () => {
  await import('../../../../../static/src/surfaces/portfolio/PortfolioPage');
  await import('../../../../../static/src/surfaces/portfolio/objective/ObjectivePage');
});

const [objective] = portfolio.objectives;
if (!objective) throw new Error('The samples have no objective.');

const detail: ObjectiveDetail = {
  basis,
  objective: { ...objective, blocked: 0 },
  description: 'Why it matters.',
  above: [],
  children: portfolio.objectives.filter(({ parent }) => parent === 'OBJ-1'),
  childrenTotal: portfolio.objectives.filter(({ parent }) => parent === 'OBJ-1').length,
  flow: Array.from({ length: 14 }, (_, at) => ({
    week: weekOf(asDay('2026-11-23')) - 13 + at,
    added: at === 12 ? 4 : 0,
    done: at,
  })),
  doneBy: [
    { day: asDay('2026-12-07'), share: 0 },
    { day: asDay('2026-12-28'), share: 0.12 },
    { day: asDay('2027-02-01'), share: 0.52 },
    { day: asDay('2027-03-15'), share: 0.87 },
    { day: asDay('2027-04-26'), share: 1 },
  ],
  projects: [
    { project: web, effort: 6, work: work(1, 1, 2) },
    { project: null, effort: 2, work: work(0, 0, 0) },
  ],
  people: [{ accountId: 'hana', units: 3 }],
  peopleTotal: 1,
  checkIns: [],
  checkInsLeft: 0,
  mayEdit: false,
  mayCheckIn: true,
};

const none: CountedIssues = { issues: [], estimates: [], total: 0, size: 0, next: null, field: null };

const history: History = {
  history: [
    {
      objective: objective.objective,
      at: '2026-11-03T10:00:00Z',
      author: null,
      kind: 'changed',
      changes: [{ field: 'target', from: asDay('2026-12-31'), to: asDay('2027-03-31') }],
    },
  ],
  left: 0,
  next: null,
};

const open = (more: Parameters<typeof placePage>[2] = {}, address = '/objectives/OBJ-1') => {
  placePage(
    'portfolio',
    {},
    {
      portfolio: () => ok({ ...portfolio, mayEdit: false }),
      objectiveDetail: () => ok(detail),
      objectiveHistory: () => ok(history),
      checkIn: (draft) => ok({ ...draft, id: 1, author: 'ada', at: '2026-11-23T10:00:00Z' }),
      ...more,
    },
    address,
  );
  return openPage();
};

const saved = () => asked.find(({ call }) => call === 'checkIn')?.payload;

describe('the page of an objective', () => {
  it('shows how it stands, where its work is and what was changed', async () => {
    open();
    expect(await screen.findByRole('heading', { name: /OBJ-1 Win market share/ })).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'How it stands' })).getByText('50%')).toBeVisible();
    expect(screen.getByText('Projects you may not browse, together')).toBeVisible();
    await screen.findByText(/^Target date:/);
    expect(screen.getByRole('region', { name: 'History' })).toHaveTextContent(
      'Former userchangedTarget date: 31 Dec 2026 → 31 Mar 2027',
    );
    expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  });

  it('opens a bar of the flow to what was added or done in its week', async () => {
    const user = open({ countedInPortfolio: () => ok(none) });
    const flow = within(await screen.findByRole('region', { name: 'Flow' }));
    expect(flow.getAllByRole('button')).toHaveLength(14);
    await user.click(flow.getByRole('button', { name: /^4 items, Added to OBJ-1, 16 Nov 2026 to 22 Nov 2026/ }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('0 work items');
    const week = weekOf(asDay('2026-11-16'));
    expect(asked.at(-1)).toEqual({
      call: 'countedInPortfolio',
      payload: expect.objectContaining({
        counted: {
          part: 'added',
          standing: null,
          objective: { key: 'OBJ-1', below: true },
          weeks: { first: week, last: week },
        },
      }) as object,
    });
  });

  it('opens what a person does for it to the issues, in items', async () => {
    const user = open({ countedInPortfolio: () => ok(none) });
    const people = within(await screen.findByRole('region', { name: 'People' }));
    await user.click(people.getByRole('button', { name: /^3 work items, Effort on OBJ-1 of one person/ }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('0 work items');
    expect(asked.at(-1)?.payload).toMatchObject({
      measure: 'items',
      counted: { part: 'effort', standing: null, objective: { key: 'OBJ-1', below: true }, assignee: 'hana' },
    });
  });

  it('opens the newest point of its scope to what it is made of, by keyboard', async () => {
    const user = open({ countedInPortfolio: () => ok(none) });
    const scope = within(await screen.findByRole('region', { name: 'Scope and progress' }));
    scope.getByRole('slider').focus();
    await user.keyboard('{End}{Enter}');
    await user.click(scope.getByRole('button', { name: /, Done of OBJ-1 on 23 Nov 2026: show the issues/ }));
    expect(await screen.findByRole('dialog', { name: /^Done of OBJ-1 on 23 Nov 2026/ })).toBeVisible();
  });

  it('shows older check-ins on demand, and says how many there are', async () => {
    const said = (id: number, note: string) => ({
      ...{ id, objective: 'OBJ-1', day: asDay('2026-11-01') - id, at: '2026-11-01T10:00:00Z', author: null },
      ...{ note, health: null, decision: null, values: [] },
    });
    const user = open({
      objectiveDetail: () => ok({ ...detail, checkIns: [said(2, 'Newer')], checkInsLeft: 1 }),
      olderCheckIns: () => ok({ checkIns: [said(1, 'Older')], checkInsLeft: 0 }),
    });
    await screen.findByText(/Newer/);
    expect(screen.queryByText(/: Older|^Older|“Older/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show older check-ins (1)' }));
    expect(await screen.findByText(/: Older|^Older|“Older/)).toBeVisible();
    expect(screen.getByText(/Newer/)).toBeVisible();
    expect(asked.find(({ call }) => call === 'olderCheckIns')?.payload).toEqual({
      key: 'OBJ-1',
      before: { day: asDay('2026-11-01') - 2, id: 2 },
    });
    await waitFor(() => expect(screen.queryByRole('button', { name: /Show older/ })).not.toBeInTheDocument());
  });

  it('sends a check-in with what was said, and nothing else', async () => {
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Check in' }));
    const form = within(await screen.findByRole('dialog'));
    await user.type(form.getByRole('textbox', { name: /Market share/ }), '12.6');
    await user.type(form.getByRole('textbox', { name: 'Note' }), 'Two more regions.');
    await user.click(form.getByRole('button', { name: 'Check in' }));
    await waitFor(() =>
      expect(saved()).toEqual({
        objective: 'OBJ-1',
        day: asDay('2026-11-23'),
        note: 'Two more regions.',
        health: null,
        decision: null,
        values: [{ keyResult: 1, value: 12.6 }],
      }),
    );
  });

  it('says at the field what is wrong: by itself, and as the app says it', async () => {
    const user = open({
      checkIn: () => ({
        ok: false,
        error: { code: 'invalid', message: 'That key result is gone.', reference: 'r', field: 'values.0.value' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Check in' }));
    const form = within(await screen.findByRole('dialog'));
    await user.click(form.getByRole('button', { name: 'Check in' }));
    expect(await form.findByText(/^Say something/)).toBeVisible();
    const value = form.getByRole('textbox', { name: /Market share/ });
    await user.type(value, 'much');
    await user.click(form.getByRole('button', { name: 'Check in' }));
    expect(await form.findByText('Enter a number, such as 12.5.')).toBeVisible();
    expect(saved()).toBeUndefined();
    await user.clear(value);
    await user.type(value, '13');
    await user.click(form.getByRole('button', { name: 'Check in' }));
    expect(await form.findByText('That key result is gone.')).toBeVisible();
    expect(value).toHaveValue('13');
  });

  it('opens the form where a list of check-ins due leads to it', async () => {
    open({}, '/objectives/OBJ-1?check-in=new');
    const form = within(await screen.findByRole('dialog', { name: 'Check in on OBJ-1' }));
    await waitFor(() => expect(form.getAllByRole('textbox')[0]).toHaveFocus());
  });

  it('says that there is no such objective', async () => {
    open({
      objectiveDetail: () => ({ ok: false, error: { code: 'notFound', message: 'No OBJ-9.', reference: 'r' } }),
    });
    expect(await screen.findByText('No OBJ-9.')).toBeVisible();
  });
});
