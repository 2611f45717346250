import { EverOver } from '../../../src/domain/forecast/everOver';

const after = (cases: number, outcome: { below: number; upTo: number | null }): number => {
  const everOver = new EverOver(1 / 4);
  for (let at = 0; at < cases; at++) everOver.learn(outcome);
  return everOver.chance;
};

describe('the chance that open work is over at all', () => {
  it('is high before anything is known', () => {
    expect(after(0, { below: 0, upTo: null })).toBeCloseTo(0.9 + (0.1 * 5.46) / 10, 10);
  });

  it('falls where work stays open that by its pace was over long ago', () => {
    expect(after(100, { below: 0.95, upTo: null })).toBeLessThan(0.1);
  });

  it('rises where it is over', () => {
    expect(after(100, { below: 0.3, upTo: 0.5 })).toBeGreaterThan(0.98);
  });

  it('hardly changes where work stays open that was not expected to be over', () => {
    expect(after(0, { below: 0, upTo: null }) - after(20, { below: 0.05, upTo: null })).toBeLessThan(0.03);
  });

  it('forgets: what came lately counts most', () => {
    const everOver = new EverOver(1 / 4);
    for (let at = 0; at < 200; at++) everOver.learn({ below: 0.95, upTo: null });
    for (let at = 0; at < 100; at++) everOver.learn({ below: 0.3, upTo: 0.5 });
    expect(everOver.chance).toBeGreaterThan(0.9);
  });
});
