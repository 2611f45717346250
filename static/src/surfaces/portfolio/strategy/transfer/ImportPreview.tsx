import { Stack } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import SectionMessage from '@atlaskit/section-message';
import type { ImportChange, ImportOutcome, ImportProblem } from '../../../../../../src/contract';
import { NONE } from '../../../../shared/format';
import { DataTable, type Column } from '../../../../shared/table/DataTable';
import { FIELD_NAME } from '../../../../shared/words';
import styles from './transfer.module.css';

const COLUMNS: Column<ImportProblem>[] = [
  { head: 'Row', kind: 'short', cell: ({ row }) => row ?? NONE },
  { head: 'Column', kind: 'short', cell: ({ column }) => column ?? NONE },
  { head: 'What is wrong', kind: 'text', cell: ({ message }) => message },
];

const Problems = ({ problems }: { problems: readonly ImportProblem[] }) => (
  <SectionMessage
    appearance="error"
    title={problems.length === 1 ? '1 thing to mend first' : `${problems.length} things to mend first`}
  >
    <p>
      Nothing is imported until the file is right. Rows count as a spreadsheet does: the first one names the columns.
    </p>
    <div className={styles.problems}>
      <DataTable isLow caption="Problems" columns={COLUMNS} rows={problems} rowKey={(_, index) => index} />
    </div>
  </SectionMessage>
);

function Group({ name, count, children }: { name: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <div className={styles.group}>
      <dt>
        {count} {name}
      </dt>
      {children}
    </div>
  );
}

const Keys = ({ name, keys }: { name: string; keys: readonly string[] }) => (
  <Group name={name} count={keys.length}>
    <dd>{keys.join(', ')}</dd>
  </Group>
);

const inWords = ({ key, fields }: ImportChange): string =>
  `${key}: ${fields.length === 0 ? 'order of key results' : fields.map((field) => FIELD_NAME[field]).join(', ')}`;

/** Changes by field, because a column may change more than was meant. */
const Changes = ({ changed }: { changed: readonly ImportChange[] }) => (
  <Group name="changed" count={changed.length}>
    <dd>
      <ul>
        {changed.map((change) => (
          <li key={change.key}>{inWords(change)}</li>
        ))}
      </ul>
    </dd>
  </Group>
);

/** What an import would do, or its problems. */
export function ImportPreview({ outcome }: { outcome: ImportOutcome }) {
  const { problems, created, changed, unchanged, rules } = outcome;
  if (problems.length > 0) return <Problems problems={problems} />;
  const isIdle = created.length + changed.length + rules === 0;
  return (
    <SectionMessage
      appearance={isIdle ? 'information' : 'success'}
      title={isIdle ? 'The strategy says this already' : 'What the import would do'}
    >
      <Stack as="dl" space="space.075">
        <Keys name="new" keys={created} />
        <Changes changed={changed} />
        <Group name={rules === 1 ? 'new standing rule' : 'new standing rules'} count={rules}>
          <dd>They link what matches, from now on.</dd>
        </Group>
        <Keys name="unchanged" keys={unchanged} />
      </Stack>
    </SectionMessage>
  );
}
