/**
 * The longest time that a function may run (milliseconds), the manifest's longest time-out. What it read from Jira is
 * written by then.
 */
export const LONGEST_FUNCTION_MS = 900_000;
