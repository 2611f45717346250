import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Measure, Tag } from '../../../../src/contract';
import { useFormat } from '../host';
import { IssueLink } from '../IssueLink';
import { ObjectivePicker } from '../ObjectivePicker';
import type { Suggested } from '../suggestions/learned';
import type { Nearby } from '../suggestions/nearby';
import { WideTable, type WideColumn } from '../table/WideTable';
import type { Group, Grouping } from './groups';
import { GroupChoice } from './GroupChoice';
import { GroupUnits } from './GroupUnits';
import { groupId, groupLabel, groupName, GROUPING_NAME } from './groupWords';
import type { Decision } from './useDecide';
import styles from './triage.module.css';

/** Keys that go from group to group, and by how many. */
const MOVES: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The key that opens the picker where something is suggested. */
const OTHER = 'o';

type Props = {
  groups: readonly Group[];
  by: Grouping;
  /** of all that is grouped */
  size: number;
  measure: Measure;
  /** what the groups probably serve, by their ids */
  suggestions: ReadonlyMap<string, Suggested>;
  nearbyOf: (group: Group) => readonly Nearby[];
  /** id of the group that is being linked */
  linking: string | null;
  onDecide: (decision: Decision) => void;
  onSetAside: (group: Group) => void;
};

/**
 * The groups, largest first. By keyboard: j and k or the arrows go from group to group, Enter takes what is suggested, or opens
 * the picker where nothing is, o opens it anyway, and after a decision the next group has the focus.
 */
export function GroupsTable(props: Props) {
  const { groups, by, size, measure, suggestions, linking } = props;
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const wasLinking = useRef<string | null>(null);
  /** the place whose button is to have the focus, once a decided group is gone from the list */
  const next = useRef<{ at: number; gone: string | null } | null>(null);

  const buttons = (): HTMLElement[] => [...(table.current?.querySelectorAll<HTMLElement>('[data-group]') ?? [])];
  const focus = (at: number) => {
    const all = buttons();
    all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
  };

  useEffect(() => {
    const hasEnded = wasLinking.current !== null && linking === null;
    wasLinking.current = linking;
    if (next.current === null || open !== null) return;
    const { at, gone } = next.current;
    // Where some of it could not be linked it stays, and has the focus again.
    if (gone !== null && !hasEnded && groups.some((group) => groupId(group) === gone)) return;
    focus(at);
    next.current = null;
  });

  const move = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    // The row with an open picker has no button, so its place among the buttons is not that of its group.
    const at = buttons().findIndex((button) => button === event.target);
    const id = buttons()[at]?.dataset.group;
    if (id === undefined) return;
    if (event.key === OTHER) {
      // Not typed into the picker that opens.
      event.preventDefault();
      setOpen(id);
    }
    if (by === undefined) return;
    event.preventDefault();
    focus(at + by);
  };

  const choose = (group: Group, tag: Tag | null, isSuggested = false) => {
    next.current = { at: groups.indexOf(group), gone: tag && groupId(group) };
    setOpen(null);
    if (tag) props.onDecide({ group, to: tag, isSuggested });
  };

  const columns: WideColumn<Group>[] = [
    {
      head: GROUPING_NAME[by],
      cell: (group) => (
        <span className={styles.name}>
          {group.mark?.issue && <IssueLink issueKey={group.mark.issue.key} />}
          <bdi dir="auto" className={group.mark === null ? 'subtle' : undefined}>
            {groupName(group, by)}
          </bdi>
        </span>
      ),
    },
    { head: 'Work', width: 20, cell: (group) => <GroupUnits group={group} name={groupLabel(group, by)} /> },
    {
      head: 'Aligns',
      width: 18,
      cell: (group) => (
        <span className={styles.leverage}>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.part} style={{ inlineSize: `${(100 * group.size) / size}%` }} />
          </span>
          <span className={styles.size}>{format.size(group.size, measure)}</span>
        </span>
      ),
    },
    {
      head: 'Objective',
      width: 32,
      cell: (group) =>
        open === groupId(group) ? (
          <ObjectivePicker
            label={`Objective for ${groupLabel(group, by)}`}
            starts="open"
            floating
            nearby={props.nearbyOf(group)}
            onChoose={({ tag }) => choose(group, tag)}
            onCancel={() => choose(group, null)}
          />
        ) : (
          <GroupChoice
            id={groupId(group)}
            name={groupLabel(group, by)}
            suggested={suggestions.get(groupId(group)) ?? null}
            isLinking={linking === groupId(group)}
            onAccept={(tag) => choose(group, tag, true)}
            onOpen={() => setOpen(groupId(group))}
            onSetAside={() => props.onSetAside(group)}
          />
        ),
    },
  ];

  return (
    <div ref={table} onKeyDown={move}>
      <WideTable label="Where to start" columns={columns} rows={groups} rowKey={groupId} />
    </div>
  );
}
