import Button from '@atlaskit/button/new';
import { useMemo, useState } from 'react';
import type { Measure, UnlinkedPart } from '../../../../src/contract';
import { Card } from '../Card';
import { SaveCsv } from '../csv/SaveCsv';
import { ErrorState } from '../ErrorState';
import { useFormat } from '../host';
import { Loading } from '../Loading';
import type { Learned, Suggested } from '../suggestions/learned';
import { nearbyFor, suggestedFor, useLearned } from '../suggestions/useSuggestions';
import { Controls, useGrouping } from './Controls';
import { DecidedLine } from './DecidedLine';
import { type Group, sizeOfAll } from './groups';
import { GroupsTable } from './GroupsTable';
import { SetAsideDialog } from './SetAsideDialog';
import { SetAsideList } from './SetAsideList';
import { TRIAGE_CSV, unitsIn } from './triageFile';
import { groupId, groupLabel, PART_WORDS } from './groupWords';
import { type TriageLook, useTriageScope } from './scope';
import { TimeboxFilters, useTimebox } from './TimeboxFilters';
import { type Decided, useDecide } from './useDecide';
import { useGroups } from './useGroups';
import styles from './triage.module.css';

/** Groups that are shown at first, and with each further look. */
const AT_ONCE = 5;
const MORE = 20;

const ANY_TIME = { sprint: null, fixVersion: null };

const NO_FIELDS = { objective: null, sprint: null, team: null };

/** A decision as it was made: in which words and measure, of which part of the work. */
type Told = { decided: Decided; name: string; measure: Measure; part: UnlinkedPart };

/** What groups probably serve, by their ids. */
const suggestionsFor = (groups: readonly Group[], learned: Learned | null): ReadonlyMap<string, Suggested> =>
  new Map(
    groups.flatMap((group): [string, Suggested][] => {
      const suggested = suggestedFor(
        group.units.map(({ facts }) => facts),
        learned,
      );
      return suggested ? [[groupId(group), suggested]] : [];
    }),
  );

/**
 * Where few decisions align much of the work that serves nothing, or nothing that is active: groups of it, each with a picker.
 * Nothing where there is no such work.
 */
export function TriageCard({ look }: { look: TriageLook }) {
  const format = useFormat();
  const { where, learnedIn, isFiltered } = useTriageScope();
  const [timebox] = useTimebox();
  const [by, filter] = useGrouping();
  const [limit, setLimit] = useState(AT_ONCE);
  const [told, tell] = useState<Told | null>(null);
  const [leaving, leave] = useState<Group | null>(null);
  const { list, groups, setAside, error, size, isCapped, isWhole } = useGroups(look, {
    by,
    filter,
    timebox: isFiltered ? ANY_TIME : timebox,
  });
  const decide = useDecide(list.data?.fields ?? NO_FIELDS);
  const { learned } = useLearned(learnedIn);
  const shown = useMemo(() => (groups ?? []).slice(0, limit), [groups, limit]);
  const suggestions = useMemo(() => suggestionsFor(shown, learned), [shown, learned]);

  if (list.isPending) return <Loading lines={4} label="Looking for what aligns most" />;
  if (!list.data) return <ErrorState error={error ?? new Error()} retry={() => void list.refetch()} />;
  const { units, hidden, read, total } = list.data;
  if (total === 0 && told === null) return null;

  const named = shown.filter(({ mark }) => mark !== null);
  const what = `${PART_WORDS[look.part]} ${where} that serves nothing active`;
  const more = (groups?.length ?? 0) - shown.length;
  return (
    <Card
      title="Where to start"
      about={
        named.length > 0 && size > 0
          ? `${named.length === 1 ? 'This link aligns' : `These ${format.count(named.length, 'link')} align`} ${format.percent(sizeOfAll(named) / size)} of ${isWhole ? '' : 'what is found of '}${what}.`
          : undefined
      }
    >
      <Controls>{!isFiltered && <TimeboxFilters units={units} />}</Controls>
      {error && <ErrorState error={error} retry={() => void list.refetch()} />}
      {groups === null && !error && <Loading lines={4} label="Asking Jira" />}
      {groups?.length === 0 && (
        <p className="subtle">{units.length === 0 ? 'Nothing is left to decide.' : 'Nothing is found.'}</p>
      )}
      {shown.length > 0 && (
        <GroupsTable
          groups={shown}
          by={by}
          size={size}
          measure={look.measure}
          suggestions={suggestions}
          linking={decide.isPending ? groupId(decide.variables.group) : null}
          nearbyOf={({ units: of }) =>
            nearbyFor(
              of.map(({ facts }) => facts),
              learned,
            )
          }
          onSetAside={leave}
          onDecide={(decision) =>
            decide.mutate(decision, {
              onSuccess: (decided) =>
                tell({ decided, name: groupLabel(decision.group, by), measure: look.measure, part: look.part }),
            })
          }
        />
      )}
      {decide.isPending && decide.share > 0 && decide.share < 1 && (
        <p role="status">Linking: {format.percent(decide.share)} done</p>
      )}
      {leaving && <SetAsideDialog units={leaving.units} name={groupLabel(leaving, by)} onClose={() => leave(null)} />}
      {told && <DecidedLine key={decide.submittedAt} {...told} />}
      {decide.isError && <ErrorState error={decide.error} />}
      {shown.length > 0 && (
        <div className={styles.more}>
          {more > 0 && (
            <Button spacing="compact" onClick={() => setLimit(limit + MORE)}>
              Show {format.number(Math.min(more, MORE))} more
            </Button>
          )}
          <SaveCsv name="where-to-start" columns={TRIAGE_CSV} rows={unitsIn(groups ?? [])} />
        </div>
      )}
      <SetAsideList units={setAside} />
      {hidden > 0 && <p className="subtle">{format.number(hidden)} more you cannot see.</p>}
      {isCapped && (
        <p className="subtle">
          Grouped are {format.number(read)} of {format.number(total)}. When these are decided, the next follow.
          {by === 'epic' && ' The link of an epic also aligns what was not read yet.'}
        </p>
      )}
    </Card>
  );
}
