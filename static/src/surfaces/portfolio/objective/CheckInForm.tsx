import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { showFlag } from '@forge/bridge';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckInDraft, ObjectiveDetail } from '../../../../../src/contract';
import { STATED_HEALTHS } from '../../../../../src/domain/strategy/checkIn';
import { formatDay } from '../../../../../src/domain/time/day';
import { AppError, ask } from '../../../shared/ask';
import { Dialog } from '../../../shared/dialog/Dialog';
import { ErrorState } from '../../../shared/ErrorState';
import { Choice } from '../../../shared/form/Choice';
import { DayField } from '../../../shared/form/DayField';
import { FormField } from '../../../shared/form/FormField';
import { useFocusFirstError } from '../../../shared/form/useFocusFirstError';
import { useFormat } from '../../../shared/host';
import { HEALTH_NAME } from '../../../shared/words';
import { valueInWords } from '../figures/keyResultWords';
import { useReadAgain } from '../usePortfolio';
import { fieldOfCheckIn, readCheckIn, type CheckInErrors, type CheckInForm as Form } from './readCheckIn';
import styles from './objective.module.css';

const HEALTH_OPTIONS = STATED_HEALTHS.map((value) => ({ value, label: HEALTH_NAME[value] }));

type Props = { detail: ObjectiveDetail; onClose: () => void };

/** Says how an objective is: new values, a note, a stated health, a decision. */
export function CheckInForm({ detail, onClose }: Props) {
  const format = useFormat();
  const readAgain = useReadAgain();
  const { objective, keyResults } = detail.objective;
  const today = detail.basis.to;
  const [form, setForm] = useState<Form>({ day: formatDay(today), note: '', health: null, decision: '', values: {} });
  const [errors, setErrors] = useState<CheckInErrors>({});
  const fields = useFocusFirstError<HTMLDivElement>(errors);
  const save = useMutation({
    mutationFn: (draft: CheckInDraft) => ask('checkIn', draft),
    onSuccess: () => {
      void readAgain();
      void showFlag({
        id: `checked-in-${objective.key}`,
        type: 'success',
        title: `Checked in on ${objective.key}`,
        isAutoDismiss: true,
      });
      onClose();
    },
    onError: (error, draft) => {
      const field = error instanceof AppError ? fieldOfCheckIn(error.field, draft) : null;
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
    <Dialog
      title={`Check in on ${objective.key}`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" appearance="primary" isLoading={save.isPending}>
            Check in
          </Button>
        </>
      }
    >
      <div ref={fields} className={styles.form}>
        {keyResults.map(({ id, title, unit, current }) => (
          <FormField
            key={id}
            label={unit ? `${title} (${unit})` : title}
            hint={
              current === null
                ? 'No value yet.'
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
            <Choice
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
        {save.isError && Object.keys(errors).length === 0 && <ErrorState error={save.error} />}
      </div>
    </Dialog>
  );
}
