import Button from '@atlaskit/button/new';
import SearchIcon from '@atlaskit/icon/core/search';
import { Inline } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import type { PortfolioObjective } from '../../../../../src/contract';
import { HEALTHS } from '../../../../../src/domain/strategy/health';
import { PERSPECTIVES, PERSPECTIVE_NAME } from '../../../../../src/domain/strategy/objective';
import { FilterSelect } from '../../../shared/form/FilterSelect';
import { usePeople } from '../../../shared/people/usePeople';
import { Switch } from '../../../shared/Switch';
import { HEALTH_NAME, NO_PERSPECTIVE } from '../../../shared/words';
import { personName } from '../figures/people';
import { isFiltering, UNSET, type Period } from './filters';
import type { useFilters } from './useFilters';
import styles from './filters.module.css';

const PERIOD_NAMES: { value: Period; name: string }[] = [
  { value: 'any', name: 'Any time' },
  { value: 'quarter', name: 'This quarter' },
  { value: 'year', name: 'This year' },
];

type OwnerOption = { value: string; label: string };

/** All owners, by name; "No owner" last, if an objective has none. */
function useOwnerOptions(objectives: readonly PortfolioObjective[]): OwnerOption[] {
  const owners = [...new Set(objectives.map(({ owner }) => owner))];
  const ids = owners.filter((owner) => owner !== null);
  const people = usePeople(ids);
  const named = ids
    .map((id) => ({ value: id, label: personName(people, id) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return owners.includes(null) ? [...named, { value: UNSET, label: 'No owner' }] : named;
}

type Props = ReturnType<typeof useFilters> & {
  objectives: readonly PortfolioObjective[];
  /** how many are archived; 0: no switch for them */
  archived: number;
};

export function FilterBar(props: Props) {
  const { objectives, archived, filters, change, clear, withArchived, setWithArchived } = props;
  const search = useId();
  const toggle = useId();
  const owners = useOwnerOptions(objectives);
  return (
    <Inline
      role="search"
      aria-label="Filter objectives"
      space="space.200"
      rowSpace="space.150"
      alignBlock="end"
      shouldWrap
    >
      <div className={styles.search}>
        <label className={styles.label} htmlFor={search}>
          Search
        </label>
        <Textfield
          id={search}
          isCompact
          dir="auto"
          placeholder="Key or title"
          elemBeforeInput={
            <span className={styles.icon}>
              <SearchIcon label="" size="small" />
            </span>
          }
          value={filters.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <Switch label="Period" options={PERIOD_NAMES} value={filters.period} onChange={(period) => change({ period })} />
      <FilterSelect
        className={styles.oneOf}
        label="Health"
        options={HEALTHS.map((value) => ({ value, label: HEALTH_NAME[value] }))}
        value={filters.health}
        onChange={(health) => change({ health })}
      />
      <FilterSelect
        className={styles.oneOf}
        label="Owner"
        options={owners}
        value={filters.owner}
        onChange={(owner) => change({ owner })}
      />
      <FilterSelect
        className={styles.oneOf}
        label="Perspective"
        options={[
          ...PERSPECTIVES.map((value) => ({ value, label: PERSPECTIVE_NAME[value] })),
          { value: UNSET, label: NO_PERSPECTIVE },
        ]}
        value={filters.perspective}
        onChange={(perspective) => change({ perspective })}
      />
      {archived > 0 && (
        <div className={styles.toggle}>
          <Toggle id={toggle} isChecked={withArchived} onChange={() => setWithArchived(!withArchived)} />
          <label htmlFor={toggle}>Archived ({archived})</label>
        </div>
      )}
      {isFiltering(filters) && (
        <div className={styles.clear}>
          <Button appearance="subtle" spacing="compact" onClick={clear}>
            Clear filters
          </Button>
        </div>
      )}
    </Inline>
  );
}
