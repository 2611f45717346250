import type { Operations } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { between, duration } from './duration';
import { Facts } from './Facts';

/** What changed in Jira and is not in the figures yet. */
export function LagCard({ operations: { lag, asOf, snapshotDay } }: { operations: Operations }) {
  const format = useFormat();
  const { waiting, oldest, projects, outdated, countedAt, titleUpdates } = lag;
  return (
    <Card title="Following changes" about="A change is in the figures seconds after Jira tells of it">
      <Facts
        facts={[
          ['Issues to be read', format.number(waiting)],
          ['The first has waited for', oldest === null ? NONE : duration(between(oldest, asOf))],
          ['Projects to be counted', `${format.number(outdated)} of ${format.number(projects)}`],
          ['Figures last counted', countedAt === null ? NONE : format.time(countedAt)],
          [
            'Writing new titles to issues',
            titleUpdates === 0 ? 'None' : `Of ${format.count(titleUpdates, 'renamed objective')}`,
          ],
          ['Last day recorded for trends', snapshotDay === null ? NONE : format.day(snapshotDay)],
        ]}
      />
    </Card>
  );
}
