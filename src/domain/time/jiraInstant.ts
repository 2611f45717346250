/** Epoch milliseconds of Jira's `2026-05-16T07:56:00.000+0000`, whose offset lacks the standard's colon. NaN: it is no time */
export const jiraInstant = (text: string): number => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
