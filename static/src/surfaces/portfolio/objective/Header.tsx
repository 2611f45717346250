import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import type { Day, HistoryField, ObjectiveDetail } from '../../../../../src/contract';
import { HEADLINE_NAME, PERSPECTIVE_NAME } from '../../../../../src/domain/strategy/objective';
import { useFormat } from '../../../shared/host';
import { ChangedInJira } from '../../../shared/jira/ChangedInJira';
import { isInJira } from '../../../shared/jira/seenObjectives';
import { ObjectiveLozenge } from '../../../shared/ObjectiveLozenge';
import { PersonName } from '../../../shared/people/PersonName';
import { FIELD_NAME, NO_PERSPECTIVE } from '../../../shared/words';
import { ObjectiveLink } from '../ObjectiveLink';
import { RouteLink } from '../routing/RouteLink';
import styles from './objective.module.css';

type Props = { detail: ObjectiveDetail; onEdit: () => void; onCheckIn: (() => void) | null };

/** An objective's path in the cascade, title, facts and description. */
export function Header({ detail, onEdit, onCheckIn }: Props) {
  const format = useFormat();
  const { objective: one, above, description, mayEdit } = detail;
  const { objective, owner, start, target, perspective, headline, archived } = one;
  const day = (value: Day | null, none: string) => (value === null ? none : format.day(value));
  const facts: [field: HistoryField, value: ReactNode][] = [
    ['owner', <PersonName key="owner" accountId={owner} none="No owner" />],
    ['start', day(start, 'No start')],
    ['target', day(target, 'No target date')],
    ['perspective', perspective === null ? NO_PERSPECTIVE : PERSPECTIVE_NAME[perspective]],
    ['headline', HEADLINE_NAME[headline]],
  ];
  return (
    <header className={styles.header}>
      <nav aria-label="The objectives above">
        <ol className={styles.above}>
          <li>
            <RouteLink to="/objectives">Objectives</RouteLink>
          </li>
          {above.toReversed().map((parent) => (
            <li key={parent.key}>
              <ObjectiveLink objective={parent} />
            </li>
          ))}
        </ol>
      </nav>
      <Inline space="space.150" rowSpace="space.100" alignBlock="center" shouldWrap>
        <h2 className={styles.title} tabIndex={-1}>
          <span className="subtle">{objective.key}</span> <bdi>{objective.title}</bdi>
        </h2>
        <Inline as="span" space="space.100" alignBlock="stretch">
          <ObjectiveLozenge status={objective.status} />
          {archived && <Lozenge>Archived</Lozenge>}
        </Inline>
        <span className={styles.buttons}>
          {mayEdit && <Button onClick={onEdit}>Edit</Button>}
          {onCheckIn && (
            <Button appearance="primary" onClick={onCheckIn}>
              Check in
            </Button>
          )}
        </span>
      </Inline>
      <dl className={styles.facts}>
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{FIELD_NAME[field]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isInJira(objective.key) ? (
        <p className="subtle">
          <ChangedInJira objectiveKey={objective.key} />
        </p>
      ) : description === null ? (
        <p className="subtle">No description says yet why it matters.</p>
      ) : (
        <p className={styles.description} dir="auto">
          {description}
        </p>
      )}
    </header>
  );
}
