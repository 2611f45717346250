import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { Measure, UnlinkedPart } from '../../../../src/contract';
import { ErrorState } from '../ErrorState';
import { useFormat } from '../host';
import { nameOf, summarise } from '../linkResults';
import { PART_WORDS } from './groupWords';
import { type Decided, useTakeBack } from './useDecide';

type Props = { decided: Decided; name: string; measure: Measure; part: UnlinkedPart };

/** What the last decision did, why some issues were not linked, and a way back. */
export function DecidedLine({ decided, name, measure, part }: Props) {
  const format = useFormat();
  const back = useTakeBack();
  const said = useRef<HTMLSpanElement>(null);
  // The button, which had the focus, is gone.
  useEffect(() => {
    if (back.isSuccess) said.current?.focus();
  }, [back.isSuccess]);
  const { linked, refused } = summarise(decided.results);
  const parent = decided.group.mark?.issue;
  const isItself = parent == null || linked.includes(parent.id);

  return (
    <div role="status">
      {linked.length > 0 && !back.isSuccess && (
        <>
          {isItself ? name : `Work of ${name}`} linked to {nameOf(decided.to)}: {format.size(decided.size, measure)}
          {part === 'all' ? '' : ` of ${PART_WORDS[part]}`} aligned.{' '}
          <Button spacing="compact" appearance="subtle" isLoading={back.isPending} onClick={() => back.mutate(decided)}>
            Undo
          </Button>
        </>
      )}
      {back.isSuccess && (
        <span ref={said} tabIndex={-1}>
          Taken back: {format.count(back.data.filter(({ outcome }) => outcome === 'unlinked').length, 'issue')}.{' '}
          {back.data.flatMap(({ message }) => message ?? []).join(' ')}
        </span>
      )}
      {back.isError && <ErrorState error={back.error} />}
      {refused.length > 0 && (
        <ul>
          {refused.map(({ subject, reason }, at) => (
            <li key={at}>
              {subject} was not linked: {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
