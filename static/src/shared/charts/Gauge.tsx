import { arc } from 'd3-shape';
import type { ReactNode } from 'react';
import styles from './charts.module.css';

type Props = {
  /** 0…1; `null` leaves the track empty */
  share: number | null;
  /** the ends of the scale, in words */
  ends: [string, string];
  /** what stands in the middle */
  children: ReactNode;
};

const SIZE = 176;
const RADIUS = SIZE / 2;
const THICKNESS = 14;
/** Two thirds of a circle, open below. */
const SWEEP = (Math.PI * 4) / 3;

const bow = arc().cornerRadius(THICKNESS / 2);

/** The bow from the start of the scale to a share of it. */
const bowTo = (share: number): string =>
  bow({
    innerRadius: RADIUS - THICKNESS,
    outerRadius: RADIUS,
    startAngle: -SWEEP / 2,
    endAngle: -SWEEP / 2 + SWEEP * share,
  }) ?? '';

/** Where the scale has its ends, and the heights to write them at. */
const END_X = RADIUS * Math.sin(SWEEP / 2) - THICKNESS / 2;
const BOTTOM = -RADIUS * Math.cos(SWEEP / 2);
const HEIGHT = RADIUS + BOTTOM + 24;

/** A number between two ends, as a bow that fills. A picture only: the number stands in it, in words. */
export function Gauge({ share, ends, children }: Props) {
  const drawn = share === null ? null : Math.min(1, Math.max(0, share));
  return (
    <div className={styles.gauge} style={{ inlineSize: SIZE }}>
      <svg width={SIZE} height={HEIGHT} viewBox={`${-RADIUS} ${-RADIUS} ${SIZE} ${HEIGHT}`} aria-hidden="true">
        <path className={styles.gaugeTrack} d={bowTo(1)} />
        {drawn !== null && drawn > 0 && <path className={styles.gaugeValue} d={bowTo(drawn)} />}
        <text x={-END_X} y={BOTTOM + 18} textAnchor="middle" className={styles.tick}>
          {ends[0]}
        </text>
        <text x={END_X} y={BOTTOM + 18} textAnchor="middle" className={styles.tick}>
          {ends[1]}
        </text>
      </svg>
      <div className={styles.gaugeMiddle}>{children}</div>
    </div>
  );
}
