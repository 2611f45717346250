import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectiveDraft, StatedObjective, Strategy } from '../../../../../../src/contract';
import { AppError } from '../../../../shared/ask';
import { asking } from '../../../../shared/queries';
import { useSaveObjective } from '../useStrategy';
import { mineOnTop } from './differences';
import { fieldOfForm } from './fieldNames';
import { blankForm, draftOf, toForm, type ObjectiveForm } from './objectiveForm';
import { readForm, type FormErrors } from './readForm';

/** What is edited: an objective that stands, or a new one. */
export type Subject = { kind: 'create'; parent: string | null } | { kind: 'edit'; objective: StatedObjective };

/** The version that an edit began with: what it is compared with, and what it must name to be saved. */
type Base = { objective: ObjectiveDraft; revision: number } | null;

const baseOf = (objective: StatedObjective): Base => ({ objective: draftOf(objective), revision: objective.revision });

/** The step of an edit: typing, or looking at what a change of place or status would do. */
type Step = 'form' | 'impact';

/** An objective in editing: what is typed, what is wrong with it, and what became of saving it. */
export function useObjectiveEditor(subject: Subject, strategy: Strategy, onSaved: (saved: StatedObjective) => void) {
  const client = useQueryClient();
  const save = useSaveObjective();
  const [base, setBase] = useState<Base>(() => (subject.kind === 'edit' ? baseOf(subject.objective) : null));
  const [initial, setInitial] = useState<ObjectiveForm>(() =>
    subject.kind === 'edit'
      ? toForm(subject.objective.key, subject.objective)
      : blankForm(strategy.nextKey, subject.parent),
  );
  const [form, setForm] = useState(initial);
  const [errors, setErrors] = useState<FormErrors>({});
  const [step, setStep] = useState<Step>('form');
  const [theirs, setTheirs] = useState<StatedObjective | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);

  const taken = subject.kind === 'create' ? strategy.objectives.map(({ key }) => key) : null;

  const change = (part: Partial<ObjectiveForm>) => {
    setForm((now) => ({ ...now, ...part }));
    // What is typed anew is judged anew, when it is saved.
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field.split('.')[0]! in part))));
  };

  const readTheirs = () => client.fetchQuery({ ...asking('strategy', {}), staleTime: 0 });

  const meetConflict = async (error: AppError) => {
    const newest = await readTheirs();
    if (subject.kind === 'edit') {
      setTheirs(newest.objectives.find(({ key }) => key === subject.objective.key) ?? null);
      return;
    }
    setForm((now) => ({ ...now, key: newest.nextKey }));
    setErrors({ key: `${error.message} The next free key stands here now.` });
  };

  const meetError = async (error: Error) => {
    setStep('form');
    if (!(error instanceof AppError)) return setFailure(error);
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
    /** their version, once somebody else has saved one in between */
    theirs,
    base: base?.objective ?? null,
    mine: 'errors' in read ? null : read.objective,
    isSaving: save.isPending,
    isChanged: JSON.stringify(form) !== JSON.stringify(initial),
    change,
    submit,
    back: () => setStep('form'),
    /** lets go of what was typed and goes on from their version */
    takeTheirs: () => {
      if (!theirs) return;
      setBase(baseOf(theirs));
      setInitial(toForm(theirs.key, theirs));
      setForm(toForm(theirs.key, theirs));
      setErrors({});
      setTheirs(null);
    },
    /** goes on from their version with what was changed here on top of it; it is saved when the person says so */
    keepMine: () => {
      if (!theirs || !base || 'errors' in read) return;
      setForm(toForm(theirs.key, mineOnTop(base.objective, draftOf(theirs), read.objective)));
      setBase(baseOf(theirs));
      setTheirs(null);
    },
  };
}
