/** Counts the app's requests to the platform: statements cost money, Jira calls rate points. */
export class StatementLog {
  /** SQL statements. */
  sql = 0;
  /**
   * SQL statements that write. Forge SQL allows 150 a second, a limit that statements without network time cannot show.
   */
  writes = 0;
  /** SQL statements sent to the endpoint that changes the schema. */
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
