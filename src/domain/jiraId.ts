/**
 * Whether a text is an id of Jira: digits, and a number that JavaScript holds exactly. A longer one would be rounded to
 * the id of something else.
 */
export const isJiraId = (text: string): boolean => /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text));
