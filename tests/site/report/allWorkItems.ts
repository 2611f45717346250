import { sql } from 'kysely';
import { RUN, type WorkItem } from '../../../src/domain/work/workItem';
import { selectAll } from '../../../src/store/sql/selectAll';
import type { Row } from '../../../src/store/sql/rowValues';
import { OUTCOMES, RUN_ID } from '../../../src/store/sql/storedNumbers';

/** A work item with the key that Jira shows it by. */
export type KeyedItem = WorkItem & { key: string };

/**
 * All work items in the form of the counting rules. One statement for each 10,000. For the report; pages read no such
 * lists.
 */
export const allWorkItems = async (): Promise<KeyedItem[]> => {
  const names = [
    'id',
    'project',
    'number',
    'level',
    'parent',
    'outcome',
    'estimate',
    'tag',
    'created',
    'ended',
    'blocked',
  ];
  const rows = await selectAll({
    columns: {
      ...Object.fromEntries(names.map((name) => [name, sql.ref(`w.${name}`)])),
      project_key: sql.ref('p.project_key'),
      account_id: sql.ref('a.account_id'),
      tag_key: sql.ref('t.objective_key'),
    },
    from: sql`work_item w JOIN project p ON p.id = w.project LEFT JOIN account a ON a.id = w.assignee LEFT JOIN objective t ON t.id = w.tag`,
    where: sql`1 = 1`,
    keys: ['id'],
  });
  return rows.map(itemFrom);
};

const itemFrom = (row: Row): KeyedItem => {
  const optional = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  return {
    id: Number(row.id),
    key: `${row.project_key}-${row.number}`,
    project: Number(row.project),
    level: Number(row.level),
    parent: optional('parent'),
    outcome: OUTCOMES[Number(row.outcome)] ?? 'todo',
    estimate: optional('estimate'),
    assignee: row.account_id === null ? null : String(row.account_id),
    tag: optional('tag') === RUN_ID ? RUN : row.tag_key === null ? null : String(row.tag_key),
    created: Number(row.created),
    ended: optional('ended'),
    blocked: Number(row.blocked) === 1,
  };
};
