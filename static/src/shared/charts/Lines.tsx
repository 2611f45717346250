import { area, line } from 'd3-shape';
import type { Day } from '../../../../src/contract';
import { useFormat } from '../host';
import type { Picture } from './layOut';
import { TONE, type DayValue, type Series } from './series';
import styles from './charts.module.css';

type Props = {
  picture: Picture;
  series: readonly Series[];
  /** the day under the pointer, or chosen by arrow keys */
  atDay: Day | null;
};

/** A line with more points than this has no dots. */
const MOST_DOTS = 20;

/** Height between the name of a day and its line, in px. */
const LEAD = 6;

function Axes({ picture }: Pick<Props, 'picture'>) {
  const format = useFormat();
  const { left, right, top, bottom, dayLines } = picture;
  return (
    <>
      {picture.valueTicks.map(({ text, y }) => (
        <g key={text}>
          <line x1={left} x2={right} y1={y} y2={y} className={styles.grid} />
          <text x={left - 8} y={y} dy="0.32em" textAnchor="end" className={styles.tick}>
            {text}
          </text>
        </g>
      ))}
      {picture.dayTicks.map((tick, index, all) => (
        <text
          key={tick.day}
          x={tick.x}
          y={bottom + 18}
          textAnchor={all.length === 1 ? 'middle' : index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle'}
          className={styles.tick}
        >
          {format.shortDay(tick.day)}
        </text>
      ))}
      {dayLines.map(({ name, x: at, nameX }) => (
        <g key={name}>
          <path d={`M${nameX} ${top - LEAD}L${at} ${top}V${bottom}`} className={styles.dayLine} />
          <text x={nameX} y={top - LEAD - 4} textAnchor="middle" className={styles.tick}>
            {name}
          </text>
        </g>
      ))}
    </>
  );
}

function Line({ picture, one }: { picture: Picture; one: Series }) {
  const { x, y, bottom } = picture;
  const colour = TONE[one.tone ?? 'brand'];
  const isThere = ({ value }: DayValue) => value !== null;
  const at = ({ day }: DayValue) => x(day);
  const height = ({ value }: DayValue) => y(value ?? 0);
  const valued = one.points.filter(isThere);
  return (
    <g>
      {one.isFilled && (
        <path
          d={area<DayValue>().defined(isThere).x(at).y0(bottom).y1(height)(one.points) ?? ''}
          fill={colour}
          opacity={0.12}
        />
      )}
      <path
        d={line<DayValue>().defined(isThere).x(at).y(height)(one.points) ?? ''}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap={one.isDashed ? 'butt' : 'round'}
        strokeDasharray={one.isDashed ? '4 4' : undefined}
      />
      {!one.isDashed &&
        valued.length <= MOST_DOTS &&
        valued.map((point) => <circle key={point.day} cx={at(point)} cy={height(point)} r={3} fill={colour} />)}
    </g>
  );
}

/** The picture of a chart. Screen readers skip it. */
export function Lines({ picture, series, atDay }: Props) {
  const { width, height, top, bottom, x, y } = picture;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.svg}>
      <Axes picture={picture} />
      {series.map((one) => (
        <Line key={one.name} picture={picture} one={one} />
      ))}
      {atDay !== null && (
        <g>
          <line x1={x(atDay)} x2={x(atDay)} y1={top} y2={bottom} className={styles.hair} />
          {series.map(({ name, tone = 'brand', points }) => {
            const value = points.find(({ day }) => day === atDay)?.value ?? null;
            return (
              value !== null && (
                <circle key={name} cx={x(atDay)} cy={y(value)} r={5} fill={TONE[tone]} className={styles.point} />
              )
            );
          })}
        </g>
      )}
    </svg>
  );
}
