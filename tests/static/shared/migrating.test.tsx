import { configure, screen } from '@testing-library/react';
import type { AppErrorBody } from '../../../src/contract';
import { placePage } from '../support/bridge';
import { openPage } from '../support/render';

// The first page of a file is compiled as it is opened.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const error: AppErrorBody = { code: 'migrating', message: 'It takes a few minutes. Nothing is lost.', reference: 'r1' };

/** Whatever is asked. */
const resolvers = new Proxy({}, { get: () => () => ({ ok: false, error }) });

test.each([
  ['alignment-context', { issue: { id: '42', key: 'WEB-42' } }],
  ['alignment-panel', { issue: { id: '42', key: 'WEB-42' } }],
  ['project-alignment', { project: { id: '1', key: 'WEB' } }],
  ['portfolio', {}],
  ['alignment-settings', {}],
])('%s says that a new version is being set up, as news and not as a failure', async (moduleKey, extension) => {
  placePage(moduleKey, extension, resolvers);
  openPage();
  const [alert] = await screen.findAllByRole('alert');
  expect(alert).toHaveTextContent('The app is being set up or updated');
  expect(alert).toHaveTextContent('It takes a few minutes. Nothing is lost.');
  expect(screen.queryByText('Something went wrong')).toBeNull();
});
