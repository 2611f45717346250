import { migrationRunner } from '@forge/sql';
import { CELL_COLUMNS } from './cellColumns';
import type { CellColumn } from './schema';

/** Points are thousandths, of which a large project has more than four bytes hold; everything else is a number of issues. */
const numberType = (column: CellColumn): string => (column.endsWith('_points') ? 'BIGINT' : 'INT');

/**
 * Every statement that made the schema, in order. Append; never change one that was released.
 * The text is what TiDB, MariaDB and SQLite all take: no foreign keys, no defaults that are expressions.
 */
const MIGRATIONS: Record<string, string> = {
  '001_setting':
    'CREATE TABLE IF NOT EXISTS setting (name VARCHAR(64) NOT NULL, value MEDIUMTEXT NOT NULL, PRIMARY KEY (name))',
  '002_account':
    'CREATE TABLE IF NOT EXISTS account (id INT NOT NULL AUTO_INCREMENT, account_id VARCHAR(128) NOT NULL, PRIMARY KEY (id), UNIQUE KEY account_by_account_id (account_id))',
  '003_objective': `CREATE TABLE IF NOT EXISTS objective (id INT NOT NULL AUTO_INCREMENT, objective_key VARCHAR(64) NOT NULL, title VARCHAR(255) NOT NULL,
    status VARCHAR(10) NOT NULL, parent VARCHAR(64), weight DOUBLE, owner INT, start_day INT, target_day INT, position INT NOT NULL,
    description TEXT, perspective VARCHAR(20), headline VARCHAR(10) NOT NULL DEFAULT 'work', archived TINYINT NOT NULL DEFAULT 0, revision INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id), UNIQUE KEY objective_by_key (objective_key))`,
  '004_project': `CREATE TABLE IF NOT EXISTS project (id INT NOT NULL, project_key VARCHAR(255) NOT NULL, name VARCHAR(255) NOT NULL DEFAULT '', category INT, version INT NOT NULL DEFAULT 0,
    refreshed INT NOT NULL DEFAULT 0, refreshed_at BIGINT NOT NULL DEFAULT 0, refreshed_day INT NOT NULL DEFAULT 0,
    median DOUBLE NOT NULL DEFAULT 1000, low DOUBLE NOT NULL DEFAULT 1000, high DOUBLE NOT NULL DEFAULT 1000, has_units TINYINT NOT NULL DEFAULT 0, PRIMARY KEY (id))`,
  '005_work_item': `CREATE TABLE IF NOT EXISTS work_item (id BIGINT NOT NULL, project INT NOT NULL, number INT NOT NULL, level TINYINT NOT NULL, parent BIGINT,
    outcome TINYINT NOT NULL, estimate BIGINT, assignee INT, tag INT, created MEDIUMINT NOT NULL, ended MEDIUMINT, facets VARCHAR(1000) NOT NULL,
    component INT, team INT, blocked TINYINT NOT NULL DEFAULT 0, updated BIGINT NOT NULL, objective INT, source BIGINT, since MEDIUMINT,
    PRIMARY KEY (id), KEY work_item_by_project (project, blocked), KEY work_item_by_parent (parent))`,
  '006_rollup': `CREATE TABLE IF NOT EXISTS rollup (kind TINYINT NOT NULL, project INT NOT NULL, part INT NOT NULL, serves INT NOT NULL, version INT NOT NULL,
    ${CELL_COLUMNS.map((column) => `${column} ${numberType(column)} NOT NULL`).join(', ')}, PRIMARY KEY (kind, project, part, serves))`,
  '007_dirty_issue':
    'CREATE TABLE IF NOT EXISTS dirty_issue (id BIGINT NOT NULL, token BIGINT NOT NULL, PRIMARY KEY (id))',
  '008_lease':
    'CREATE TABLE IF NOT EXISTS lease (name VARCHAR(64) NOT NULL, until BIGINT NOT NULL, PRIMARY KEY (name))',
  '009_sync_run':
    'CREATE TABLE IF NOT EXISTS sync_run (id BIGINT NOT NULL, total INT NOT NULL, waiting_until BIGINT, hourly INT, finished BIGINT, PRIMARY KEY (id))',
  '010_sync_project': `CREATE TABLE IF NOT EXISTS sync_project (project INT NOT NULL, run BIGINT NOT NULL, page_token TEXT, done INT NOT NULL, last_number INT NOT NULL DEFAULT 0, finished BIGINT,
    PRIMARY KEY (project))`,
  '011_key_result': `CREATE TABLE IF NOT EXISTS key_result (id BIGINT NOT NULL, objective INT NOT NULL, title VARCHAR(255) NOT NULL, unit VARCHAR(32) NOT NULL, kind VARCHAR(10) NOT NULL,
    baseline DOUBLE, target DOUBLE, low DOUBLE, high DOUBLE, weight DOUBLE, position INT NOT NULL, PRIMARY KEY (id), KEY key_result_by_objective (objective))`,
  '012_check_in': `CREATE TABLE IF NOT EXISTS check_in (id BIGINT NOT NULL, objective INT NOT NULL, day INT NOT NULL, at BIGINT NOT NULL, author INT, note TEXT, health VARCHAR(10),
    decision TEXT, amounts TEXT NOT NULL, PRIMARY KEY (id), KEY check_in_by_objective (objective, day))`,
  '013_strategy_event': `CREATE TABLE IF NOT EXISTS strategy_event (objective INT NOT NULL, revision INT NOT NULL, at BIGINT NOT NULL, day INT NOT NULL, author INT,
    before_state MEDIUMTEXT, before_owner INT, after_state MEDIUMTEXT NOT NULL, after_owner INT, open_work INT NOT NULL, PRIMARY KEY (objective, revision), KEY strategy_event_by_day (day))`,
  '014_retitle':
    'CREATE TABLE IF NOT EXISTS retitle (objective INT NOT NULL, after_issue BIGINT NOT NULL, PRIMARY KEY (objective))',
  '015_candidate': `CREATE TABLE IF NOT EXISTS candidate (issue BIGINT NOT NULL, project INT NOT NULL, state VARCHAR(10) NOT NULL, proposed_by INT, proposed_at BIGINT NOT NULL, note TEXT,
    decided_by INT, decided_at BIGINT, reason TEXT, objective INT, PRIMARY KEY (issue), KEY candidate_by_project (project))`,
  '016_work_function': `CREATE TABLE IF NOT EXISTS work_function (id INT NOT NULL AUTO_INCREMENT, kind VARCHAR(10) NOT NULL, jira_id VARCHAR(64) NOT NULL, name VARCHAR(255) NOT NULL,
    PRIMARY KEY (id), UNIQUE KEY work_function_by_jira_id (kind, jira_id))`,
  '017_overall': `CREATE TABLE IF NOT EXISTS overall (kind TINYINT NOT NULL, serves INT NOT NULL, place INT NOT NULL, version BIGINT NOT NULL, units INT NOT NULL, size DOUBLE NOT NULL,
    PRIMARY KEY (kind, serves, place))`,
  '018_rollup_week': `CREATE TABLE IF NOT EXISTS rollup_week (project INT NOT NULL, serves INT NOT NULL, week SMALLINT NOT NULL, version INT NOT NULL,
    added_items INT NOT NULL, added_points BIGINT NOT NULL, added_unestimated INT NOT NULL,
    done_items INT NOT NULL, done_points BIGINT NOT NULL, done_unestimated INT NOT NULL, PRIMARY KEY (project, serves, week))`,
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
  '024_failure': `CREATE TABLE IF NOT EXISTS failure (what VARCHAR(64) NOT NULL, code VARCHAR(32) NOT NULL, detail VARCHAR(64), reference VARCHAR(64) NOT NULL,
    first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, times INT NOT NULL, PRIMARY KEY (what, code))`,
  '025_project_sweep':
    'CREATE TABLE IF NOT EXISTS project_sweep (project INT NOT NULL, day INT NOT NULL, off_by INT NOT NULL, differs INT NOT NULL, PRIMARY KEY (project))',
  '026_visitor_answer':
    'CREATE TABLE IF NOT EXISTS visitor_answer (account VARCHAR(128) NOT NULL, subject BIGINT NOT NULL, asked BIGINT NOT NULL, answer MEDIUMTEXT NOT NULL, PRIMARY KEY (account, subject), KEY visitor_answer_by_asked (asked))',
};

/**
 * Brings the schema up to date. Safe to call again and after a crash: what ran is remembered, and each statement can run twice.
 * Returns the names of what it ran.
 */
export const migrate = (): Promise<string[]> => {
  for (const [name, statement] of Object.entries(MIGRATIONS)) migrationRunner.enqueue(name, statement);
  return migrationRunner.run();
};
