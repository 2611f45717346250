import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Tooltip from '@atlaskit/tooltip';
import type { ObjectiveRef } from '../../../../../src/contract';
import { Counted } from '../../../shared/counted/Counted';
import type { Opened } from '../../../shared/counted/opened';
import { ObjectiveLozenge } from '../../../shared/ObjectiveLozenge';
import { objectivePath } from '../ObjectiveLink';
import { RouteLink } from '../routing/RouteLink';
import styles from './cells.module.css';

type Props = {
  objective: ObjectiveRef;
  isArchived: boolean;
  /** the status has a column of its own */
  isStatusBeside?: boolean;
  /** open work items that are blocked, if there are any, which open to the issues */
  blocked?: { count: number; opens: Opened };
};

/** An objective in a list: key and title, status unless active, archived, blocked work. */
export function ObjectiveCell({ objective, isArchived, isStatusBeside = false, blocked }: Props) {
  const { key, title, status } = objective;
  const isNamed = status !== 'active' && !isStatusBeside;
  const hasNotes = isNamed || isArchived || blocked !== undefined;
  return (
    <Stack space="space.025">
      <Tooltip content={title} position="bottom-start" delay={600} tag="span">
        <RouteLink to={objectivePath(key)} className={styles.link}>
          <span className={styles.key}>{key}</span> <bdi className={styles.title}>{title}</bdi>
        </RouteLink>
      </Tooltip>
      {hasNotes && (
        <Inline as="span" space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          {isNamed && <ObjectiveLozenge status={status} />}
          {isArchived && <Lozenge>Archived</Lozenge>}
          {blocked && (
            <span className={styles.blocked}>
              <Counted opened={blocked.opens} text={`${blocked.count} blocked`} />
            </span>
          )}
        </Inline>
      )}
    </Stack>
  );
}
