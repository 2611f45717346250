import { arc } from 'd3-shape';
import type { ReactNode } from 'react';
import styles from './charts.module.css';

type Props = {
  /** 0…1; `null` leaves the track empty */
  share: number | null;
  /** texts at the ends of the scale */
  ends: [string, string];
  /** the value in words, in the middle */
  children: ReactNode;
};

const SIZE = 176;
const RADIUS = SIZE / 2;
const THICKNESS = 14;
/** Two thirds of a circle, open below. */
const SWEEP = (Math.PI * 4) / 3;

const bow = arc().cornerRadius(THICKNESS / 2);

/** The SVG path of the arc from the start of the scale to a share of it. */
const bowTo = (share: number): string =>
  bow({
    innerRadius: RADIUS - THICKNESS,
    outerRadius: RADIUS,
    startAngle: -SWEEP / 2,
    endAngle: -SWEEP / 2 + SWEEP * share,
  }) ?? '';

/** Where the scale ends, and the height of the picture, in px. */
const END_X = RADIUS * Math.sin(SWEEP / 2) - THICKNESS / 2;
const BOTTOM = -RADIUS * Math.cos(SWEEP / 2);
const HEIGHT = RADIUS + BOTTOM + 24;

/** A share as an arc that fills. Screen readers skip the arc. */
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
