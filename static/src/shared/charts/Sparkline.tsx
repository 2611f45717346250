import { area, line } from 'd3-shape';
import { extent, linear } from './scale';
import { TONE, type DayValue, type Tone } from './series';

type Props = {
  points: readonly DayValue[];
  /** what the line says, in words */
  label: string;
  tone?: Tone;
  width?: number;
  height?: number;
  /** lowest and highest value shown; by default those of the points */
  domain?: readonly [number, number];
};

/** Room for the dot on the newest value, in px. */
const MARGIN = 3;

/** A line chart as small as a word. Nothing without a value. */
export function Sparkline({ points, label, tone = 'brand', width = 88, height = 24, domain }: Props) {
  const valued = points.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const days = extent(valued.map(({ day }) => day));
  const values = domain ?? extent(valued.map(({ value }) => value));
  if (!days || !values) return null;

  const x = linear(days, [MARGIN, width - MARGIN]);
  const y = linear(values, [height - MARGIN, MARGIN]);
  const [last] = valued.slice(-1);
  const colour = TONE[tone];
  const lineOf = line<(typeof valued)[number]>(
    ({ day }) => x(day),
    ({ value }) => y(value),
  );
  const areaOf = area<(typeof valued)[number]>(
    ({ day }) => x(day),
    height,
    ({ value }) => y(value),
  );
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={areaOf(valued) ?? ''} fill={colour} opacity={0.14} />
      <path d={lineOf(valued) ?? ''} fill="none" stroke={colour} strokeWidth={1.5} strokeLinejoin="round" />
      {last && <circle cx={x(last.day)} cy={y(last.value)} r={2.5} fill={colour} />}
    </svg>
  );
}
