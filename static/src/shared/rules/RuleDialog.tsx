import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Rule, Tag } from '../../../../src/contract';
import { jqlProblem, jqlWithin } from '../../../../src/domain/tagging/rule';
import { CallError } from '../ask';
import { InJira } from '../counted/InJira';
import { FormDialog } from '../dialog/FormDialog';
import { FormField } from '../form/FormField';
import { useFormat } from '../host';
import { ObjectivePicker } from '../ObjectivePicker';
import { leftAlone, targetOf } from './ruleWords';
import { useChangeRules, usePreviewRule } from './useRules';

type Props = {
  /** `null`: a new one */
  rule: Rule | null;
  /** `null`: rules for every project */
  projectId: string | null;
  onClose: () => void;
};

type Target = { tag: Tag; title: string };

/** States a standing rule, after it was shown what the rule would do now. */
export function RuleDialog({ rule, projectId, onClose }: Props) {
  const format = useFormat();
  const [jql, setJql] = useState(rule?.jql ?? '');
  const [target, setTarget] = useState<Target | null>(rule && { tag: rule.to, title: targetOf(rule) });
  const preview = usePreviewRule(projectId);
  const save = useChangeRules('saveRule');

  const change = (apply: () => void) => {
    apply();
    // What was shown is no longer what is to be stated.
    preview.reset();
    save.reset();
  };
  const problem = jql === '' ? null : jqlProblem(jql);
  const isFilled = jql.trim() !== '' && problem === null && target !== null;
  const shown = preview.data;
  const failure = preview.error ?? save.error;
  const isAboutJql = failure instanceof CallError && failure.field === 'jql';

  const submit = () => {
    if (!isFilled || target === null) return;
    if (!shown) preview.mutate({ jql, to: target.tag });
    else save.mutate({ id: rule?.id ?? null, jql, to: target.tag, on: true }, { onSuccess: onClose });
  };

  return (
    <FormDialog
      title={rule ? 'Change a rule' : 'State a rule'}
      width="large"
      onClose={onClose}
      action={shown ? (rule ? 'Save the rule' : 'State the rule') : 'Show what it would do'}
      onSubmit={submit}
      isBusy={preview.isPending || save.isPending}
      isDisabled={!isFilled}
      failure={isAboutJql ? null : failure}
    >
      <FormField
        label="JQL"
        isRequired
        error={problem ?? (isAboutJql ? failure.message : null)}
        hint={`Which issues${projectId === null ? '' : ' of this project'}: labels = checkout AND type = Story`}
      >
        {(control) => (
          <Textfield
            {...control}
            value={jql}
            onChange={({ currentTarget: { value } }) => change(() => setJql(value))}
          />
        )}
      </FormField>
      <FormField label="Link them to" isRequired>
        {() => (
          <ObjectivePicker
            label="Objective of the rule"
            current={target?.title ?? null}
            floating
            onChoose={({ tag, title }) => tag && change(() => setTarget({ tag, title }))}
          />
        )}
      </FormField>
      {shown && (
        <div role="status">
          <p>
            <strong>It would link {format.count(shown.takes, 'issue')} now</strong>, of{' '}
            <InJira text={format.number(shown.found)} jql={jqlWithin(jql, projectId)} /> that match as you see them, and
            from now on whatever comes to match.
          </p>
          <ul>
            {leftAlone(shown, format).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
