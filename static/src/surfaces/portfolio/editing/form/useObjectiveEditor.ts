import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectiveDraft, StatedObjective, Strategy } from '../../../../../../src/contract';
import { CallError } from '../../../../shared/ask';
import { asking } from '../../../../shared/queries';
import { useSaveObjective } from '../useStrategy';
import { mineOnTop } from './differences';
import { fieldOfForm } from './fieldNames';
import { blankForm, draftOf, toForm, type ObjectiveForm } from './objectiveForm';
import { readForm, type FormErrors } from './readForm';

/** What is edited: a new objective, perhaps with a beginning, or an existing one. */
export type Subject =
  | { kind: 'create'; parent: string | null; from?: Pick<ObjectiveForm, 'title' | 'description' | 'status'> }
  | { kind: 'edit'; objective: StatedObjective };

/** The version that an edit began with. Saving names its revision. `null`: a new objective. */
type Base = { objective: ObjectiveDraft; revision: number } | null;

const baseOf = (objective: StatedObjective): Base => ({ objective: draftOf(objective), revision: objective.revision });

/** The form, or the preview of what another parent or status would do. */
type Step = 'form' | 'impact';

/** The state of the form: what is typed, its errors, and conflicts on saving. */
export function useObjectiveEditor(subject: Subject, strategy: Strategy, onSaved: (saved: StatedObjective) => void) {
  const client = useQueryClient();
  const save = useSaveObjective();
  const [base, setBase] = useState<Base>(() => (subject.kind === 'edit' ? baseOf(subject.objective) : null));
  const [initial, setInitial] = useState<ObjectiveForm>(() =>
    subject.kind === 'edit'
      ? toForm(subject.objective.key, subject.objective)
      : { ...blankForm(strategy.nextKey, subject.parent), ...subject.from },
  );
  const [form, setForm] = useState(initial);
  const [errors, setErrors] = useState<FormErrors>({});
  const [step, setStep] = useState<Step>('form');
  const [theirs, setTheirs] = useState<StatedObjective | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);

  const taken = subject.kind === 'create' ? strategy.objectives.map(({ key }) => key) : null;

  const change = (part: Partial<ObjectiveForm>) => {
    setForm((now) => ({ ...now, ...part }));
    // A changed field is checked again on saving.
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field.split('.')[0]! in part))));
  };

  const meetConflict = async (error: CallError) => {
    if (subject.kind === 'edit') {
      const { key } = subject.objective;
      setTheirs(await client.fetchQuery({ ...asking('statedObjective', { key }), staleTime: 0 }));
      return;
    }
    const newest = await client.fetchQuery({ ...asking('strategy', {}), staleTime: 0 });
    setForm((now) => ({ ...now, key: newest.nextKey }));
    setErrors({ key: `${error.message} The next free key stands here now.` });
  };

  const meetError = async (error: Error) => {
    setStep('form');
    if (!(error instanceof CallError)) return setFailure(error);
    if (error.code === 'conflict') return meetConflict(error).catch(setFailure);
    const field = fieldOfForm(error.field, form);
    if (field === null) setFailure(error);
    else setErrors({ [field]: error.message });
  };

  const send = (key: string, objective: ObjectiveDraft) =>
    save.mutate(
      { key, revision: base?.revision ?? null, objective },
      { onSuccess: onSaved, onError: (error) => void meetError(error) },
    );

  const read = readForm(form, taken);
  const changesWork = base !== null && (form.parent !== base.objective.parent || form.status !== base.objective.status);

  const submit = () => {
    setFailure(null);
    if ('errors' in read) {
      setErrors(read.errors);
      setStep('form');
    } else if (changesWork && step === 'form') setStep('impact');
    else send(read.key, read.objective);
  };

  return {
    form,
    errors,
    step,
    failure,
    /** the version that somebody else saved meanwhile */
    theirs,
    base: base?.objective ?? null,
    mine: 'errors' in read ? null : read.objective,
    isSaving: save.isPending,
    isChanged: JSON.stringify(form) !== JSON.stringify(initial),
    change,
    submit,
    back: () => setStep('form'),
    /** discards what was typed and goes on from their version */
    takeTheirs: () => {
      if (!theirs) return;
      setBase(baseOf(theirs));
      setInitial(toForm(theirs.key, theirs));
      setForm(toForm(theirs.key, theirs));
      setErrors({});
      setTheirs(null);
    },
    /** puts the changes made here on top of their version; does not save */
    keepMine: () => {
      if (!theirs || !base || 'errors' in read) return;
      setForm(toForm(theirs.key, mineOnTop(base.objective, draftOf(theirs), read.objective)));
      setBase(baseOf(theirs));
      setTheirs(null);
    },
  };
}
