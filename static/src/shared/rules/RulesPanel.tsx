import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { useState } from 'react';
import type { Rule } from '../../../../src/contract';
import { CallError } from '../ask';
import { SaveCsv } from '../csv/SaveCsv';
import { EmptyList } from '../EmptyList';
import { ErrorState } from '../ErrorState';
import { useFormat } from '../host';
import { Loading } from '../Loading';
import { FORMER_USER, PersonName } from '../people/PersonName';
import { useNames } from '../people/useNames';
import { type Column, DataTable } from '../table/DataTable';
import { RuleDialog } from './RuleDialog';
import { doneOf, PAUSE, rulesCsv, targetOf } from './ruleWords';
import { useChangeRules, useRules } from './useRules';

/** The standing rules of a project (`null`: those for every project), to be stated, ordered, switched off and deleted. */
export function RulesPanel({ projectId }: { projectId: string | null }) {
  const format = useFormat();
  const { data, error, isPending, refetch } = useRules();
  const save = useChangeRules('saveRule');
  const move = useChangeRules('moveRule');
  const remove = useChangeRules('deleteRule');
  const nameOf = useNames((data?.rules ?? []).map(({ owner }) => owner));
  const [editing, edit] = useState<{ rule: Rule | null } | null>(null);

  if (isPending) return <Loading lines={4} label="Loading the rules" />;
  if (error instanceof CallError && error.code === 'forbidden') {
    return (
      <EmptyList title="Rules link work by themselves">
        <p>They are stated by admins of this project and by strategy editors.</p>
      </EmptyList>
    );
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;

  const { rules, everywhere } = data;
  const failure = save.error ?? move.error ?? remove.error;
  const columns: Column<Rule>[] = [
    { head: 'Issues', kind: 'text', cell: ({ jql }) => <code dir="ltr">{jql}</code> },
    { head: 'Linked to', cell: (rule) => <bdi>{targetOf(rule)}</bdi> },
    { head: 'State', cell: (rule) => (rule.pause === null ? 'At work' : PAUSE[rule.pause]) },
    { head: 'So far', cell: (rule) => doneOf(rule, format) },
    { head: 'Owner', cell: ({ owner }) => <PersonName accountId={owner} none={FORMER_USER} /> },
    {
      head: 'Change',
      cell: (rule) => {
        const at = rules.indexOf(rule);
        const before = rules[at - 1];
        const { id, jql, to, pause } = rule;
        return (
          <Inline space="space.050" shouldWrap>
            <Button spacing="compact" onClick={() => edit({ rule })} aria-label={`Change ${jql}`}>
              Change
            </Button>
            {before && (
              <Button
                spacing="compact"
                onClick={() => move.mutate({ id, before: before.id })}
                aria-label={`Move up ${jql}`}
              >
                Move up
              </Button>
            )}
            <Button
              spacing="compact"
              onClick={() => save.mutate({ id, jql, to, on: pause === 'off' })}
              aria-label={`${pause === 'off' ? 'Switch on' : 'Switch off'} ${jql}`}
            >
              {pause === 'off' ? 'Switch on' : 'Switch off'}
            </Button>
            <Button spacing="compact" onClick={() => remove.mutate({ id })} aria-label={`Delete ${jql}`}>
              Delete
            </Button>
          </Inline>
        );
      },
    },
  ];

  return (
    <Stack space="space.150">
      <p className="subtle">
        A rule links what its JQL matches, from now on: the first one that matches, unless an issue has a link of its
        own or somebody took one away. Switched off or deleted, what it linked stays.
        {everywhere > 0 &&
          ` ${format.count(everywhere, 'rule')} of strategy editors ${everywhere === 1 ? 'comes' : 'come'} before these.`}
      </p>
      {failure && <ErrorState error={failure} />}
      {rules.length === 0 ? (
        <EmptyList title="There is no rule yet">
          <p>State one where Jira knows already what work serves: by label, component or parent.</p>
        </EmptyList>
      ) : (
        <DataTable caption="Standing rules" columns={columns} rows={rules} rowKey={({ id }) => id} />
      )}
      <div>
        <Button appearance="primary" onClick={() => edit({ rule: null })}>
          State a rule
        </Button>{' '}
        {rules.length > 0 && <SaveCsv isTall name="rules" columns={rulesCsv(format, nameOf)} rows={rules} />}
      </div>
      <ModalTransition>
        {editing && <RuleDialog rule={editing.rule} projectId={projectId} onClose={() => edit(null)} />}
      </ModalTransition>
    </Stack>
  );
}
