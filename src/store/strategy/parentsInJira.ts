import { database } from '../sql/database';
import { MOST_LEVELS } from '../work/findWorkItems';

/** An objective that is an issue, with the issue above it. */
type InJira = { key: string; issue: number; parent: number | null };

/**
 * For each objective that is an issue the key of the nearest issue above it that is one; `null`: there is none. No
 * statement where issues of chosen types stand right below each other, else one for each level between them.
 */
export const parentsInJira = async (objectives: readonly InJira[]): Promise<Map<string, string | null>> => {
  const keys = new Map(objectives.map(({ issue, key }) => [issue, key]));
  const above = new Map(objectives.map(({ issue, parent }) => [issue, parent]));
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const missing = [...new Set(above.values())].filter((id) => id !== null && !above.has(id));
    if (missing.length === 0) break;
    const rows = await database.selectFrom('work_item').select(['id', 'parent']).where('id', 'in', missing).execute();
    const found = new Map(rows.map(({ id, parent }) => [Number(id), parent === null ? null : Number(parent)]));
    for (const id of missing) if (id !== null) above.set(id, found.get(id) ?? null);
  }
  const nearest = (issue: number): string | null => {
    const passed = new Set([issue]);
    for (let at = above.get(issue) ?? null; at !== null && !passed.has(at); at = above.get(at) ?? null) {
      const key = keys.get(at);
      if (key !== undefined) return key;
      passed.add(at);
    }
    return null;
  };
  return new Map(objectives.map(({ key, issue }) => [key, nearest(issue)]));
};
