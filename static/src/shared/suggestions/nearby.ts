import { gatheredBy } from '../../../../src/domain/gatheredBy';
import type { LinkedUnit } from '../../../../src/domain/suggestions/evidence';
import type { Reason } from '../../../../src/domain/suggestions/reasons';
import type { Candidate, UnitFacts } from '../../../../src/domain/suggestions/unitFacts';

/** An objective that work like this serves already, and how it is like this. */
export type Nearby = { objective: Candidate; reason: Reason };

/** So many stand first in a picker. */
const MOST = 5;

/** In what a link may be near, the nearest first: what they share, or nothing. */
const NEAR = [
  ['parent', (unit, link) => (unit.parent !== null && unit.parent === link.parent ? [''] : [])],
  ['component', (unit, link) => link.components.filter((name) => unit.components.includes(name))],
  ['project', (unit, link) => (unit.project === link.project ? [''] : [])],
] as const satisfies readonly (readonly [
  Reason['subject'],
  (unit: UnitFacts, link: LinkedUnit) => readonly string[],
])[];

/**
 * The objectives that other work below the same epic, of the same component or of the same project serves, in that order, each
 * once, the most used first.
 */
export const nearbyOf = (
  units: readonly UnitFacts[],
  links: readonly LinkedUnit[],
  candidates: readonly Candidate[],
): Nearby[] => {
  const found = new Map<string, Nearby>();
  for (const [subject, near] of NEAR) {
    const alike = links
      .map((link) => ({ link, shared: units.map((unit) => near(unit, link)).find(({ length }) => length > 0) }))
      .filter(({ shared }) => shared !== undefined);
    const byUse = [...gatheredBy(alike, ({ link }) => link.objective)].sort(([, a], [, b]) => b.length - a.length);
    for (const [key, of] of byUse) {
      const objective = candidates.find((candidate) => candidate.key === key);
      if (!objective || found.has(key) || found.size >= MOST) continue;
      const shared = [...(of[0]?.shared ?? [])].filter((name) => name !== '');
      found.set(key, { objective, reason: { subject, units: of.length, newest: null, shared } });
    }
  }
  return [...found.values()];
};
