import { migrationRunner } from '@forge/sql';
import { CELL_COLUMNS } from './cellColumns';

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
    PRIMARY KEY (id), UNIQUE KEY objective_by_key (objective_key))`,
  '004_project': `CREATE TABLE IF NOT EXISTS project (id INT NOT NULL, project_key VARCHAR(255) NOT NULL, version BIGINT NOT NULL DEFAULT 0,
    refreshed BIGINT NOT NULL DEFAULT 0, refreshed_at BIGINT NOT NULL DEFAULT 0, refreshed_day INT NOT NULL DEFAULT 0,
    median DOUBLE NOT NULL DEFAULT 1000, low DOUBLE NOT NULL DEFAULT 1000, high DOUBLE NOT NULL DEFAULT 1000, PRIMARY KEY (id))`,
  '005_work_item': `CREATE TABLE IF NOT EXISTS work_item (id BIGINT NOT NULL, project INT NOT NULL, number INT NOT NULL, level SMALLINT NOT NULL, parent BIGINT,
    outcome TINYINT NOT NULL, estimate BIGINT, assignee INT, tag INT, created INT NOT NULL, ended INT, facets VARCHAR(1000) NOT NULL,
    updated BIGINT NOT NULL, objective INT, source BIGINT, since INT,
    PRIMARY KEY (id), KEY work_item_by_project (project, objective), KEY work_item_by_parent (parent))`,
  '006_rollup': `CREATE TABLE IF NOT EXISTS rollup (project INT NOT NULL, serves INT NOT NULL, version BIGINT NOT NULL,
    ${CELL_COLUMNS.map((column) => `${column} BIGINT NOT NULL`).join(', ')}, PRIMARY KEY (project, serves))`,
  '007_dirty_issue':
    'CREATE TABLE IF NOT EXISTS dirty_issue (id BIGINT NOT NULL, token BIGINT NOT NULL, PRIMARY KEY (id))',
  '008_lease':
    'CREATE TABLE IF NOT EXISTS lease (name VARCHAR(64) NOT NULL, until BIGINT NOT NULL, PRIMARY KEY (name))',
  '009_sync_run':
    'CREATE TABLE IF NOT EXISTS sync_run (id BIGINT NOT NULL, total INT NOT NULL, finished BIGINT, PRIMARY KEY (id))',
  '010_sync_project': `CREATE TABLE IF NOT EXISTS sync_project (project INT NOT NULL, run BIGINT NOT NULL, page_token TEXT, done INT NOT NULL, finished BIGINT,
    PRIMARY KEY (project))`,
};

/**
 * Brings the schema up to date. Safe to call again and after a crash: what ran is remembered, and each statement can run twice.
 * Returns the names of what it ran.
 */
export const migrate = (): Promise<string[]> => {
  for (const [name, statement] of Object.entries(MIGRATIONS)) migrationRunner.enqueue(name, statement);
  return migrationRunner.run();
};
