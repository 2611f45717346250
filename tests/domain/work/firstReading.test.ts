import { FIRST_STEP, nextStep, REST, type ReadSoFar, WHOLE, windowsRead } from '../../../src/domain/work/firstReading';

const project = (changes: Partial<ReadSoFar>): ReadSoFar => ({
  step: FIRST_STEP,
  wasRead: false,
  done: 0,
  needs: null,
  ...changes,
});
const shares = (...projects: ReadSoFar[]) => windowsRead(projects).map(({ share }) => share);
const complete = (...projects: ReadSoFar[]) => windowsRead(projects).map((window) => window.complete);

describe('the steps of the first sync', () => {
  it('go from the shortest window to the rest, and what a window needs of elsewhere goes before any other', () => {
    expect([nextStep([2, 0, REST]), nextStep([0, 3, 1]), nextStep([REST, 7]), nextStep([WHOLE, REST])]).toEqual([
      0,
      1,
      7,
      REST,
    ]);
    expect(nextStep([])).toBeNull();
  });

  it('make a window complete once what it needs of elsewhere is read', () => {
    expect(complete(project({ step: 1, done: 9 }))).toEqual([0, 0, 0, 0]);
    expect(complete(project({ step: 2, done: 9 }))).toEqual([1, 0, 0, 0]);
    expect(complete(project({ step: 5, done: 9 }))).toEqual([1, 1, 0, 0]);
    expect(complete(project({ step: REST, done: 9 }))).toEqual([1, 1, 1, 1]);
    expect(complete(project({ step: WHOLE, done: 9 }))).toEqual([0, 0, 0, 0]);
    expect(complete(project({ step: WHOLE, wasRead: true }))).toEqual([1, 1, 1, 1]);
  });

  it('tell how much is read of what a window needs, as far as that is known', () => {
    expect(shares(project({}))).toEqual([0, 0, 0, 0]);
    expect(shares(project({ done: 30, needs: [40, 60, 100, 300] }))).toEqual([0.75, 0.5, 0.3, 0.1]);
    // Jira's counts are estimates.
    expect(shares(project({ step: 1, done: 30, needs: [29, 60, 100, 300] }))).toEqual([1, 0.5, 0.3, 0.1]);
    expect(shares(project({ step: 2, done: 30 }))).toEqual([1, null, null, null]);
    expect(shares(project({ step: 2, done: 3 }), project({}), project({}))).toEqual([1 / 3, 0, 0, 0]);
    expect(shares()).toEqual([null, null, null, null]);
  });
});
