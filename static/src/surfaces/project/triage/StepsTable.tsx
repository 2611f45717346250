import Button from '@atlaskit/button/new';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Measure, Tag } from '../../../../../src/contract';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { ObjectivePicker } from '../../../shared/ObjectivePicker';
import { issueColumns } from '../issueColumns';
import { summarise } from '../unlinked/results';
import { useLinkIssues } from '../useProject';
import { WideTable, type WideColumn } from '../WideTable';
import type { ShownStep } from './useTriage';
import styles from './triage.module.css';

/** Keys that go from step to step, and by how many. */
const MOVES: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** A step that was taken. `measure`: of its size */
export type LinkedStep = { step: ShownStep; to: Tag; measure: Measure };

type Props = {
  steps: readonly ShownStep[];
  /** of all unlinked work */
  size: number;
  measure: Measure;
  onLinked: (linked: LinkedStep) => void;
};

/**
 * The steps, largest first. By keyboard: j and k or the arrows go from step to step, Enter opens the picker, and after a link the
 * next step has the focus.
 */
export function StepsTable({ steps, size, measure, onLinked }: Props) {
  const format = useFormat();
  const link = useLinkIssues();
  const [open, setOpen] = useState<string | null>(null);
  const table = useRef<HTMLDivElement>(null);
  /** the place whose button is to have the focus, once a linked issue is gone from the list */
  const next = useRef<{ at: number; gone: string | null } | null>(null);

  const buttons = (): HTMLElement[] => [...(table.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const focus = (at: number) => {
    const all = buttons();
    all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
  };

  useEffect(() => {
    if (next.current === null || open !== null) return;
    const { gone } = next.current;
    if (steps.some(({ id }) => id === gone)) return;
    focus(next.current.at);
    next.current = null;
  });

  const move = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    const at = buttons().findIndex((button) => button === event.target);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    focus(at + by);
  };

  const choose = (step: ShownStep, tag: Tag | null) => {
    const at = steps.indexOf(step);
    setOpen(null);
    if (!tag) {
      next.current = { at, gone: null };
      return;
    }
    link.mutate(
      { issueIds: [step.id], to: tag },
      {
        onSuccess: (results) => {
          const isLinked = summarise(results).linked.length > 0;
          next.current = { at, gone: isLinked ? step.id : null };
          if (isLinked) onLinked({ step, to: tag, measure });
        },
      },
    );
  };

  const refused = link.data ? summarise(link.data).refused : [];
  const columns: WideColumn<ShownStep>[] = [
    ...issueColumns(),
    {
      head: 'Aligns',
      width: 20,
      cell: (step) => (
        <span className={styles.leverage}>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.part} style={{ inlineSize: `${(100 * step.size) / size}%` }} />
          </span>
          <span className={styles.size}>{format.size(step.size, measure)}</span>
        </span>
      ),
    },
    {
      head: 'Objective',
      width: 26,
      cell: (step) =>
        open === step.id ? (
          <ObjectivePicker
            label={`Objective for ${step.key}`}
            starts="open"
            floating
            onChoose={({ tag }) => choose(step, tag)}
            onCancel={() => choose(step, null)}
          />
        ) : (
          <Button
            spacing="compact"
            data-step={step.id}
            aria-label={`Choose an objective for ${step.key}`}
            isLoading={link.isPending && link.variables.issueIds[0] === step.id}
            onClick={() => setOpen(step.id)}
          >
            Choose
          </Button>
        ),
    },
  ];

  return (
    <div ref={table} onKeyDown={move}>
      <WideTable label="Where to start" columns={columns} rows={steps} rowKey={({ id }) => id} />
      <div role="status">
        {refused.map(({ subject, reason }) => (
          <p key={subject}>
            {subject} was not linked: {reason}
          </p>
        ))}
      </div>
      {link.isError && <ErrorState error={link.error} />}
    </div>
  );
}
