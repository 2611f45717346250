import { sql } from 'kysely';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { Objective } from '../../domain/strategy/objective';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { KEY_RESULT_COLUMNS, keyResultFrom } from './keyResults';
import { IS_STATED, OBJECTIVE_COLUMNS, objectiveFrom, OBJECTIVES } from './objectives';

/** A stated objective with its key results. `revision`: the one that an edit of them must name */
export type StatedRow = {
  id: number;
  revision: number;
  position: number;
  objective: Objective;
  keyResults: KeyResult[];
};

/** The stated objectives with their key results, in the order of the strategy. One statement. */
export const statedRows = async (): Promise<StatedRow[]> => {
  const rows = await selectAllByBytes({
    columns: {
      ...OBJECTIVE_COLUMNS,
      // Sent once, not with each key result.
      description: sql`CASE WHEN COALESCE(k.position, 0) = 0 THEN o.description END`,
      ...KEY_RESULT_COLUMNS,
      kr_position: sql`COALESCE(k.position, 0)`,
      kr_id: sql`COALESCE(k.id, 0)`,
    },
    from: sql`${OBJECTIVES} LEFT JOIN key_result k ON k.objective = o.id`,
    where: IS_STATED,
    keys: ['position', 'id', 'kr_position', 'kr_id'],
    texts: ['description', 'title', 'kr_title'],
  });
  const stated = new Map<number, StatedRow>();
  for (const row of rows) {
    const known = stated.get(Number(row.id));
    const of = known ?? {
      id: Number(row.id),
      revision: Number(row.revision),
      position: Number(row.position),
      objective: objectiveFrom(row),
      keyResults: [],
    };
    if (!known) stated.set(of.id, of);
    if (row.kr_title !== null) of.keyResults.push(keyResultFrom(row, of.objective.key));
  }
  return [...stated.values()];
};

/** All objectives and key results, in the order of the strategy. One statement. */
export const statedStrategy = async (): Promise<{ objectives: Objective[]; keyResults: KeyResult[] }> => {
  const rows = await statedRows();
  return {
    objectives: rows.map(({ objective }) => objective),
    keyResults: rows.flatMap(({ keyResults }) => keyResults),
  };
};
