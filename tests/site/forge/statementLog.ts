/** Counts what the app asked of the platform: a statement and a Jira call each cost money and rate budget. */
export class StatementLog {
  /** SQL statements. */
  sql = 0;
  /** Rows that SQL statements answered. */
  rows = 0;
  /** Bytes of SQL requests and answers. */
  sqlBytes = 0;
  /** Calls of Jira's REST API. */
  jira = 0;
  /** Bytes of Jira's answers. */
  jiraBytes = 0;

  reset(): void {
    this.sql = this.rows = this.sqlBytes = this.jira = this.jiraBytes = 0;
  }
}
