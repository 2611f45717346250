import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { FormDialog } from '../../../shared/dialog/FormDialog';
import { type FieldControl, FormField } from '../../../shared/form/FormField';
import { useFormat } from '../../../shared/host';
import type { ChosenTag } from '../../../shared/objectiveOptions';
import { ObjectivePicker } from '../../../shared/ObjectivePicker';
import { Switch } from '../../../shared/Switch';
import { Found } from './Found';
import { keyOf, tagsIn } from './bulkWords';
import { type Chosen, jqlFor } from './chosen';
import { useGather, useStartBulk } from './useBulk';

type Source = Chosen['source'];

type Props = {
  projectId: string;
  /** the issues that are selected on the page */
  selected: string[];
  onClose: () => void;
};

/** Chooses issues, shows what would become of them, and starts linking them in the background. */
export function BulkDialog({ projectId, selected, onClose }: Props) {
  const format = useFormat();
  const [source, setSource] = useState<Source>(selected.length > 0 ? 'selection' : 'jql');
  const [text, setText] = useState('');
  const [to, setTo] = useState<ChosenTag | null>(null);
  const [overwrites, setOverwrites] = useState(false);
  const gather = useGather(projectId);
  const start = useStartBulk();

  const change = (apply: () => void) => {
    apply();
    // What was checked is no longer what is chosen.
    gather.reset();
    start.reset();
  };
  const chosen: Chosen =
    source === 'selection'
      ? { source, ids: selected }
      : source === 'jql'
        ? { source, jql: text }
        : { source, key: text };
  const found = gather.data;
  const tag = to?.tag ?? null;
  const { same, other } = found ? tagsIn(found, tag && keyOf(tag)) : { same: 0, other: 0 };
  const links = found ? found.editable - same - (overwrites ? 0 : other) : 0;
  const isReady = found
    ? found.job !== null && tag !== null && links > 0
    : source === 'selection' || text.trim() !== '';

  const submit = () => {
    if (!isReady) return;
    if (!found) gather.mutate(chosen);
    else if (found.job !== null && tag) start.mutate({ job: found.job, to: tag, overwrites }, { onSuccess: onClose });
  };

  const typed = (control: FieldControl) => (
    <Textfield {...control} value={text} onChange={({ currentTarget: { value } }) => change(() => setText(value))} />
  );

  return (
    <FormDialog
      title="Link many issues"
      width="large"
      onClose={onClose}
      action={found ? (links > 0 ? `Link ${format.count(links, 'issue')}` : 'Link') : 'Check'}
      onSubmit={submit}
      isBusy={gather.isPending || start.isPending}
      isDisabled={!isReady}
      failure={gather.error ?? start.error}
    >
      <Switch<Source>
        label="Which issues"
        options={[
          ...(selected.length > 0
            ? [{ value: 'selection' as const, name: `Selected ${format.number(selected.length)}` }]
            : []),
          { value: 'jql', name: 'All that a JQL matches' },
          { value: 'epic', name: 'An epic and its children' },
        ]}
        value={source}
        onChange={(one) => change(() => setSource(one))}
      />
      {source === 'jql' && (
        <FormField label="JQL" isRequired hint="In this project, as you see it: component = Checkout AND labels = b2b">
          {typed}
        </FormField>
      )}
      {source === 'epic' && (
        <FormField
          label="Key of the epic"
          isRequired
          hint="Children without a link of their own take that of their epic by themselves: link them too only where theirs is to stay if the epic’s changes."
        >
          {typed}
        </FormField>
      )}
      {found && (
        <Found
          found={found}
          jql={chosen.source === 'selection' ? null : jqlFor(chosen, projectId)}
          same={same}
          other={tag ? other : 0}
        />
      )}
      {found && found.editable > 0 && (
        <FormField label="Link them to" isRequired>
          {() => (
            <ObjectivePicker label="Objective for all of them" current={to?.title ?? null} floating onChoose={setTo} />
          )}
        </FormField>
      )}
      {tag && other > 0 && (
        <Checkbox
          label={`Change the ${format.number(other)} that have another link, too`}
          isChecked={overwrites}
          onChange={({ currentTarget: { checked } }) => setOverwrites(checked)}
        />
      )}
    </FormDialog>
  );
}
