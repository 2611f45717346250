import fc from 'fast-check';
import {
  decidedBy,
  type Grouping,
  GROUPINGS,
  groupsOf,
  issuesToTag,
  leavesOut,
  sizeOf,
  sizeOfAll,
  type Undecided,
  withSteps,
} from '../../../../static/src/shared/triage/groups';
import { epic, undecided } from './build';

const shown = (units: readonly Undecided[], by: Grouping) =>
  groupsOf(units, by).map(({ mark, units: of, size }) => [mark?.name ?? null, of.map(({ id }) => id).join(' '), size]);

const OLD = { standing: 'stale', tag: { key: 'OLD', name: '' } } as const;
const byEpic = (units: readonly Undecided[]) => {
  const [group] = groupsOf(units, 'epic');
  if (!group) throw new Error('no group');
  return group;
};

const cart = { id: '1', name: 'Cart' };
const search = { id: '2', name: 'Search' };

describe('groups', () => {
  it('come by how much one decision aligns, last what is in none', () => {
    const units = [
      undecided(1, { components: [cart] }),
      undecided(2, { size: 5, components: [search] }),
      undecided(3, { components: [cart, search] }),
      undecided(4, { size: 50 }),
    ];
    expect(shown(units, 'component')).toEqual([
      ['Search', '2 3', 6],
      ['Cart', '1 3', 2],
      [null, '4', 50],
    ]);
    expect(shown(units, 'everything')).toEqual([['', '1 2 3 4', 57]]);
  });

  it('are told apart by project where components of several have one name', () => {
    const units = [
      undecided(1, { components: [cart] }),
      undecided(2, { key: 'POS-2', components: [{ id: '9', name: 'Cart' }] }),
    ];
    expect(shown(units, 'component')).toEqual([
      ['Cart · POS', '2', 1],
      ['Cart · WEB', '1', 1],
    ]);
  });

  it('promise what is in several of them once', () => {
    const units = [undecided(1, { labels: ['a', 'b'] }), undecided(2, { labels: ['a'] })];
    expect(sizeOfAll(groupsOf(units, 'label'))).toBe(2);
  });

  it('of an epic are linked by the epic, and by what has a tag of its own', () => {
    const group = byEpic([undecided(1, { parent: epic(9) }), undecided(2, { parent: epic(9), ...OLD })]);
    expect(issuesToTag(group)).toEqual(['9', '2']);
    const decided = (...linked: string[]) => decidedBy(group, new Set(linked)).units.map(({ id }) => id);
    expect(decided('9', '2')).toEqual(['1', '2']);
    expect(decided('9')).toEqual(['1']);
    expect(decided('2')).toEqual(['2']);
    expect(decided()).toEqual([]);
  });

  it('of an epic that serves something are linked one by one, so that nothing else moves with it', () => {
    // Stale by its own tag: what the epic serves may be active.
    expect(issuesToTag(byEpic([undecided(1, { parent: epic(9), ...OLD })]))).toEqual(['1']);
    // Stale by the epic's: what is done below it is aligned, and stays.
    expect(issuesToTag(byEpic([undecided(1, { parent: epic(9), standing: 'stale' })]))).toEqual(['1']);
  });

  it('of a parent above epics are linked one by one: what is below other epics would follow it, too', () => {
    expect(issuesToTag(byEpic([undecided(1, { parent: { ...epic(9), level: 2 } })]))).toEqual(['1']);
  });

  it('of an epic are linked one by one where work that follows it is left out', () => {
    const all = [
      undecided(1, { parent: epic(8) }),
      undecided(2, { parent: epic(8) }),
      undecided(3, { parent: epic(9) }),
      undecided(4, { parent: epic(9), ...OLD }),
    ];
    const [first, , third] = all;
    const shownOnes = [first, third].flatMap((unit) => unit ?? []);
    const groups = groupsOf(shownOnes, 'epic', leavesOut(all, shownOnes));
    // What has a tag of its own would not follow WEB-9.
    expect(groups.map(issuesToTag)).toEqual([['1'], ['9']]);
    const steps = [{ id: '8', key: 'WEB-8', summary: '', units: 70, size: 70 }];
    expect(withSteps(groups, steps, leavesOut(all, shownOnes)).map(({ count }) => count)).toEqual([1, 1]);
  });

  it('of epics with more work than was read are as large as the app counts them', () => {
    const units = [
      undecided(1, { parent: epic(8) }),
      undecided(2, { parent: epic(9) }),
      undecided(3, { parent: epic(9), standing: 'stale', tag: { key: 'OLD', name: '' } }),
    ];
    const groups = withSteps(groupsOf(units, 'epic'), [
      { id: '9', key: 'WEB-9', summary: 'Large', units: 700, size: 700 },
    ]);
    expect(groups.map(({ mark, count, size }) => [mark?.id, count, size])).toEqual([
      ['9', 701, 701],
      ['8', 1, 1],
    ]);
    const [large] = groups;
    if (!large) throw new Error('no group');
    expect(decidedBy(large, new Set(['9', '3'])).size).toBe(701);
    expect(decidedBy(large, new Set(['9'])).size).toBe(700);
    expect(sizeOfAll(groups)).toBe(702);
  });

  it('hold every unit, and promise no more than all, however they are made', () => {
    const anyUnits = fc
      .array(
        fc.record({
          size: fc.integer({ min: 1, max: 9 }),
          standing: fc.constantFrom('unlinked' as const, 'stale' as const),
          tag: fc.constantFrom(null, OLD.tag),
          labels: fc.subarray(['a', 'b', 'c']),
          components: fc.subarray([cart, search]),
          parent: fc.constantFrom(null, epic(100), epic(101)),
        }),
        { maxLength: 12 },
      )
      .map((all) => all.map((given, at) => undecided(at + 1, given)));
    fc.assert(
      fc.property(anyUnits, fc.constantFrom(...GROUPINGS), (units, by) => {
        const groups = groupsOf(units, by);
        expect(new Set(groups.flatMap((group) => group.units))).toEqual(new Set(units));
        expect(sizeOfAll(groups)).toBe(sizeOf(units));
        for (const group of groups) {
          expect(decidedBy(group, new Set(issuesToTag(group)))).toEqual({ units: group.units, size: group.size });
        }
      }),
    );
  });
});
