import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { ObjectiveStatus } from '../../../src/contract';
import { STATUS_NAME } from '../../../src/domain/strategy/objective';

const LOOK: Record<ObjectiveStatus, ThemeAppearance> = {
  draft: 'default',
  active: 'inprogress',
  achieved: 'success',
  dropped: 'removed',
  unknown: 'moved',
};

/** An objective's status. */
export const ObjectiveLozenge = ({ status }: { status: ObjectiveStatus }) => (
  <Lozenge appearance={LOOK[status]}>{STATUS_NAME[status]}</Lozenge>
);
