import { chancesOf } from './chances';
import { evidenceOf, type LinkedUnit, objectiveText, unitText } from './evidence';
import { type Reason, reasonsOf, type Weighed } from './reasons';
import { PRIOR_WEIGHTS } from './signals';
import type { Candidate, TextIndex, UnitFacts } from './unitFacts';
import { Weights } from './weights';

/** An objective that a unit may serve. `chance`: 0…1, of all candidates together 1, given that it serves one of them */
export type Suggestion = Weighed & { chance: number };

/**
 * Suggests which objective a unit serves, from the units that were linked before it. It learns as it goes: told what a
 * unit does serve, it remembers the link and weighs its signals anew. It asks no clock and draws no lots: the same
 * units in the same order give the same suggestions.
 */
export class Suggester {
  private readonly known: { links: LinkedUnit[]; used: Map<string, number>; texts: TextIndex };
  private readonly titled = new Set<string>();
  private readonly weights = new Weights(PRIOR_WEIGHTS);

  constructor(texts: TextIndex) {
    this.known = { links: [], used: new Map(), texts };
  }

  /** How many known units serve each objective. */
  get used(): ReadonlyMap<string, number> {
    return this.known.used;
  }

  /** What speaks for a suggestion, the strongest first. */
  reasonsFor(unit: UnitFacts, suggestion: Suggestion): Reason[] {
    return reasonsOf(unit, suggestion, this.weights.current, this.known);
  }

  /** The candidates by chance, the likeliest first; those of equal chance as given. */
  suggest(unit: UnitFacts, candidates: readonly Candidate[]): Suggestion[] {
    this.readTitles(candidates);
    const evidence = evidenceOf(unit, candidates, this.known);
    const chances = chancesOf(evidence, this.weights.current);
    return candidates
      .map((candidate, at) => ({ candidate, chance: chances[at] ?? 0, evidence: evidence[at] ?? [] }))
      .sort((a, b) => b.chance - a.chance);
  }

  /** Learns that a unit serves an objective. `suggested`: what was suggested for it, to weigh the signals anew by */
  learn(unit: UnitFacts, objective: string, suggested: readonly Suggestion[] = []): void {
    const right = suggested.findIndex(({ candidate }) => candidate.key === objective);
    if (right >= 0) {
      this.weights.learn(
        suggested.map(({ evidence }) => evidence),
        suggested.map(({ chance }) => chance),
        right,
      );
    }
    const { links, used, texts } = this.known;
    links.push({ ...unit, objective });
    used.set(objective, (used.get(objective) ?? 0) + 1);
    texts.add(unitText(unit.id), unit.summary);
  }

  private readTitles(candidates: readonly Candidate[]): void {
    for (const { key, title } of candidates) {
      if (this.titled.has(key)) continue;
      this.titled.add(key);
      this.known.texts.add(objectiveText(key), title);
    }
  }
}
