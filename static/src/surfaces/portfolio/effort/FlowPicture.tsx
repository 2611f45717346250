import { useId, useState, type ReactNode } from 'react';
import type { Measure } from '../../../../../src/contract';
import { useWidth } from '../../../shared/charts/useWidth';
import { NumberButton } from '../../../shared/counted/NumberButton';
import { useListing } from '../../../shared/counted/useListing';
import { useFormat } from '../../../shared/host';
import { ObjectiveLink } from '../ObjectiveLink';
import type { Flow, Sink } from './flow';
import { layOutFlow, sourceBlock, sinkBlock, type Block } from './layOutFlow';
import styles from './flow.module.css';

type Props = { flow: Flow; measure: Measure; label: string };

type Side = 'source' | 'sink';

/** Below this width, in pixels, names take a larger share of it. */
const NARROW = 480;

/** The share of the width that names take on each side, 0…1. */
const namesIn = (width: number): Record<Side, number> =>
  width < NARROW ? { source: 0.29, sink: 0.33 } : { source: 0.2, sink: 0.3 };

type NameProps = {
  block: Block | undefined;
  side: Side;
  /** share of the picture's width, 0…1 */
  width: number;
  children: ReactNode;
  onHover: (is: boolean) => void;
};

function Name({ block, side, width, children, onHover }: NameProps) {
  if (!block) return null;
  return (
    <li
      className={side === 'source' ? styles.source : styles.sink}
      style={{ insetBlockStart: block.y + block.height / 2, inlineSize: `${100 * width}%` }}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      {children}
    </li>
  );
}

const SinkName = ({ sink }: { sink: Sink }) =>
  sink.objective ? <ObjectiveLink objective={sink.objective} /> : <span>{sink.name}</span>;

/** A Sankey diagram of work, from functions to what it serves. */
export function FlowPicture({ flow, measure, label }: Props) {
  const format = useFormat();
  const { ref, width } = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<{ side: Side; id: string } | null>(null);
  const patterns = useId();
  const { show, listing } = useListing();
  const names = namesIn(width);
  const inner = Math.max(60, Math.round(width * (1 - names.source - names.sink)));
  const layout = layOutFlow(flow, inner);
  const share = (size: number) => format.percent(flow.total > 0 ? size / flow.total : null);
  const hover = (side: Side, id: string) => (is: boolean) => setHovered(is ? { side, id } : null);
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;

  return (
    <div ref={ref} className={styles.flow} style={{ blockSize: layout.height }} role="group" aria-label={label}>
      <ul className={styles.names} aria-label="From">
        {flow.sources.map(({ id, name, size, opens }) => (
          <Name
            key={id}
            block={sourceBlock(layout, id)}
            side="source"
            width={names.source}
            onHover={hover('source', id)}
          >
            <span className={styles.name} dir="auto" title={name}>
              {name}
            </span>
            <span className={styles.size}>
              <NumberButton opened={opens} text={format.size(size, measure)} onShow={show} />, {share(size)}
            </span>
          </Name>
        ))}
      </ul>
      <svg
        width={inner}
        height={layout.height}
        viewBox={`0 0 ${inner} ${layout.height}`}
        className={styles.picture}
        style={{ insetInlineStart: `${100 * names.source}%` }}
        aria-hidden="true"
      >
        <defs>
          <pattern
            id={`${patterns}stale`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="4" height="6" className={styles.staleFill} />
          </pattern>
          <pattern id={`${patterns}unlinked`} width="5" height="5" patternUnits="userSpaceOnUse">
            <circle cx="2.5" cy="2.5" r="1.1" className={styles.unlinkedFill} />
          </pattern>
        </defs>
        {layout.ribbons.map((ribbon) => {
          const isOut = hovered !== null && ribbon[hovered.side] !== hovered.id;
          return (
            <g key={`${ribbon.source} ${ribbon.sink}`} className={isOut ? styles.out : undefined}>
              <path
                d={ribbon.path}
                fill="none"
                strokeWidth={ribbon.thickness}
                className={styles[ribbon.kind]}
                stroke={
                  ribbon.kind === 'stale' || ribbon.kind === 'unlinked' ? `url(#${patterns}${ribbon.kind})` : undefined
                }
              >
                <title>{`${nameOf(flow.sources, ribbon.source)} → ${nameOf(flow.sinks, ribbon.sink)}: ${format.size(ribbon.size, measure)}`}</title>
              </path>
            </g>
          );
        })}
        {layout.blocks.map(({ id, x, y, width: across, height }) => (
          <rect key={id} x={x} y={y} width={across} height={height} rx={2} className={styles.block} />
        ))}
      </svg>
      <ul className={styles.names} aria-label="To">
        {flow.sinks.map((sink) => (
          <Name
            key={sink.id}
            block={sinkBlock(layout, sink.id)}
            side="sink"
            width={names.sink}
            onHover={hover('sink', sink.id)}
          >
            <span className={styles.name} title={sink.name}>
              <SinkName sink={sink} />
            </span>
            <span className={styles.size}>
              <NumberButton opened={sink.opens} text={format.size(sink.size, measure)} onShow={show} />,{' '}
              {share(sink.size)}
            </span>
          </Name>
        ))}
      </ul>
      {listing}
    </div>
  );
}
