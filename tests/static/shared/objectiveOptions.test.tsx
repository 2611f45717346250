import type { ObjectiveOption } from '../../../src/contract';
import type { UnitFacts } from '../../../src/domain/suggestions/unitFacts';
import { pickerOptions } from '../../../static/src/shared/objectiveOptions';
import { nearbyOf } from '../../../static/src/shared/suggestions/nearby';
import { linked, objective } from '../../domain/suggestions/build';

const found: ObjectiveOption[] = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
  ...{ key: `OBJ-${n}`, title: `Title ${n}`, status: 'active' as const },
  above: [],
}));
const shown = (...asked: Parameters<typeof pickerOptions>) =>
  pickerOptions(...asked).map(({ label, options }) => [label, options.map((option) => option.label.split(' ')[0])]);

const candidates = found.map(({ key, title }) => objective(key, { title }));
const unitOf = (more: Parameters<typeof linked>[3]): UnitFacts => linked(99, 0, '', more);

describe('the options of a picker', () => {
  it('have Run the business in reach', () => {
    expect(shown(found, '', false)).toEqual([
      ['Objectives', ['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4', 'OBJ-5']],
      ['Other', ['Run']],
      ['More objectives', ['OBJ-6', 'OBJ-7']],
    ]);
  });

  it('begin with what siblings, the component and the project use, each with the reason', () => {
    const links = [
      linked(1, 0, 'OBJ-4', { parent: 7 }),
      linked(2, 1, 'OBJ-6', { components: ['Cart'] }),
      linked(3, 2, 'OBJ-6', { components: ['Cart'] }),
      linked(4, 3, 'OBJ-2', { components: ['Cart'] }),
      linked(5, 4, 'OBJ-1'),
      linked(6, 5, 'OBJ-7', { project: 'POS' }),
    ];
    const nearby = nearbyOf([unitOf({ parent: 7, components: ['Cart'] })], links, candidates);
    expect(shown(found, ' ', true, nearby)).toEqual([
      ['Used nearby', ['OBJ-4', 'OBJ-6', 'OBJ-2', 'OBJ-1']],
      ['Other', ['Run', 'None']],
      ['More objectives', ['OBJ-3', 'OBJ-5', 'OBJ-7']],
    ]);
    expect(pickerOptions(found, '', true, nearby)[0]?.options.map(({ detail }) => detail)).toEqual([
      '1 issue below the same epic serves it',
      '2 issues of component Cart serve it',
      '1 issue of component Cart serves it',
      '1 issue of the same project serves it',
    ]);
  });

  it('are what is found, once something is typed', () => {
    const nearby = nearbyOf([unitOf({})], [linked(1, 0, 'OBJ-4')], candidates);
    expect(shown(found.slice(0, 1), 'title 1', true, nearby)).toEqual([['Objectives', ['OBJ-1']]]);
    expect(shown([], 'run', false, nearby)).toEqual([['Other', ['Run']]]);
  });
});
