import Button from '@atlaskit/button/new';
import type { Tag } from '../../../../src/contract';
import type { Suggested } from '../suggestions/learned';
import { Reasons } from '../suggestions/Suggestion';
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
  const aside = (
    <Button spacing="compact" appearance="subtle" aria-label={`Set aside: ${name}`} onClick={onSetAside}>
      Set aside
    </Button>
  );
  if (!suggested) {
    return (
      <div className={styles.choice}>
        <Button
          spacing="compact"
          data-group={id}
          aria-label={`Choose an objective for ${name}`}
          isLoading={isLinking}
          onClick={onOpen}
        >
          Choose
        </Button>
        {aside}
      </div>
    );
  }
  const { key, title } = suggested.objective;
  return (
    <div className={styles.choice}>
      <Button
        spacing="compact"
        data-group={id}
        aria-label={`Link ${name} to ${key} ${title}, as suggested`}
        isLoading={isLinking}
        onClick={() => onAccept({ kind: 'objective', key })}
      >
        {key} {title}
      </Button>
      <Button spacing="compact" appearance="subtle" aria-label={`Other objective for ${name}`} onClick={onOpen}>
        Other
      </Button>
      {aside}
      <Reasons suggested={suggested} />
    </div>
  );
}
