import { screen, waitFor, within } from '@testing-library/react';
import { lastAsked } from './openProject';
import { withWork } from './undecidedWork';

type User = ReturnType<typeof withWork>;

const openDialog = async (user: User) => {
  await user.click(await screen.findByRole('button', { name: 'Set aside: WEB-50' }));
  return within(await screen.findByRole('dialog', { name: 'Set WEB-50 aside' }));
};

const bringBack = async (user: User, key: string) => {
  await user.click(await screen.findByText('1 work item set aside'));
  await user.click(screen.getByRole('button', { name: `Bring back ${key}` }));
};

describe('what is set aside', () => {
  it('is a group, for a time and a reason', async () => {
    const user = withWork({ aside: ['3'] });
    const dialog = await openDialog(user);
    expect(screen.queryByRole('button', { name: 'Set aside: WEB-51' })).not.toBeInTheDocument();
    await user.click(dialog.getByRole('radio', { name: '90 days' }));
    await user.click(dialog.getByRole('button', { name: 'Set aside' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(lastAsked('deferInProject')).toEqual({ issueIds: ['1', '2'], deferral: { reason: 'waiting', days: 90 } });
  });

  it('is listed with why and until when, and comes back', async () => {
    const user = withWork({ aside: ['3'] });
    await bringBack(user, 'WEB-3');
    expect(screen.getByText(/Too small to matter, until/)).toBeVisible();
    await waitFor(() => expect(lastAsked('deferInProject')).toEqual({ issueIds: ['3'], deferral: null }));
  });
});

describe('where some of it may not be', () => {
  it('the dialog says which and why, and stays as it was filled in', async () => {
    const user = withWork({ defer: (issueId) => (issueId === '1' ? 'forbidden' : 'done') });
    const dialog = await openDialog(user);
    await user.click(dialog.getByRole('radio', { name: '90 days' }));
    await user.click(dialog.getByRole('button', { name: 'Set aside' }));
    expect(await dialog.findByText('Not set aside: 1 of 2 work items')).toBeVisible();
    expect(dialog.getByText('You may not edit WEB-1.')).toBeVisible();
    expect(dialog.getByRole('radio', { name: '90 days' })).toBeChecked();
  });

  it('the list says why an issue does not come back', async () => {
    const user = withWork({ aside: ['3'], defer: () => 'notFound' });
    await bringBack(user, 'WEB-3');
    expect(await screen.findByText('No longer here, or hidden from you: WEB-3.')).toBeVisible();
  });
});
