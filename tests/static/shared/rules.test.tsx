import { screen, within } from '@testing-library/react';
import type { Rule, Rules } from '../../../src/contract';
import { asked, ok } from '../support/bridge';
import { project } from '../support/samples';
import { open } from '../surfaces/project/openProject';

const rule = (id: string, changes: Partial<Rule> = {}): Rule => ({
  id,
  jql: `labels = l${id}`,
  to: { kind: 'objective', key: 'OBJ-7' },
  objective: { key: 'OBJ-7', title: 'Free delivery', status: 'active' },
  owner: null,
  pause: null,
  tagged: 3,
  waiting: 0,
  isSwept: true,
  ...changes,
});

const withRules = (rules: Rule[], more: Parameters<typeof open>[1] = {}) => {
  let shown: Rules = { rules, everywhere: 2 };
  const change = (next: Rule[]) => {
    shown = { ...shown, rules: next };
    return ok(shown);
  };
  return open(
    project,
    {
      rules: () => ok(shown),
      previewRule: () => ok({ takes: 2, tagged: 1, serves: 0, cleared: 1, others: 0 }),
      saveRule: ({ id, on }) =>
        change(
          id === null
            ? [...rules, rule('9')]
            : rules.map((one) => (one.id === id && !on ? { ...one, pause: 'off' as const } : one)),
        ),
      moveRule: () => change([...rules].reverse()),
      deleteRule: ({ id }) => change(rules.filter((one) => one.id !== id)),
      ...more,
    },
    '/?tab=rules',
  );
};

const askedOf = (call: string) => asked.filter((one) => one.call === call).map(({ payload }) => payload);

describe('standing rules', () => {
  it('say what they link, whether they are at work and if not why', async () => {
    withRules([
      rule('1', { waiting: 4 }),
      rule('2', { pause: 'owner' }),
      rule('3', { pause: 'jql' }),
      rule('4', { isSwept: false, to: { kind: 'run' }, objective: null }),
    ]);
    const rows = within(await screen.findByRole('table', { name: 'Standing rules' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows[0]).toHaveTextContent('labels = l1');
    expect(rows[0]).toHaveTextContent('OBJ-7 Free delivery');
    expect(rows[0]).toHaveTextContent('At work');
    expect(rows[0]).toHaveTextContent('3 issues linked, 4 to come');
    expect(rows[1]).toHaveTextContent('its owner may no longer state it');
    expect(rows[2]).toHaveTextContent('Jira does not understand its JQL');
    expect(rows[3]).toHaveTextContent('Run the business');
    expect(rows[3]).toHaveTextContent('looking through what matches');
    expect(screen.getByText(/2 rules of strategy editors come before these/)).toBeVisible();
  });

  it('are stated after what they would do was shown', async () => {
    const user = withRules([]);
    await user.click(await screen.findByRole('button', { name: 'State a rule' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'State a rule' }));
    await user.type(dialog.getByLabelText(/^JQL/), 'labels = b2b');
    await user.click(dialog.getByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: /Run the business/ }));
    expect(askedOf('saveRule')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Show what it would do' }));
    expect(await dialog.findByText('It would link 2 issues now')).toBeVisible();
    expect(dialog.getByText('1 with a link of their own, which stays')).toBeVisible();
    expect(dialog.getByText(/1 whose link somebody took away/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'State the rule' }));
    expect(askedOf('saveRule')).toEqual([{ id: null, jql: 'labels = b2b', to: { kind: 'run' }, on: true }]);
    expect(await screen.findByText('labels = l9')).toBeVisible();
  });

  it('are told what is wrong with their JQL before anybody is asked', async () => {
    const user = withRules([]);
    await user.click(await screen.findByRole('button', { name: 'State a rule' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'State a rule' }));
    await user.type(dialog.getByLabelText(/^JQL/), 'assignee = currentUser()');
    expect(dialog.getByText(/name a person instead of currentUser/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Show what it would do' })).toBeDisabled();
  });

  it('are put in order, switched off and deleted', async () => {
    const user = withRules([rule('1'), rule('2')]);
    await user.click(await screen.findByRole('button', { name: 'Move up labels = l2' }));
    expect(askedOf('moveRule')).toEqual([{ id: '2', before: '1' }]);
    await user.click(await screen.findByRole('button', { name: 'Switch off labels = l1' }));
    expect(askedOf('saveRule')).toEqual([
      { id: '1', jql: 'labels = l1', to: { kind: 'objective', key: 'OBJ-7' }, on: false },
    ]);
    expect(await screen.findByText('Switched off')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete labels = l2' }));
    expect(askedOf('deleteRule')).toEqual([{ id: '2' }]);
  });

  it('are for admins of the project, and others are told so', async () => {
    withRules([], {
      rules: () => ({ ok: false, error: { code: 'forbidden', message: 'Not for you.', reference: 'x' } }),
    });
    expect(await screen.findByText('Rules link work by themselves')).toBeVisible();
  });
});
