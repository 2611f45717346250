import type { PortfolioBasis } from '../../../../../src/contract';
import { blockedWork } from '../../../shared/counted/opened';
import { Card } from '../../../shared/Card';
import { CountedList } from '../../../shared/counted/CountedList';

type Props = { objectiveKey: string; count: number; basis: PortfolioBasis };

/** Open work that is blocked or flagged. Read only if `count` says that there is some. */
export const Blocked = ({ objectiveKey, count, basis }: Props) => (
  <Card title="Blocked work" about="Open, and flagged or blocked">
    {count === 0 ? (
      <p className="subtle">Nothing is blocked.</p>
    ) : (
      <CountedList opened={blockedWork(objectiveKey, basis)}>{(list) => list}</CountedList>
    )}
  </Card>
);
