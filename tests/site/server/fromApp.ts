/** The header that the bridge adds to a call to Jira of the app's pages. */
export const FROM_APP = 'x-from-app';
