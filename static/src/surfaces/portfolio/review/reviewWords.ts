import type { AlignmentPoint, Portfolio, Review } from '../../../../../src/contract';
import type { Format } from '../../../shared/format';
import { progressOf } from './pack';

/**
 * Alignment of effort then and now, and the difference, in pieces: texts, and points whose alignment is written. Both are
 * points of the trend, so that they are counted alike, whatever window the page shows.
 */
export function alignmentPieces(
  portfolio: Portfolio,
  { before, since }: Review,
  format: Format,
): (string | AlignmentPoint)[] {
  const now: AlignmentPoint | undefined = portfolio.trend.at(-1);
  if (!now || now.alignment === null) return ['There is no effort to compare yet.'];
  if (!before || before.alignment === null) return [`What it was on ${format.day(since)} is not known.`];
  if (before.recorded !== now.recorded) {
    // Only the recorded one counts work in progress, so their difference would be one of counting.
    return [
      before,
      ` on ${format.day(before.day)}, reconstructed from what was done; `,
      now,
      ` on ${format.day(now.day)}, recorded with what is in progress: the two cannot be compared.`,
    ];
  }
  const change = now.alignment - before.alignment;
  const points = format.points(change);
  const way = points === null ? 'unchanged' : `${points} ${change > 0 ? 'more' : 'less'}`;
  return [
    before,
    ` on ${format.day(before.day)}${before.recorded ? '' : ' (reconstructed)'}, `,
    now,
    ` on ${format.day(now.day)}: ${way}.`,
  ];
}

/** The same as a sentence. */
export const alignmentChange = (portfolio: Portfolio, review: Review, format: Format): string =>
  alignmentPieces(portfolio, review, format)
    .map((piece) => (typeof piece === 'string' ? piece : format.percent(piece.alignment)))
    .join('');

export const NOT_KNOWN = 'not known';

/** An objective's work progress then and now: "20% → 35%". */
export function progressInWords(review: Review, key: string, format: Format): string {
  const { before, now } = progressOf(review, key);
  if (now === null) return 'No work yet';
  return `${before === null ? NOT_KNOWN : format.percent(before)} → ${format.percent(now)}`;
}

/** Since when changes are shown. `isLast`: since the last review, if there was one */
export function sinceInWords({ since, lastReview }: Review, isLast: boolean, format: Format): string {
  if (isLast && lastReview === null) return `No review was recorded yet: since ${format.day(since)}.`;
  const last = lastReview === null ? 'No review was recorded yet' : `The last review was on ${format.day(lastReview)}`;
  return isLast ? `Since the last review, on ${format.day(since)}.` : `Since ${format.day(since)}. ${last}.`;
}

/** "12 older check-ins since then are not listed here." */
export const notShown = (count: number, what: string, format: Format): string =>
  `${format.number(count)} older ${what} since then are not listed here; an objective’s own page shows all of its own.`;

/** "3 earlier check-ins without a decision". */
export const earlierInWords = (count: number, format: Format): string =>
  `${format.count(count, 'earlier check-in')} without a decision`;
