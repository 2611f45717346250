import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import type { ObjectiveDraft, StatedObjective } from '../../../../../../src/contract';
import { useFormat } from '../../../../shared/host';
import { usePeople } from '../../../../shared/people/usePeople';
import { DataTable, type Column } from '../../../../shared/table/DataTable';
import { personName } from '../../figures/people';
import { differencesOf, type Difference } from './differences';
import { draftOf } from './objectiveForm';
import styles from './objectiveForm.module.css';

const COLUMNS: Column<Difference>[] = [
  { head: 'Field', kind: 'short', cell: ({ field }) => <bdi>{field}</bdi> },
  { head: 'Was', kind: 'text', cell: ({ before }) => before },
  { head: 'Theirs', kind: 'text', cell: ({ theirs }) => theirs },
  {
    head: 'Yours',
    kind: 'text',
    cell: ({ mine, isAlsoMine }) => (isAlsoMine ? mine : <span className="subtle">not changed</span>),
  },
];

type Props = {
  base: ObjectiveDraft;
  theirs: StatedObjective;
  mine: ObjectiveDraft;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
};

/** What somebody else saved while the objective was edited here, and the choice how to go on. */
export function Conflict({ base, theirs, mine, onTakeTheirs, onKeepMine }: Props) {
  const format = useFormat();
  const people = usePeople([base.owner, theirs.owner, mine.owner].filter((owner) => owner !== null));
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus();
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const differences = differencesOf(base, draftOf(theirs), mine, {
    format,
    personName: (accountId) => personName(people, accountId),
  });
  return (
    <div ref={element} tabIndex={-1} role="alert" className={styles.conflict}>
      <SectionMessage appearance="warning" title={`Somebody else changed ${theirs.key} while you were editing it`}>
        <p>Nothing is lost: what you typed is still here, and what they saved is untouched.</p>
        {differences.length > 0 ? (
          <div className={styles.differences}>
            <DataTable caption="What they changed" columns={COLUMNS} rows={differences} rowKey={({ field }) => field} />
          </div>
        ) : (
          <p>
            {theirs.archived
              ? 'They archived it, or moved it among its siblings.'
              : 'They moved it among its siblings, or brought it back from the archive.'}{' '}
            Its fields are the same.
          </p>
        )}
        <p className="subtle">
          “Keep mine on top” puts your changes over theirs, field by field; you can look it over before you save.
        </p>
        <div className={styles.choices}>
          <Button onClick={onTakeTheirs}>Reload their version</Button>
          <Button onClick={onKeepMine}>Keep mine on top</Button>
        </div>
      </SectionMessage>
    </div>
  );
}
