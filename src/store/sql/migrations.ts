import { sql } from '@forge/sql';
import { database } from './database';
import { DUPLICATE_COLUMN, DUPLICATE_INDEX, mysqlErrno, NO_SUCH_TABLE } from './mysqlErrno';

/** The tables that must exist first: migrations applied, failures, and leases. */
const FIRST: Readonly<Record<string, string>> = {
  '000_migration':
    'CREATE TABLE IF NOT EXISTS migration (name VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL, PRIMARY KEY (name))',
  '000_failure': `CREATE TABLE IF NOT EXISTS failure (what VARCHAR(64) NOT NULL, code VARCHAR(32) NOT NULL, detail VARCHAR(64), reference VARCHAR(64) NOT NULL,
    first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, times INT NOT NULL, PRIMARY KEY (what, code))`,
  '000_lease':
    'CREATE TABLE IF NOT EXISTS lease (name VARCHAR(64) NOT NULL, held_until BIGINT NOT NULL, PRIMARY KEY (name))',
};

/**
 * Every statement that made the schema, in order. Append; never change a released one. `tests/store/frozen` holds their fingerprints,
 * which `npm run freeze` writes. The text is literal, because constants in it could change. A migration only adds: the version before
 * uses the tables while this one is deployed, so a new column is nullable or has a default.
 * TiDB, MariaDB and SQLite take all of it: no foreign keys, no defaults that are expressions, no reserved words.
 */
export const MIGRATIONS: Readonly<Record<string, string>> = {
  ...FIRST,
  '001_setting':
    'CREATE TABLE IF NOT EXISTS setting (name VARCHAR(64) NOT NULL, value MEDIUMTEXT NOT NULL, PRIMARY KEY (name))',
  '002_account': `CREATE TABLE IF NOT EXISTS account (id INT NOT NULL AUTO_INCREMENT, account_id VARCHAR(128) NOT NULL, seen INT NOT NULL DEFAULT 0, updated_at BIGINT NOT NULL DEFAULT 0,
    reported_at BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (id), UNIQUE KEY account_by_account_id (account_id), KEY account_by_reported_at (reported_at))`,
  '003_objective': `CREATE TABLE IF NOT EXISTS objective (id INT NOT NULL AUTO_INCREMENT, objective_key VARCHAR(64) NOT NULL, title VARCHAR(255) NOT NULL,
    status VARCHAR(10) NOT NULL, parent VARCHAR(64), weight DOUBLE, owner INT, start_day INT, target_day INT, position INT NOT NULL,
    description TEXT, perspective VARCHAR(20), headline VARCHAR(10) NOT NULL DEFAULT 'work', archived TINYINT NOT NULL DEFAULT 0, revision INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id), UNIQUE KEY objective_by_key (objective_key))`,
  '004_project': `CREATE TABLE IF NOT EXISTS project (id INT NOT NULL, project_key VARCHAR(255) NOT NULL, name VARCHAR(255) NOT NULL DEFAULT '', category INT, basis BIGINT NOT NULL DEFAULT 0,
    refreshed_at BIGINT NOT NULL DEFAULT 0, refreshed_day INT NOT NULL DEFAULT 0, counting_until BIGINT NOT NULL DEFAULT 0,
    median DOUBLE NOT NULL DEFAULT 1000, low DOUBLE NOT NULL DEFAULT 1000, high DOUBLE NOT NULL DEFAULT 1000,
    failed_recounts INT NOT NULL DEFAULT 0, set_aside VARCHAR(32), cells MEDIUMTEXT, weeks_items MEDIUMTEXT, weeks_points MEDIUMTEXT, people MEDIUMTEXT, components MEDIUMTEXT, teams MEDIUMTEXT, parents MEDIUMTEXT,
    PRIMARY KEY (id))`,
  '005_work_item': `CREATE TABLE IF NOT EXISTS work_item (id BIGINT NOT NULL, project INT NOT NULL, number INT NOT NULL, level TINYINT NOT NULL, parent BIGINT,
    outcome TINYINT NOT NULL, estimate INT, assignee INT, tag INT, created MEDIUMINT NOT NULL, ended MEDIUMINT, facets VARCHAR(1000) NOT NULL,
    component INT, team INT, blocked TINYINT NOT NULL DEFAULT 0, status INT, resolution INT, type INT, updated BIGINT NOT NULL, objective INT, unit TINYINT NOT NULL DEFAULT 0,
    orphan TINYINT NOT NULL DEFAULT 0, block INT, PRIMARY KEY (id), KEY work_item_by_objective (project, objective, number), KEY work_item_by_parent (parent),
    KEY work_item_by_block (block))`,
  '006_block': `CREATE TABLE IF NOT EXISTS block (id INT NOT NULL AUTO_INCREMENT, project INT NOT NULL, serves INT NOT NULL, items INT NOT NULL, version INT NOT NULL,
    refreshed INT NOT NULL DEFAULT 0, day INT NOT NULL DEFAULT 0, due INT,
    todo_items INT NOT NULL DEFAULT 0, todo_points BIGINT NOT NULL DEFAULT 0, todo_unestimated INT NOT NULL DEFAULT 0,
    doing_items INT NOT NULL DEFAULT 0, doing_points BIGINT NOT NULL DEFAULT 0, doing_unestimated INT NOT NULL DEFAULT 0,
    done_items INT NOT NULL DEFAULT 0, done_points BIGINT NOT NULL DEFAULT 0, done_unestimated INT NOT NULL DEFAULT 0,
    done30_items INT NOT NULL DEFAULT 0, done30_points BIGINT NOT NULL DEFAULT 0, done30_unestimated INT NOT NULL DEFAULT 0,
    done90_items INT NOT NULL DEFAULT 0, done90_points BIGINT NOT NULL DEFAULT 0, done90_unestimated INT NOT NULL DEFAULT 0,
    done180_items INT NOT NULL DEFAULT 0, done180_points BIGINT NOT NULL DEFAULT 0, done180_unestimated INT NOT NULL DEFAULT 0,
    done365_items INT NOT NULL DEFAULT 0, done365_points BIGINT NOT NULL DEFAULT 0, done365_unestimated INT NOT NULL DEFAULT 0,
    dropped INT NOT NULL DEFAULT 0, undated INT NOT NULL DEFAULT 0, unknown_parents INT NOT NULL DEFAULT 0, blocked INT NOT NULL DEFAULT 0,
    weeks_items MEDIUMTEXT NOT NULL, weeks_points MEDIUMTEXT NOT NULL, people MEDIUMTEXT NOT NULL, person_units MEDIUMTEXT NOT NULL, estimates MEDIUMTEXT NOT NULL,
    components MEDIUMTEXT, teams MEDIUMTEXT, parents MEDIUMTEXT,
    PRIMARY KEY (id), KEY block_by_project (project, serves), KEY block_by_serves (serves))`,
  '007_dirty_issue':
    'CREATE TABLE IF NOT EXISTS dirty_issue (id BIGINT NOT NULL, token BIGINT NOT NULL, set_aside VARCHAR(32), PRIMARY KEY (id))',
  '009_sync_run':
    'CREATE TABLE IF NOT EXISTS sync_run (id BIGINT NOT NULL, total INT NOT NULL, waiting_until BIGINT, hourly INT, finished BIGINT, PRIMARY KEY (id))',
  '010_sync_project': `CREATE TABLE IF NOT EXISTS sync_project (project INT NOT NULL, run BIGINT NOT NULL, step TINYINT NOT NULL, page_token TEXT, done INT NOT NULL, last_number INT NOT NULL DEFAULT 0, needs VARCHAR(64), finished BIGINT,
    PRIMARY KEY (project))`,
  '011_key_result': `CREATE TABLE IF NOT EXISTS key_result (id BIGINT NOT NULL, objective INT NOT NULL, title VARCHAR(255) NOT NULL, unit VARCHAR(32) NOT NULL, kind VARCHAR(10) NOT NULL,
    baseline DOUBLE, target DOUBLE, low DOUBLE, high DOUBLE, weight DOUBLE, position INT NOT NULL, PRIMARY KEY (id), KEY key_result_by_objective (objective))`,
  '012_check_in': `CREATE TABLE IF NOT EXISTS check_in (id BIGINT NOT NULL, objective INT NOT NULL, day INT NOT NULL, at BIGINT NOT NULL, author INT, note TEXT, health VARCHAR(10),
    decision TEXT, amounts TEXT NOT NULL, of_draft TINYINT NOT NULL DEFAULT 0, noted TINYINT NOT NULL DEFAULT 0, decided TINYINT NOT NULL DEFAULT 0, PRIMARY KEY (id),
    KEY check_in_by_objective (objective, day, of_draft, noted, decided, health))`,
  '013_strategy_event': `CREATE TABLE IF NOT EXISTS strategy_event (objective INT NOT NULL, revision INT NOT NULL, at BIGINT NOT NULL, day INT NOT NULL, author INT,
    before_state MEDIUMTEXT, before_owner INT, after_state MEDIUMTEXT NOT NULL, after_owner INT, open_work INT NOT NULL,
    status_before VARCHAR(10), status_after VARCHAR(10) NOT NULL, changes_course TINYINT NOT NULL, outline_before TEXT, PRIMARY KEY (objective, revision), KEY strategy_event_by_day (day))`,
  '014_title_update':
    'CREATE TABLE IF NOT EXISTS title_update (objective INT NOT NULL, after_issue BIGINT NOT NULL, PRIMARY KEY (objective))',
  '015_proposal': `CREATE TABLE IF NOT EXISTS proposal (issue BIGINT NOT NULL, project INT NOT NULL, state VARCHAR(10) NOT NULL, proposed_by INT, proposed_at BIGINT NOT NULL, note TEXT,
    decided_by INT, decided_at BIGINT, reason TEXT, objective INT, PRIMARY KEY (issue), KEY proposal_by_project (project))`,
  '016_work_function': `CREATE TABLE IF NOT EXISTS work_function (id INT NOT NULL AUTO_INCREMENT, kind VARCHAR(10) NOT NULL, jira_id VARCHAR(64) NOT NULL, name VARCHAR(255) NOT NULL,
    PRIMARY KEY (id), UNIQUE KEY work_function_by_jira_id (kind, jira_id))`,
  '019_objective_snapshot': `CREATE TABLE IF NOT EXISTS objective_snapshot (day INT NOT NULL, objective INT NOT NULL, todo_items INT NOT NULL, doing_items INT NOT NULL, done_items INT NOT NULL,
    todo_points BIGINT NOT NULL, doing_points BIGINT NOT NULL, done_points BIGINT NOT NULL, key_results DOUBLE, health VARCHAR(10), open_work INT NOT NULL, PRIMARY KEY (day, objective))`,
  '020_project_snapshot': `CREATE TABLE IF NOT EXISTS project_snapshot (day INT NOT NULL, project INT NOT NULL, aligned_items INT NOT NULL, run_items INT NOT NULL, stale_items INT NOT NULL, unlinked_items INT NOT NULL,
    aligned_points BIGINT NOT NULL, run_points BIGINT NOT NULL, stale_points BIGINT NOT NULL, unlinked_points BIGINT NOT NULL, PRIMARY KEY (day, project), KEY project_snapshot_by_project (project, day))`,
  '021_rate_hour': `CREATE TABLE IF NOT EXISTS rate_hour (hour INT NOT NULL, calls INT NOT NULL, points INT NOT NULL, quota INT, own_quota TINYINT NOT NULL DEFAULT 0, limited_until BIGINT NOT NULL, reason VARCHAR(64),
    PRIMARY KEY (hour))`,
  '022_removed_issue':
    'CREATE TABLE IF NOT EXISTS removed_issue (id BIGINT NOT NULL, removed_at BIGINT NOT NULL, PRIMARY KEY (id))',
  '023_drift_check':
    'CREATE TABLE IF NOT EXISTS drift_check (kind VARCHAR(10) NOT NULL, checked_at BIGINT NOT NULL, found INT NOT NULL, drift_at BIGINT, drift INT, PRIMARY KEY (kind))',
  '025_project_sweep':
    'CREATE TABLE IF NOT EXISTS project_sweep (project INT NOT NULL, day INT NOT NULL, off_by INT NOT NULL, differs INT NOT NULL, PRIMARY KEY (project))',
  '026_visitor_answer':
    'CREATE TABLE IF NOT EXISTS visitor_answer (account VARCHAR(128) NOT NULL, subject BIGINT NOT NULL, asked BIGINT NOT NULL, answer MEDIUMTEXT NOT NULL, PRIMARY KEY (account, subject), KEY visitor_answer_by_asked (asked))',
  '027_audit_line':
    'CREATE TABLE IF NOT EXISTS audit_line (id INT NOT NULL AUTO_INCREMENT, at BIGINT NOT NULL, author INT, what VARCHAR(20) NOT NULL, facts VARCHAR(1000) NOT NULL, PRIMARY KEY (id), KEY audit_line_by_at (at))',
  '028_measurement':
    'CREATE TABLE IF NOT EXISTS measurement (objective INT NOT NULL, key_result BIGINT NOT NULL, day INT NOT NULL, of_draft TINYINT NOT NULL, check_in BIGINT NOT NULL, value DOUBLE NOT NULL, PRIMARY KEY (objective, key_result, day, of_draft))',
  '029_visitor_spending':
    'CREATE TABLE IF NOT EXISTS visitor_spending (account VARCHAR(128) NOT NULL, minute INT NOT NULL, ms INT NOT NULL, hour INT NOT NULL, points INT NOT NULL, PRIMARY KEY (account), KEY visitor_spending_by_hour (hour))',
  '030_site_snapshot': `CREATE TABLE IF NOT EXISTS site_snapshot (day INT NOT NULL, execution_index DOUBLE, clarity DOUBLE, communication DOUBLE, resources DOUBLE, monitoring DOUBLE, adaptability DOUBLE, buy_in DOUBLE,
    PRIMARY KEY (day))`,
  '031_project_snapshot_planned': 'ALTER TABLE project_snapshot ADD COLUMN planned VARCHAR(50)',
  '032_deferral':
    'CREATE TABLE IF NOT EXISTS deferral (issue BIGINT NOT NULL, until_day INT NOT NULL, reason VARCHAR(16) NOT NULL, author INT, PRIMARY KEY (issue), KEY deferral_by_day (until_day))',
  '033_tagging_job': `CREATE TABLE IF NOT EXISTS tagging_job (id BIGINT NOT NULL, author INT, project INT, source VARCHAR(10) NOT NULL, state VARCHAR(10) NOT NULL, target INT, overwrites TINYINT NOT NULL, issues INT NOT NULL,
    undone_noted INT NOT NULL, finished_at BIGINT, PRIMARY KEY (id), KEY tagging_job_by_state (state, id), KEY tagging_job_by_author (author, id))`,
  '034_tagging_entry':
    'CREATE TABLE IF NOT EXISTS tagging_entry (job BIGINT NOT NULL, issue BIGINT NOT NULL, state TINYINT NOT NULL, was INT, PRIMARY KEY (job, issue), KEY tagging_entry_by_state (job, state, issue))',
  '035_tag_rule': `CREATE TABLE IF NOT EXISTS tag_rule (id BIGINT NOT NULL, owner INT, project INT, jql MEDIUMTEXT NOT NULL, place INT NOT NULL, is_on TINYINT NOT NULL, refused VARCHAR(10), page_token TEXT, found INT NOT NULL, sweep_due BIGINT NOT NULL,
    PRIMARY KEY (id))`,
  '036_cleared_issue': 'CREATE TABLE IF NOT EXISTS cleared_issue (id BIGINT NOT NULL, PRIMARY KEY (id))',
  '037_objective_issue':
    'CREATE TABLE IF NOT EXISTS objective_issue (issue BIGINT NOT NULL, objective INT NOT NULL, start_day INT, target_day INT, updated BIGINT NOT NULL, PRIMARY KEY (issue), UNIQUE KEY objective_issue_by_objective (objective))',
  '038_own': 'ALTER TABLE work_item ADD COLUMN own INT',
  '039_link': 'ALTER TABLE work_item ADD COLUMN link INT',
  '040_by_link': 'ALTER TABLE work_item ADD COLUMN by_link TINYINT NOT NULL DEFAULT 0',
  '041_work_item_retagged': 'ALTER TABLE work_item ADD COLUMN retagged MEDIUMINT',
  '042_block_retags': 'ALTER TABLE block ADD COLUMN retags TEXT',
  '043_project_retags': 'ALTER TABLE project ADD COLUMN retags MEDIUMTEXT',
  '044_tag_origin':
    'CREATE TABLE IF NOT EXISTS tag_origin (issue BIGINT NOT NULL, tag INT NOT NULL, how VARCHAR(10) NOT NULL, author INT, at BIGINT NOT NULL, PRIMARY KEY (issue))',
  '045_objective_issue_found': 'ALTER TABLE objective_issue ADD COLUMN found INT',
  // Rows of a version before count as long: pages of them are short.
  '046_check_in_text_bytes': 'ALTER TABLE check_in ADD COLUMN text_bytes INT NOT NULL DEFAULT 100000',
  '047_strategy_event_text_bytes': 'ALTER TABLE strategy_event ADD COLUMN text_bytes INT NOT NULL DEFAULT 200000',
  '048_sync_project_failed_searches': 'ALTER TABLE sync_project ADD COLUMN failed_searches INT NOT NULL DEFAULT 0',
  '049_sync_run_unread': 'ALTER TABLE sync_run ADD COLUMN unread INT NOT NULL DEFAULT 0',
};

/** The newest migration of this version. If it is applied, all are. */
const NEWEST = Object.keys(MIGRATIONS).at(-1) ?? '';

/** Whether the schema of this version, or a newer one, exists. One statement. */
export const isMigrated = async (): Promise<boolean> => {
  const found = await noneWithoutTable(() =>
    database.selectFrom('migration').select('name').where('name', '=', NEWEST).execute(),
  );
  return found.length > 0;
};

/** Makes the first tables. Idempotent, so it needs no lock. */
export const makeFirstTables = async (): Promise<void> => {
  await apply(FIRST, { most: Infinity, until: Infinity });
};

/** When the last of the first tables was made (epoch milliseconds). One statement. */
export const firstTablesMadeAt = async (): Promise<number> => {
  const { at } = await database
    .selectFrom('migration')
    .select(({ fn }) => fn.max('applied_at').as('at'))
    .where('name', 'in', Object.keys(FIRST))
    .executeTakeFirstOrThrow();
  return Number(at);
};

/**
 * Applies missing migrations in order, at most `most`, and begins none after `until` (epoch milliseconds). Idempotent, also after a
 * crash. The caller holds the lease: `sync/jobs/migrating.ts`. Throws what the database throws.
 * @returns whether all are applied
 */
export const migrate = ({ most = Infinity, until = Infinity } = {}): Promise<boolean> =>
  apply(MIGRATIONS, { most, until });

const apply = async (
  migrations: Readonly<Record<string, string>>,
  { most, until }: { most: number; until: number },
): Promise<boolean> => {
  const applied = new Set(
    (await noneWithoutTable(() => database.selectFrom('migration').select('name').execute())).map(({ name }) => name),
  );
  const missing = Object.entries(migrations).filter(([name]) => !applied.has(name));
  for (const [index, [name, statement]] of missing.entries()) {
    if (index >= most || Date.now() > until) return false;
    await unlessDone(() => sql.executeDDL(statement));
    await database.insertInto('migration').ignore().values({ name, applied_at: Date.now() }).execute();
  }
  return true;
};

/** None, if the table of migrations does not exist yet. */
const noneWithoutTable = async <Row>(read: () => Promise<Row[]>): Promise<Row[]> => {
  try {
    return await read();
  } catch (error) {
    if (mysqlErrno(error) === NO_SUCH_TABLE) return [];
    throw error;
  }
};

/** A column or an index may exist already: a crash can come between the statement and its note, and they know no IF NOT EXISTS. */
const unlessDone = async (change: () => Promise<unknown>): Promise<void> => {
  try {
    await change();
  } catch (error) {
    const errno = mysqlErrno(error);
    if (errno !== DUPLICATE_COLUMN && errno !== DUPLICATE_INDEX) throw error;
  }
};
