/** No function runs longer (milliseconds): what one has read of Jira is written by then. As the manifest's longest time-out says. */
export const LONGEST_FUNCTION_MS = 900_000;
