import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckInDraft, ObjectiveDetail } from '../../../../../src/contract';
import { STATED_HEALTHS } from '../../../../../src/domain/strategy/checkIn';
import { formatDay } from '../../../../../src/domain/time/day';
import { CallError, ask } from '../../../shared/ask';
import { FormDialog } from '../../../shared/dialog/FormDialog';
import { tellDone } from '../../../shared/flags';
import { SelectOne } from '../../../shared/form/SelectOne';
import { DayField } from '../../../shared/form/DayField';
import { FormField } from '../../../shared/form/FormField';
import { useFormat } from '../../../shared/host';
import { HEALTH_NAME } from '../../../shared/words';
import { NOT_MEASURED, valueInWords } from '../figures/keyResultWords';
import { useReadAgain } from '../usePortfolio';
import { fieldOfCheckIn, readCheckIn, type CheckInErrors, type CheckInForm as Form } from './readCheckIn';

const HEALTH_OPTIONS = STATED_HEALTHS.map((value) => ({ value, label: HEALTH_NAME[value] }));

type Props = { detail: ObjectiveDetail; onClose: () => void };

export function CheckInForm({ detail, onClose }: Props) {
  const format = useFormat();
  const readAgain = useReadAgain();
  const { objective, keyResults } = detail.objective;
  const today = detail.basis.to;
  const [form, setForm] = useState<Form>({ day: formatDay(today), note: '', health: null, decision: '', values: {} });
  const [errors, setErrors] = useState<CheckInErrors>({});
  const save = useMutation({
    mutationFn: (draft: CheckInDraft) => ask('checkIn', draft),
    onSuccess: () => {
      void readAgain();
      tellDone(`checked-in-${objective.key}`, `Checked in on ${objective.key}`);
      onClose();
    },
    onError: (error, draft) => {
      const field = error instanceof CallError ? fieldOfCheckIn(error.field, draft) : null;
      if (field !== null) setErrors({ [field]: error.message });
    },
  });
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setErrors({});
  };
  const submit = () => {
    const read = readCheckIn(objective.key, form, keyResults, today);
    if ('errors' in read) setErrors(read.errors);
    else save.mutate(read.draft);
  };

  return (
    <FormDialog
      title={`Check in on ${objective.key}`}
      onClose={onClose}
      action="Check in"
      onSubmit={submit}
      isBusy={save.isPending}
      failure={Object.keys(errors).length === 0 ? save.error : null}
      errors={errors}
    >
      {keyResults.map(({ id, title, unit, current }) => (
        <FormField
          key={id}
          label={unit ? `${title} (${unit})` : title}
          hint={
            current === null
              ? `${NOT_MEASURED}.`
              : `Last: ${valueInWords(current.value, unit, format)} on ${format.day(current.day)}.`
          }
          error={errors[`values.${id}`] ?? null}
        >
          {(control) => (
            <Textfield
              {...control}
              inputMode="decimal"
              placeholder="No new value"
              value={form.values[id] ?? ''}
              onChange={(event) => change({ values: { ...form.values, [id]: event.currentTarget.value } })}
            />
          )}
        </FormField>
      ))}
      <FormField label="Note" hint="What happened, and what it means." error={errors.note ?? null}>
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            minimumRows={3}
            value={form.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </FormField>
      <FormField
        label="Health, as you see it"
        hint="Stands beside the computed one until the cadence has passed."
        error={errors.health ?? null}
      >
        {(control) => (
          <SelectOne
            {...control}
            isClearable
            placeholder="Nothing to add"
            options={HEALTH_OPTIONS}
            value={form.health}
            onChange={(health) => change({ health })}
          />
        )}
      </FormField>
      <FormField label="Decision" hint="What is done about it." error={errors.decision ?? null}>
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            minimumRows={2}
            value={form.decision}
            onChange={(event) => change({ decision: event.currentTarget.value })}
          />
        )}
      </FormField>
      <FormField label="Day" isRequired error={errors.day ?? null}>
        {(control) => (
          <DayField {...control} max={formatDay(today)} value={form.day} onChange={(day) => change({ day })} />
        )}
      </FormField>
    </FormDialog>
  );
}
