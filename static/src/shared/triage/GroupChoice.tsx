import Button from '@atlaskit/button/new';
import type { Tag } from '../../../../src/contract';
import type { Suggested } from '../suggestions/learned';
import { Reasons } from '../suggestions/Suggestion';
import { useMeantClicks } from '../useMeantClicks';
import styles from './triage.module.css';

type Props = {
  /** of the group: the button that goes from row to row by keyboard carries it */
  id: string;
  name: string;
  suggested: Suggested | null;
  isLinking: boolean;
  onAccept: (tag: Tag) => void;
  onOpen: () => void;
  onSetAside: () => void;
};

/** What a group probably serves, to take it, and a way to choose. */
export function GroupChoice({ id, name, suggested, isLinking, onAccept, onOpen, onSetAside }: Props) {
  const isMeant = useMeantClicks(suggested?.objective.key ?? null);
  return (
    <div className={styles.choice}>
      <div className={styles.objective}>
        {suggested ? (
          <>
            <Button
              spacing="compact"
              data-group={id}
              aria-label={`Link ${name} to ${suggested.objective.key} ${suggested.objective.title}, as suggested`}
              isLoading={isLinking}
              onClick={(click) => isMeant(click) && onAccept({ kind: 'objective', key: suggested.objective.key })}
            >
              {suggested.objective.key} {suggested.objective.title}
            </Button>
            <Button spacing="compact" appearance="subtle" aria-label={`Other objective for ${name}`} onClick={onOpen}>
              Other
            </Button>
          </>
        ) : (
          <Button
            spacing="compact"
            data-group={id}
            aria-label={`Choose an objective for ${name}`}
            isLoading={isLinking}
            onClick={onOpen}
          >
            Choose
          </Button>
        )}
      </div>
      <Button spacing="compact" appearance="subtle" aria-label={`Set aside: ${name}`} onClick={onSetAside}>
        Set aside
      </Button>
      {suggested && <Reasons suggested={suggested} />}
    </div>
  );
}
