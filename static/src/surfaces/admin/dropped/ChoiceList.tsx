import Checkbox from '@atlaskit/checkbox';
import { useId, useMemo } from 'react';
import type { DroppedDecisions, DroppedWork, Dropping } from '../../../../../src/contract';
import { type EndedIssues, issuesIn, movesBetween } from '../../../../../src/domain/work/droppedMoves';
import { useFormat } from '../../../shared/host';
import { choicesOf, chosenOf, deciding, endedWith, isProposed, type Choice } from './choices';
import { EndedInJira } from './EndedInJira';
import styles from './dropped.module.css';

type Props = {
  work: DroppedWork;
  decided: DroppedDecisions;
  /** `undefined` while issues are counted */
  ended: readonly EndedIssues[] | undefined;
  what: Dropping;
  title: string;
  /** what to say where there is nothing to choose from */
  none: string;
  onDecide: (decided: DroppedDecisions) => void;
};

/** The resolutions or statuses of the site, to be ticked, with how many issues have ended so. */
export function ChoiceList({ work, decided, ended, what, title, none, onDecide }: Props) {
  const id = useId();
  const choices = useMemo(() => choicesOf(work[what]), [work, what]);
  return (
    <fieldset className={styles.list}>
      <legend className={styles.title}>{title}</legend>
      {choices.length === 0 && <p className="subtle">{none}</p>}
      {choices.map((choice, at) => {
        const chosen = chosenOf(what, choice, decided);
        return (
          <div key={choice.key} className={styles.choice}>
            <Checkbox
              label={choice.name}
              aria-describedby={`${id}-${at}`}
              isChecked={chosen === 'all'}
              isIndeterminate={chosen === 'some'}
              onChange={() => onDecide(deciding(what, choice, chosen !== 'all', { work, decided }))}
            />
            <ChoiceFacts id={`${id}-${at}`} {...{ work, decided, ended, what, choice }} />
          </div>
        );
      })}
    </fieldset>
  );
}

type FactsProps = Pick<Props, 'work' | 'decided' | 'ended' | 'what'> & { id: string; choice: Choice };

/** What there is to know of a choice: how many issues ended so, and how many of them ticking or unticking it moves. */
function ChoiceFacts({ id, work, decided, ended, what, choice }: FactsProps) {
  const format = useFormat();
  const chosen = chosenOf(what, choice, decided);
  const those = ended && endedWith(what, choice, ended);
  const facts: string[] = [];
  if (choice.named.length > 1) facts.push(`${format.number(choice.named.length)} of this name`);
  if (isProposed(what, choice, decided)) facts.push('proposed by its name');
  if (those && those.length > 0) {
    const other = deciding(what, choice, chosen !== 'all', { work, decided });
    const { toDropped, toDone } = movesBetween(decided, other, work, those);
    if (toDropped.length > 0) facts.push(`ticking it drops ${format.number(issuesIn(toDropped))}`);
    if (toDone.length > 0) facts.push(`unticking it brings ${format.number(issuesIn(toDone))} back`);
  }
  return (
    <span id={id} className={`subtle ${styles.facts}`}>
      {those && <EndedInJira ended={those} />}
      {those && facts.length > 0 && ' · '}
      {facts.join(' · ')}
    </span>
  );
}
