import { Inline } from '@atlaskit/primitives/compiled';
import { useState } from 'react';
import type { WorkFilter } from '../../../../src/contract';
import type { FilterOption, FilterOptions } from '../../shared/jira/filterNames';
import { FilterSelect } from '../../shared/form/FilterSelect';
import { LookSwitches } from '../../shared/LookSwitches';
import { useProjectFilters, type Look } from './useProject';
import styles from './project.module.css';

const FILTERS: { key: keyof WorkFilter; options: keyof FilterOptions; label: string; none: string }[] = [
  { key: 'sprint', options: 'sprints', label: 'Sprint', none: 'No work here is in a sprint' },
  { key: 'fixVersion', options: 'fixVersions', label: 'Fix version', none: 'No work here has a fix version' },
  { key: 'component', options: 'components', label: 'Component', none: 'No work here has a component' },
];

type Props = { look: Look; onChange: (look: Look) => void };

/** Chooses the window, the measure and the filters of the page. */
export function Controls({ look, onChange }: Props) {
  const [isChoosing, setChoosing] = useState(false);
  // A chosen filter's name is shown, also if the address came with it.
  const filters = useProjectFilters(isChoosing || Object.keys(look.filter).length > 0);
  const choose = (key: keyof WorkFilter, id: string | null) => {
    const filter = { ...look.filter };
    if (id === null) delete filter[key];
    else filter[key] = id;
    onChange({ ...look, filter });
  };

  return (
    <Inline role="group" aria-label="What is shown" space="space.200" rowSpace="space.150" shouldWrap>
      <LookSwitches
        window={look.window}
        measure={look.measure}
        onWindow={(window) => onChange({ ...look, window })}
        onMeasure={(measure) => onChange({ ...look, measure })}
      />
      {FILTERS.map(({ key, options, label, none }) => {
        const offered: FilterOption[] = filters.data?.[options] ?? [];
        return (
          <FilterSelect
            key={key}
            className={styles.filter}
            label={label}
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
            value={look.filter[key] ?? null}
            onChange={(id) => choose(key, id)}
            isLoading={filters.isFetching}
            loadingMessage={() => 'Looking at the work of this project…'}
            noOptionsMessage={({ inputValue }) => noOptions(inputValue, none, filters.error)}
            onMenuOpen={() => setChoosing(true)}
          />
        );
      })}
    </Inline>
  );
}

/** Why there is nothing to choose. */
const noOptions = (typed: string, none: string, error: Error | null): string => {
  if (error !== null) return error.message;
  return typed === '' ? none : `Nothing here is named “${typed}”`;
};
