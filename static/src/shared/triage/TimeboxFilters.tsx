import { FilterSelect } from '../form/FilterSelect';
import type { Named } from '../jira/issueFacts';
import { useAddress } from '../routing/address';
import type { Undecided } from './groups';
import { type Timebox, timeboxesOf } from './timebox';
import styles from './triage.module.css';

/** The sprint and fix version that the page's address names. */
export function useTimebox(): [timebox: Timebox, put: ReturnType<typeof useAddress>[1]] {
  const [query, put] = useAddress();
  return [{ sprint: query.get('sprint'), fixVersion: query.get('fixVersion') }, put];
}

const optionsOf = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }));

/** Chooses a sprint and a fix version, of those that undecided work has. */
export function TimeboxFilters({ units }: { units: readonly Undecided[] }) {
  const [{ sprint, fixVersion }, put] = useTimebox();
  const { sprints, versions } = timeboxesOf(units);
  return (
    <>
      <FilterSelect
        className={styles.timebox}
        label="Sprint"
        options={optionsOf(sprints)}
        value={sprint}
        onChange={(id) => put({ sprint: id })}
        noOptionsMessage={() => 'No work here has a sprint'}
      />
      <FilterSelect
        className={styles.timebox}
        label="Fix version"
        options={optionsOf(versions)}
        value={fixVersion}
        onChange={(id) => put({ fixVersion: id })}
        noOptionsMessage={() => 'No work here has a fix version'}
      />
    </>
  );
}
