import type { UnitFacts } from '../../../../src/domain/suggestions/unitFacts';
import { learn } from '../../../../static/src/shared/suggestions/learned';
import { FIRST_DAY, linked, objective } from '../../../domain/suggestions/build';
import { DAY_MS } from '../../../../src/domain/time/milliseconds';

const candidates = [objective('OBJ-1', { title: 'Payment' }), objective('OBJ-2', { title: 'Finding shoes' })];
const NOW = (FIRST_DAY + 30) * DAY_MS;

/** Payment and shoes in turn, told apart by their words and components. */
const past = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    at % 2 === 0
      ? linked(at + 1, at * 30, 'OBJ-1', { summary: 'Pay the basket by card', components: ['Cart'] })
      : linked(at + 1, at * 30, 'OBJ-2', { summary: 'Search shoes by colour', components: ['Search'] }),
  );

const unit = (summary: string, components: string[]): UnitFacts =>
  linked(999, 700, '', { summary, components, reporter: 'bob' });

describe('what past links teach', () => {
  it('is an objective with how sure and why, for one unit and for a group', () => {
    const { suggest } = learn(past(40), candidates);
    const one = suggest([unit('Card is refused', ['Cart'])], NOW);
    expect(one).toMatchObject({ objective: { key: 'OBJ-1' } });
    expect(one?.chance).toBeGreaterThan(0.8);
    expect(one?.reasons.map(({ subject }) => subject)).toContain('component');
    const group = suggest([unit('Shoes', ['Search']), unit('Colour of shoes', ['Search'])], NOW);
    expect(group?.objective.key).toBe('OBJ-2');
  });

  it('is silent where the past is short, about what is like nothing, and about a group of both', () => {
    expect(learn(past(19), candidates).suggest([unit('Card', ['Cart'])], NOW)).toBeNull();
    const { suggest } = learn(past(40), candidates);
    expect(suggest([], NOW)).toBeNull();
    expect(suggest([unit('Card', ['Cart']), unit('Shoes', ['Search'])], NOW)).toBeNull();
  });

  it('hears what other work below the same epic serves', () => {
    const links = past(40).map((link, at) => (at === 38 ? { ...link, parent: 7 } : link));
    const { suggest } = learn(links, candidates);
    const of = (parent: number | null) => suggest([{ ...unit('Card', ['Cart']), parent }], NOW);
    expect(of(7)?.chance).toBeGreaterThan(of(null)?.chance ?? 0);
    expect(of(7)?.reasons).toContainEqual(expect.objectContaining({ subject: 'parent', units: 1 }));
  });
});
