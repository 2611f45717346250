import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Tooltip from '@atlaskit/tooltip';
import type { ObjectiveRef } from '../../../../../src/contract';
import { ObjectiveLozenge } from '../../../shared/ObjectiveLozenge';
import { objectivePath } from '../ObjectiveLink';
import { RouteLink } from '../routing/RouteLink';
import styles from './cells.module.css';

type Props = {
  objective: ObjectiveRef;
  isArchived: boolean;
  /** the status has a column of its own */
  isStatusBeside?: boolean;
  /** open work items that are blocked */
  blocked?: number;
};

/** An objective in a list: key and title, status unless active, archived, blocked work. */
export function ObjectiveCell({ objective, isArchived, isStatusBeside = false, blocked = 0 }: Props) {
  const { key, title, status } = objective;
  const isNamed = status !== 'active' && !isStatusBeside;
  const hasNotes = isNamed || isArchived || blocked > 0;
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
          {blocked > 0 && <span className={styles.blocked}>{blocked} blocked</span>}
        </Inline>
      )}
    </Stack>
  );
}
