import type { Reason } from '../../../../src/domain/suggestions/reasons';
import { existing, replay } from '../../../../src/domain/suggestions/replay';
import type { LinkedUnit } from '../../../../src/domain/suggestions/evidence';
import type { Suggestion } from '../../../../src/domain/suggestions/suggester';
import type { Candidate, UnitFacts } from '../../../../src/domain/suggestions/unitFacts';
import { type Nearby, nearbyOf } from './nearby';
import { textIndex } from './textIndex';

/** What past links teach. */
export type Learned = {
  /**
   * The objective that some work probably serves together: that of the highest mean chance. `null`: it is less sure than
   * answers of which 95 % were right, or the past is too short to tell
   * @param now epoch milliseconds
   */
  suggest: (units: readonly UnitFacts[], now: number) => Suggested | null;
  /** what work like this serves already, however sure that is */
  nearby: (units: readonly UnitFacts[]) => Nearby[];
};

/** An objective for some work. `chance`: 0…1, given that it serves one of them */
export type Suggested = { objective: Candidate; chance: number; reasons: Reason[] };

/** With fewer answers in the past nobody can say how often they are right. */
const FEWEST = 20;

/** However easy the past was: of a group of two kinds, each half speaks for its own objective. */
const LEAST = 0.8;

/** Units of a group that are looked at: more would say the same. */
const SAMPLE = 12;

/** Of a long list every so many, from its first to its last. */
const sampleOf = <T>(things: readonly T[]): T[] => {
  const step = Math.max(1, things.length / SAMPLE);
  return Array.from({ length: Math.min(SAMPLE, things.length) }, (_, at) => things[Math.floor(at * step)]).filter(
    (one) => one !== undefined,
  );
};

/** Lives through past links. @param candidates the active objectives */
export const learn = (links: readonly LinkedUnit[], candidates: readonly Candidate[]): Learned => {
  const { suggester, sure, figures } = replay(links, candidates, textIndex());
  return {
    nearby: (units) => nearbyOf(units, links, candidates),
    suggest: (units, now) => {
      if (sure === null || figures.n < FEWEST || units.length === 0) return null;
      const known = existing(candidates, suggester.used, now);
      const each = sampleOf(units).map((unit) => ({ unit, suggestions: suggester.suggest(unit, known) }));
      const [key, chance] = likeliest(each.map(({ suggestions }) => suggestions));
      if (chance < Math.max(sure, LEAST)) return null;
      // Told is what speaks for it where it is surest.
      const [told] = each
        .flatMap(({ unit, suggestions }) =>
          suggestions.filter(({ candidate }) => candidate.key === key).map((suggestion) => ({ unit, suggestion })),
        )
        .sort((a, b) => b.suggestion.chance - a.suggestion.chance);
      if (!told) return null;
      const { unit, suggestion } = told;
      return { objective: suggestion.candidate, chance, reasons: suggester.reasonsFor(unit, suggestion) };
    },
  };
};

/** The candidate of the highest mean chance, with that. */
const likeliest = (each: readonly (readonly Suggestion[])[]): [key: string, chance: number] => {
  const means = new Map<string, number>();
  for (const { candidate, chance } of each.flat())
    means.set(candidate.key, (means.get(candidate.key) ?? 0) + chance / each.length);
  return [...means].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
};
