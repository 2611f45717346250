import { syncPoll } from '../../../static/src/shared/syncPoll';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const progress = { of: 'issues' as const, done: 1, total: 2, startedAt: '2026-11-23T09:00:00Z', estimatedEnd: null };

describe('while the first sync runs, a page asks again', () => {
  test('every few seconds', () => {
    expect(syncPoll({ state: 'running', windows: [], ...progress, waitingUntil: null }, NOW)).toBe(5000);
    expect(syncPoll({ state: 'running', windows: [], ...progress, waitingUntil: '2026-11-23T09:59:00Z' }, NOW)).toBe(
      5000,
    );
  });

  test('not before it goes on, where Jira’s limits hold it back', () => {
    expect(syncPoll({ state: 'running', windows: [], ...progress, waitingUntil: '2026-11-23T10:40:00Z' }, NOW)).toBe(
      2_400_000,
    );
  });

  test('and no more once it is complete, or before anything is known', () => {
    expect(syncPoll({ state: 'complete', finishedAt: '2026-11-23T09:00:00Z' }, NOW)).toBe(false);
    expect(syncPoll(undefined, NOW)).toBe(false);
  });
});
