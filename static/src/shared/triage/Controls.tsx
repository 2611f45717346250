import Checkbox from '@atlaskit/checkbox';
import { Inline } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Switch } from '../Switch';
import { useAddress } from '../routing/address';
import { useDebounced } from '../useDebounced';
import type { IssueFilter } from '../jira/matching';
import { type Grouping, GROUPINGS } from './groups';
import { GROUPING_NAME } from './groupWords';
import styles from './triage.module.css';

const TYPING_MS = 400;

/** How work is grouped and filtered, in the page's address. */
export function useGrouping(): [by: Grouping, filter: IssueFilter, put: ReturnType<typeof useAddress>[1]] {
  const [query, put] = useAddress();
  const by = GROUPINGS.find((one) => one === query.get('group')) ?? 'epic';
  return [by, { isMine: query.get('mine') === '1', text: query.get('text') ?? '' }, put];
}

/** Chooses how work is grouped, and which. `children`: further filters */
export function Controls({ children }: { children: ReactNode }) {
  const [by, { isMine, text }, setAddress] = useGrouping();
  const [typed, setTyped] = useState(text);
  const settled = useDebounced(typed, TYPING_MS);
  const label = useId();
  const put = (words: string) => {
    if (words !== text) setAddress({ text: words });
  };
  const newest = useRef(put);
  useEffect(() => {
    newest.current = put;
  });
  // Only what is typed changes the address.
  useEffect(() => newest.current(settled), [settled]);
  return (
    <Inline
      role="group"
      aria-label="What is grouped"
      space="space.200"
      rowSpace="space.100"
      alignBlock="end"
      shouldWrap
    >
      <Switch
        label="Group by"
        options={GROUPINGS.map((value) => ({ value, name: GROUPING_NAME[value] }))}
        value={by}
        onChange={(value) => setAddress({ group: value === 'epic' ? null : value })}
      />
      <div className={styles.text}>
        <label htmlFor={label}>With the words</label>
        <Textfield id={label} isCompact value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
      </div>
      {children}
      <Checkbox label="Only mine" isChecked={isMine} onChange={() => setAddress({ mine: isMine ? null : '1' })} />
    </Inline>
  );
}
