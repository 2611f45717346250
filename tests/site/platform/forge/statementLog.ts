/** Counts what the app asked of the platform: a statement and a Jira call each cost money and rate budget. */
export class StatementLog {
  /** SQL statements. */
  sql = 0;
  /** Of those, the ones that write. Forge SQL takes 150 a second, which statements that take no time on the way cannot show. */
  writes = 0;
  /** Of those, the ones sent to the endpoint that changes the schema. */
  schemaChanges = 0;
  /** Runs of the app's functions. */
  invocations = 0;
  /** Events that the app pushed to its queues. */
  pushed = 0;
  /** Rows that SQL statements answered. */
  rows = 0;
  /** Bytes of SQL requests and answers. */
  sqlBytes = 0;
  /** Calls of Jira's REST API. */
  jira = 0;
  /** Bytes of Jira's answers. */
  jiraBytes = 0;

  reset(): void {
    this.sql = this.writes = this.schemaChanges = this.rows = this.sqlBytes = this.jira = this.jiraBytes = 0;
    this.invocations = this.pushed = 0;
  }
}
