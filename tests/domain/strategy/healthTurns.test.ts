import { healthTurns } from '../../../src/domain/strategy/healthTurns';

const then = (objective: string, health: Parameters<typeof healthTurns>[0][number]['health']) => ({
  objective,
  health,
});

test('an objective turned if it had another health then', () => {
  const before = [then('A', 'onTrack'), then('B', 'atRisk'), then('C', 'pending')];
  const now = new Map([
    ['C', 'onTrack'],
    ['B', 'atRisk'],
    ['A', 'offTrack'],
  ] as const);
  expect(healthTurns(before, now)).toEqual([
    { objective: 'C', from: 'pending', to: 'onTrack' },
    { objective: 'A', from: 'onTrack', to: 'offTrack' },
  ]);
});

test('one that was not active then, is not now, or was not known, did not turn', () => {
  const before = [then('DRAFT', null), then('ENDED', 'onTrack')];
  const now = new Map([
    ['DRAFT', 'atRisk'],
    ['ENDED', null],
    ['NEW', 'onTrack'],
  ] as const);
  expect(healthTurns(before, now)).toEqual([]);
});
