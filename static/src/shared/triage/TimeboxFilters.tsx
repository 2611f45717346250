import Select from '@atlaskit/select';
import { useId } from 'react';
import { useAddress } from '../routing/address';
import type { Undecided } from './groups';
import { type Timebox, timeboxesOf } from './timebox';
import styles from './triage.module.css';

type Named = { id: string; name: string };

/** The sprint and fix version that the page's address names. */
export function useTimebox(): [timebox: Timebox, put: ReturnType<typeof useAddress>[1]] {
  const [query, put] = useAddress();
  return [{ sprint: query.get('sprint'), fixVersion: query.get('fixVersion') }, put];
}

function One(props: { label: string; options: Named[]; value: string | null; onChange: (id: string | null) => void }) {
  const { label, options, value, onChange } = props;
  const id = useId();
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{label}</label>
      <Select<Named>
        inputId={id}
        spacing="compact"
        placeholder="Any"
        isClearable
        options={options}
        value={options.find((option) => option.id === value) ?? null}
        getOptionValue={(option) => option.id}
        getOptionLabel={({ name }) => name}
        noOptionsMessage={() => `No work here has a ${label.toLowerCase()}`}
        onChange={(option: Named | null) => onChange(option?.id ?? null)}
      />
    </div>
  );
}

/** Chooses a sprint and a fix version, of those that undecided work has. */
export function TimeboxFilters({ units }: { units: readonly Undecided[] }) {
  const [{ sprint, fixVersion }, put] = useTimebox();
  const { sprints, versions } = timeboxesOf(units);
  return (
    <>
      <One label="Sprint" options={sprints} value={sprint} onChange={(id) => put({ sprint: id })} />
      <One label="Fix version" options={versions} value={fixVersion} onChange={(id) => put({ fixVersion: id })} />
    </>
  );
}
