import type { AlignmentPoint, Day, Standing } from '../../../../src/contract';
import { effortWeeks } from '../../../../src/domain/forecast/alignmentTrend';
import { firstDayOf } from '../../../../src/domain/time/weeks';
import { DEFAULT_WINDOW_DAYS } from '../../../../src/domain/time/window';
import { countedIn, type Opened } from '../counted/opened';
import type { Format } from '../format';
import { STANDING_MEANING, STANDING_NAME } from '../words';
import { ALIGNMENT_FORMULA, type Explanation } from './explanation';

/** Where a trend of alignment is drawn: its pages' look and filter, and the day of the figures. */
export type TrendOf = Pick<Opened, 'look' | 'filter'> & { today: Day };

const title = ({ day }: AlignmentPoint, format: Format): string => `Alignment of effort on ${format.day(day)}`;

/**
 * The issues behind a point of the trend. `null`: only its sum was recorded. The last point is the effort of the page if
 * that is of the days that are recorded.
 */
export function pointOpens(
  point: AlignmentPoint,
  standing: Standing,
  { look, filter, today }: TrendOf,
  format: Format,
): Opened | null {
  const about = { title: `${title(point, format)}, ${STANDING_NAME[standing].toLowerCase()}`, look, filter };
  if (!point.recorded) {
    return { ...about, counted: countedIn('finished', { standing, weeks: effortWeeks(point.day) }) };
  }
  if (point.day !== today || look.window !== DEFAULT_WINDOW_DAYS) return null;
  return { ...about, counted: countedIn('effort', { standing }) };
}

/** Explains a point of the trend of alignment. */
export function explainPoint(point: AlignmentPoint, of: TrendOf, format: Format): Explanation {
  const { measure } = of.look;
  const opens = (standing: Standing) => pointOpens(point, standing, of, format);
  const aligned = opens('aligned');
  const input = (standing: 'aligned' | 'stale' | 'unlinked') => {
    const issues = point[standing] > 0 ? opens(standing) : null;
    return {
      name: STANDING_NAME[standing],
      value: format.size(point[standing], measure),
      meaning: STANDING_MEANING[standing],
      ...(issues && { opens: issues }),
    };
  };
  const { first } = effortWeeks(point.day);
  return {
    title: title(point, format),
    value: format.percent(point.alignment),
    formula: ALIGNMENT_FORMULA,
    inputs: [input('aligned'), input('stale'), input('unlinked')],
    covers: [
      point.recorded
        ? `The effort of the ${format.days(DEFAULT_WINDOW_DAYS)} up to it, as the app recorded it on that day.`
        : `What was done from ${format.day(firstDayOf(first ?? 0))} to ${format.day(point.day)}.`,
    ],
    leftOut: aligned
      ? []
      : ['Its issues: of a recorded day the app keeps the sums, with the links that the issues had then.'],
    assumed: point.recorded ? [] : ['Reconstructed: issues have today’s links, and work in progress was not recorded.'],
    ...(aligned && point.aligned > 0 && { opens: aligned }),
  };
}
