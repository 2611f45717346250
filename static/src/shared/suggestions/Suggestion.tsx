import Button from '@atlaskit/button/new';
import type { Tag } from '../../../../src/contract';
import { useFormat } from '../host';
import { useMeantClicks } from '../useMeantClicks';
import type { Suggested } from './learned';
import { reasonText } from './reasonText';
import styles from './suggestions.module.css';

/** Why an objective is suggested, in one sentence. */
export function Reasons({ suggested: { chance, reasons } }: { suggested: Suggested }) {
  const format = useFormat();
  const day = (instant: number) => format.date(new Date(instant).toISOString());
  return (
    <p className="small">
      {format.percent(chance)} sure
      {reasons.length > 0 && `: ${reasons.map((reason) => reasonText(reason, day)).join('; ')}`}
    </p>
  );
}

/** A suggestion to show, if any; `subject`: what would be linked, for the button's name: "WEB-1" */
export type Suggesting = { suggested: Suggested | null; subject: string; onAccept: (tag: Tag) => void };

/** The objective that probably fits, above a picker. Nothing where none is sure enough. */
export function Suggestion({ suggested, subject, isDisabled, onAccept }: Suggesting & { isDisabled: boolean }) {
  const isMeant = useMeantClicks(suggested?.objective.key ?? null);
  if (!suggested) return null;
  const { key, title } = suggested.objective;
  return (
    <div className={styles.suggestion} role="group" aria-label="Suggestion">
      <Button
        spacing="compact"
        isDisabled={isDisabled}
        aria-label={`Link ${subject} to ${key} ${title}, as suggested`}
        onClick={(click) => isMeant(click) && onAccept({ kind: 'objective', key })}
      >
        {key} {title}
      </Button>
      <Reasons suggested={suggested} />
    </div>
  );
}
