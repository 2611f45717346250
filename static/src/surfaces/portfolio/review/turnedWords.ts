import type { HealthSince, Review, ScoresSince } from '../../../../../src/contract';
import { ALL_FACTORS } from '../../../../../src/domain/scores/executionIndex';
import type { Format } from '../../../shared/format';
import { scoreThenNow, type ThenNow } from '../../../shared/past/thenNow';
import { FACTOR_NAME, HEALTH_NAME } from '../../../shared/words';
import { INDEX_NAME } from '../words';

/** The index and its factors, then and now. */
export function scoreRows({ before, now }: ScoresSince, format: Format): ThenNow[] {
  return [
    scoreThenNow(INDEX_NAME, before?.index ?? null, now?.index ?? null, format.index),
    ...ALL_FACTORS.map((factor) =>
      scoreThenNow(FACTOR_NAME[factor], before?.factors[factor] ?? null, now?.factors[factor] ?? null, format.score),
    ),
  ];
}

/** How the scores were counted, and what is missing. `null`: the viewer does not see them */
export function scoresInWords({ scores, since }: Review, format: Format): string {
  if (scores === null) {
    return 'What the index and its factors were is shown to those who see all totals: they do not add up from projects.';
  }
  if (scores.before === null) return `No index was recorded by ${format.day(since)}, so what it was then is not known.`;
  return 'As recorded each day: all projects, in items, with the effort of 90 days.';
}

/** The heads of the scores' columns: the days of both, where they are known. */
export function scoreHeads({ scores, since }: Review, format: Format): { then: string; now: string } {
  const then = format.day(scores?.before?.day ?? since);
  const now = scores?.now ? format.day(scores.now.day) : 'Now';
  return { then, now: now === then ? 'Now' : now };
}

export const turnInWords = ({ from, to }: HealthSince['turned'][number]): string =>
  `${HEALTH_NAME[from]} → ${HEALTH_NAME[to]}`;

/** Of which day health then is, and where it comes from. */
export function healthSinceInWords({ health, since }: Review, format: Format): string {
  if (health.day === null) return `What the health of the objectives was on ${format.day(since)} is not known.`;
  const how = health.recorded
    ? 'as recorded on that day'
    : 'reconstructed from the days on which the work that you may browse was created and done';
  const none = health.turned.length === 0 ? 'No active objective’s health turned. ' : '';
  return `${none}Then is ${format.day(health.day)}, ${how}.`;
}
