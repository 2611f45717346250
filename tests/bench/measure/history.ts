import type { SqlEngine } from '../../site/platform/sql/engine';

/** Days of snapshots: as if the app had been installed for so long. */
const DAYS = 90;
const TABLES = ['objective_snapshot', 'project_snapshot', 'site_snapshot'];

/** Copies the present day's snapshots to every day of the last months, because pages read them and they take space. */
export async function addSnapshotHistory(engine: SqlEngine): Promise<void> {
  for (const table of TABLES) {
    const { rows } = await engine.execute(`SELECT * FROM ${table} LIMIT 1`, []);
    const [row] = Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
    if (!row) throw new Error(`The app took no snapshots into ${table}.`);
    const others = Object.keys(row)
      .filter((column) => column !== 'day')
      .join(', ');
    for (let before = 1; before < DAYS; before += 1) {
      await engine.execute(
        `INSERT INTO ${table} (${others}, day) SELECT ${others}, day - ? FROM ${table} WHERE day = ?`,
        [before, Number(row.day)],
      );
    }
  }
}
