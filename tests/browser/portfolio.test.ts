import { readFileSync } from 'node:fs';
import type { FrameLocator, Locator } from 'playwright-core';
import { demoPeople } from '../site/demo/people';
import { eventually, portfolioPage, portfolioPath, projectPage, projectPath } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

const open = async (as: Parameters<typeof world.open>[1], path = ''): Promise<FrameLocator> =>
  portfolioPage(await world.open(portfolioPath(path), as));

describe('a reader', () => {
  const reader = { as: 'viewer' } as const;

  test('sees the index, opens a factor to what it is made of, and a finding to its evidence', async () => {
    const page = await open(reader);
    await page.getByRole('heading', { name: 'Execution alignment index' }).waitFor();
    await page.getByText('Clarity', { exact: true }).click();
    await page.getByText('OBJ-9').first().waitFor();
    await page.getByText('Evidence').first().click();
    await page.getByText('Strategic drift').first().waitFor();
    // The reader may not browse one of the projects.
    await page
      .getByText(/may not browse|you may browse/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Edit strategy' }).count()).toBe(0);
  });

  test('walks the tree of objectives with the keyboard, and opens one', async () => {
    const page = await open(reader, '/objectives');
    const grid = page.getByRole('treegrid', { name: 'Objectives' });
    const row = (key: string) => grid.getByRole('row', { name: new RegExp(`${key} `) });
    await row('OBJ-1').waitFor();
    expect(await grid.getByText('OBJ-12', { exact: true }).count()).toBe(0);
    await row('OBJ-1').focus();
    await row('OBJ-1').press('ArrowLeft');
    await row('OBJ-2').waitFor({ state: 'detached' });
    await row('OBJ-1').press('ArrowRight');
    await row('OBJ-2').waitFor();
    await row('OBJ-1').press('Enter');
    await page.getByRole('heading', { name: 'Win market share through superior service' }).waitFor();
    await page.getByRole('heading', { name: 'When it will be done' }).waitFor();
    expect(await page.getByRole('button', { name: 'Check in' }).count()).toBe(0);
  });

  test.each([
    ['/effort', 'Functions by objectives'],
    ['/scorecard', 'Customer'],
    ['/review', 'Decisions due'],
  ])('looks at %s', async (path, heading) => {
    const page = await open(reader, path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  });
});

describe('an owner', () => {
  test('checks in on what they own, and sees it in the list and in the key result', async () => {
    const page = await open({ as: 'tillEngineer' }, '/objectives/OBJ-4');
    await page.getByRole('button', { name: 'Check in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Check in on OBJ-4' });
    await dialog.getByRole('textbox', { name: /minutes/ }).fill('2.9');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('The new tills are faster.');
    await dialog.getByRole('button', { name: 'Check in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('The new tills are faster.').waitFor();
    await page.getByText('2.9 minutes').first().waitFor();
  });

  test('may not check in on what somebody else owns', async () => {
    const page = await open({ as: 'tillEngineer' }, '/objectives/OBJ-5');
    await page.getByRole('heading', { name: 'Every question answered within the hour' }).waitFor();
    expect(await page.getByRole('button', { name: 'Check in' }).count()).toBe(0);
  });
});

describe('a strategy editor', () => {
  const editor = { as: 'productManager' } as const;

  test('states an objective, is told at the field what is wrong, and finds it in the tree', async () => {
    const page = await open(editor, '/strategy');
    await page.getByRole('button', { name: 'Create objective' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create objective' });
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('متجر واحد في كل مكان 🛒');
    await dialog.getByRole('textbox', { name: 'Weight' }).fill('-1');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog
      .getByText(/0 or more/)
      .first()
      .waitFor();
    await dialog.getByRole('textbox', { name: 'Weight' }).fill('0.1');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('متجر واحد في كل مكان 🛒').first().waitFor();
  });

  test('decides on an epic that a project proposed: it is tagged, and the project sees the decision', async () => {
    const project = projectPage(await world.open(projectPath('WEB'), editor));
    await project.getByRole('tab', { name: /Unlinked epics/ }).click();
    await project
      .getByRole('button', { name: /^Propose/ })
      .first()
      .waitFor();

    const page = await open(editor, '/strategy');
    await page
      .getByRole('button', { name: /^Accept / })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Accept / });
    await dialog.getByRole('combobox', { name: /Objective/ }).click();
    await page.getByRole('option', { name: /OBJ-8/ }).first().click();
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.getByRole('button', { name: /^Accept / }).count()).toBe(0));
  });

  test('imports a strategy file once it is right, and what is exported says the same', async () => {
    const around = await world.open(portfolioPath('/strategy'), editor);
    const page = portfolioPage(around);
    const dialog = page.getByRole('dialog', { name: 'Import a strategy' });
    const choose = (csv: string) =>
      dialog
        .getByLabel('CSV file')
        .setInputFiles({ name: 'strategy.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await choose('key,title,parent\nNEW-1,One,NEW-2\nNEW-2,Two,NEW-1\nNEW-3,Three,NO-9\nNEW-3,Again,\n');
    const problems = dialog.getByRole('row');
    await problems.filter({ hasText: 'would put NEW-1 below itself' }).waitFor();
    await problems.filter({ hasText: '"NO-9" is no objective' }).waitFor();
    await problems.filter({ hasText: '"NEW-3" is on row 4 already' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);

    await choose(
      'key,title,parent,weight\nNEW-1,"Open on Sundays, too",OBJ-5,1\nOBJ-5,Answered within minutes,OBJ-2,0.5\n',
    );
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const added = page.getByRole('treegrid').getByRole('row', { name: /NEW-1 Open on Sundays, too/ });
    await added.waitFor();
    expect(await added.getAttribute('aria-level')).toBe('4');

    await page.getByRole('button', { name: 'Export' }).click();
    const download = around.waitForEvent('download');
    await page.getByRole('menuitem', { name: /Download/ }).click();
    const exported = readFileSync(await (await download).path(), 'utf8');
    expect(exported).toContain('NEW-1,"Open on Sundays, too",OBJ-5');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await choose(exported);
    await dialog.getByText('The strategy says this already').waitFor();

    const objective = await open(editor, '/objectives/OBJ-5');
    const history = objective.getByRole('region', { name: 'History' });
    await history.getByText('Title: Every question answered within the hour → Answered within minutes').waitFor();
  });

  test('is told what somebody else changed meanwhile, and saves both', async () => {
    const edit = async (as: 'productManager' | 'admin'): Promise<{ page: FrameLocator; form: Locator }> => {
      const page = await open({ as }, '/objectives/OBJ-7');
      await page.getByRole('button', { name: 'Edit' }).click();
      return { page, form: page.getByRole('dialog', { name: 'Edit OBJ-7' }) };
    };
    // A key result has a title and a weight of its own, further down.
    const title = (form: Locator) => form.getByRole('textbox', { name: 'Title' }).first();
    const weight = (form: Locator) => form.getByRole('textbox', { name: 'Weight' }).first();
    const mine = await edit('productManager');
    await title(mine.form).fill('Collect in store the same day');
    const theirs = await edit('admin');
    await title(theirs.form).fill('Collect in store within an hour');
    await weight(theirs.form).fill('0.4');
    await theirs.form.getByRole('button', { name: 'Save' }).click();
    await theirs.form.waitFor({ state: 'detached' });

    await mine.form.getByRole('button', { name: 'Save' }).click();
    const conflict = mine.form.getByRole('alert');
    await conflict.getByRole('row', { name: /Title .* within an hour .* the same day/ }).waitFor();
    await conflict.getByRole('row', { name: /Weight 0.5 0.4 not changed/ }).waitFor();
    expect(await mine.form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await conflict.getByRole('button', { name: 'Keep mine on top' }).click();
    expect(await weight(mine.form).inputValue()).toBe('0.4');
    await mine.form.getByRole('button', { name: 'Save' }).click();
    await mine.form.waitFor({ state: 'detached' });
    await mine.page.getByRole('heading', { name: 'Collect in store the same day' }).waitFor();
  });

  test('notes that the review was held', async () => {
    const page = await open(editor, '/review');
    await page.getByRole('button', { name: 'Review held today' }).click();
    await page
      .getByText(/May 18, 2026/)
      .first()
      .waitFor();
  });
});

describe('a strategy of five hundred objectives', () => {
  const editor = { as: 'productManager' } as const;

  /** Five cascades of four levels, 101 objectives in each. */
  const manyObjectives = (): string => {
    const lines = ['key,title,parent'];
    const state = (parent: string): string => {
      const key = `BIG-${lines.length}`;
      lines.push(`${key},One of many ${lines.length},${parent}`);
      return key;
    };
    const below = (parent: string, [count = 0, ...deeper]: number[]): void => {
      for (let one = 0; one < count; one += 1) below(state(parent), deeper);
    };
    below('', [5, 4, 4, 5]);
    return lines.join('\n');
  };

  beforeAll(async () => {
    const { accountId } = demoPeople.productManager;
    const viewer = { accountId, moduleKey: 'portfolio', extension: {} };
    const answer = await world.site.invoke('importStrategy', { csv: manyObjectives(), apply: true }, viewer);
    expect(answer).toMatchObject({ ok: true, data: { problems: [], applied: true } });
  });

  test('is walked by keyboard: the row with the focus is seen whole, and only rows in view are drawn', async () => {
    const page = await open(editor, '/objectives');
    const grid = page.getByRole('treegrid', { name: 'Objectives' });
    await grid.locator('[data-row="OBJ-1"]').focus();
    const rows = async () => Number(await grid.getAttribute('aria-rowcount'));
    const all = await rows();
    expect(all).toBeGreaterThan(500);

    const press = (key: string) => grid.locator(':focus').press(key);
    const expectSeen = (key: string) =>
      eventually(async () => {
        expect(await placeOfFocus(grid)).toEqual({ key, isSeen: true });
        expect(await grid.locator('[data-row]').count()).toBeLessThan(60);
      });
    await press('End');
    await expectSeen('BIG-505');
    await press('ArrowUp');
    await expectSeen('BIG-504');
    // To the objective above, to close it, and so on up: the top one stands far out of view.
    for (const above of ['BIG-500', 'BIG-481', 'BIG-405']) {
      await press('ArrowLeft');
      await expectSeen(above);
      await press('ArrowLeft');
    }
    await eventually(async () => expect(await rows()).toBe(all - 100));
    await expectSeen('BIG-405');
    await press('ArrowRight');
    await eventually(async () => expect(await rows()).toBe(all - 24));
    await press('Home');
    await expectSeen('OBJ-1');
  });

  test('keeps the focus however far one scrolls, and finds one of many', async () => {
    const page = await open(editor, '/objectives');
    const grid = page.getByRole('treegrid', { name: 'Objectives' });
    await grid.locator('[data-row="OBJ-2"]').focus();
    await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await grid.locator('[data-row="BIG-490"]').waitFor();
    expect(await placeOfFocus(grid)).toEqual({ key: 'OBJ-2', isSeen: false });
    await grid.locator(':focus').press('ArrowDown');
    await eventually(async () => expect((await placeOfFocus(grid)).isSeen).toBe(true));

    await page
      .getByRole('searchbox', { name: 'Search' })
      .or(page.getByRole('textbox', { name: 'Search' }))
      .fill('of many 505');
    await page.getByText(/^1 of \d+ objectives match$/).waitFor();
    // It, and the three that it stands under.
    expect(await grid.locator('[data-row]').count()).toBe(4);
  });
});

/** Which row of a tree has the focus, and whether all of it is in sight in the tree's own window, below the columns' names. */
const placeOfFocus = (grid: Locator): Promise<{ key: string | null; isSeen: boolean }> =>
  grid.evaluate((element) => {
    const row = element.ownerDocument.activeElement;
    const head = element.querySelector('[role=rowgroup]');
    if (!row || !head) return { key: null, isSeen: false };
    const { top, bottom } = row.getBoundingClientRect();
    const window = { top: head.getBoundingClientRect().bottom, bottom: element.getBoundingClientRect().bottom };
    return { key: row.getAttribute('data-row'), isSeen: top >= window.top - 1 && bottom <= window.bottom + 1 };
  });
