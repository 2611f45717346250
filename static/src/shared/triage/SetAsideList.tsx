import Button from '@atlaskit/button/new';
import { formatDay } from '../../../../src/domain/time/day';
import type { CsvColumn } from '../csv/columns';
import { SaveCsv } from '../csv/SaveCsv';
import { ErrorState } from '../ErrorState';
import { useFormat } from '../host';
import { IssueLink } from '../IssueLink';
import { PersonName } from '../people/PersonName';
import { useNames } from '../people/useNames';
import type { Undecided } from './groups';
import { DEFERRAL_NAME } from './groupWords';
import { refusals } from './refusals';
import { TRIAGE_CSV } from './triageFile';
import { useSetAside } from './useSetAside';
import styles from './triage.module.css';

/** Issues that are listed when it is opened. */
const SHOWN = 50;

const setAsideCsv = (nameOf: (accountId: string | null) => string): CsvColumn<Undecided>[] => [
  { head: 'set aside because', value: ({ setAside }) => setAside && DEFERRAL_NAME[setAside.reason] },
  { head: 'until', value: ({ setAside }) => setAside && formatDay(setAside.until) },
  { head: 'by', value: ({ setAside }) => setAside && nameOf(setAside.by) },
];

/** What was set aside: how much, and opened which issues, why, until when and by whom, to be brought back. */
export function SetAsideList({ units }: { units: readonly Undecided[] }) {
  const format = useFormat();
  const bringBack = useSetAside();
  const nameOf = useNames(units.map(({ setAside }) => setAside?.by ?? null));
  if (units.length === 0) return null;
  return (
    <details className={styles.units}>
      <summary>{format.units(units.length)} set aside</summary>
      <ul>
        {units.slice(0, SHOWN).map(({ id, facts, setAside }) => (
          <li key={id}>
            <IssueLink issueKey={facts.key} /> <bdi dir="auto">{facts.summary}</bdi>
            {setAside && (
              <>
                {': '}
                {DEFERRAL_NAME[setAside.reason]}, until {format.day(setAside.until)}, by{' '}
                <PersonName accountId={setAside.by} none="a former user" />
              </>
            )}{' '}
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={`Bring back ${facts.key}`}
              isLoading={bringBack.isPending && bringBack.variables.ids.includes(id)}
              onClick={() => bringBack.mutate({ ids: [id], deferral: null })}
            >
              Bring back
            </Button>
          </li>
        ))}
        {units.length > SHOWN && <li className="subtle">and {format.number(units.length - SHOWN)} more</li>}
      </ul>
      <SaveCsv name="set-aside" columns={[...TRIAGE_CSV, ...setAsideCsv(nameOf)]} rows={units} />
      {bringBack.isError && <ErrorState error={bringBack.error} />}
      <div role="status">{refusals(bringBack.data ?? [], units, format).join(' ')}</div>
    </details>
  );
}
