import { NumberButton } from '../../../shared/counted/NumberButton';
import type { Opened } from '../../../shared/counted/opened';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import styles from './matrix.module.css';

/** The strongest colour of a cell, in percent. Numbers stay readable on it. */
const MOST_HEAT = 45;

export type Shows = { onShow: (opened: Opened) => void };

/** `opened`: `null`: of a draft that is not for the viewer */
type SizeProps = Shows & { size: number; text?: string; opened: Opened | null };

/** A number of the matrix, which opens to its issues. */
export function Size({ size, text, opened, onShow }: SizeProps) {
  const format = useFormat();
  const shown = text ?? format.number(size);
  return opened && size > 0 ? <NumberButton opened={opened} text={shown} onShow={onShow} /> : shown;
}

/** The stale part of a number, if there is any. */
export function Stale({ size, ...shows }: SizeProps) {
  const format = useFormat();
  return (
    size > 0 && (
      <span className={styles.staleText}>
        <Size size={size} text={`${format.number(size)} stale`} {...shows} />
      </span>
    )
  );
}

/** `opens`: the issues behind all of it, or its stale part */
type CellProps = Shows & {
  size: number;
  stale?: number;
  largest: number;
  alone?: string | null;
  opens: (standing?: 'stale') => Opened | null;
};

/** A cell of the heat map. */
export function Cell({ size, stale = 0, largest, alone = null, opens, onShow }: CellProps) {
  const heat = largest > 0 ? Math.round((MOST_HEAT * size) / largest) : 0;
  return (
    <td
      className={alone ? styles.alone : undefined}
      style={{ background: `color-mix(in srgb, var(--ds-chart-brand) ${heat}%, transparent)` }}
    >
      {size > 0 ? <Size size={size} opened={opens()} onShow={onShow} /> : <span className="subtle">{NONE}</span>}
      <Stale size={stale} opened={opens('stale')} onShow={onShow} />
      {alone && <span className={styles.aloneText}>{alone}</span>}
    </td>
  );
}
