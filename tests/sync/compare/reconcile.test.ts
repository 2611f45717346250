import { makeWorld } from '../../resolvers/world';
import { heldFigures, rightFigures } from '../drift/figures';

const MINUTE_MS = 60_000;

test('an edit whose event was lost is found by the first hourly look, though a new project is read from then on', async () => {
  const { site } = await makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  });
  site.faults.deliveries = () => [];
  site.clock.advance(MINUTE_MS);
  site.jira.editIssue('WEB-1', { status: 'In Progress' }, { kind: 'user', accountId: 'member' });
  site.jira.addProject({ key: 'NEW', name: 'New' });
  site.clock.advance(60 * MINUTE_MS);
  await site.schedule('hour');
  await site.settle();
  site.clock.advance(MINUTE_MS);
  await site.settle();
  await site.schedule('fiveMinute');
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});
