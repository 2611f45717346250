/** The name of the whole score. */
export const INDEX_NAME = 'Execution alignment index';

export const NO_OBJECTIVES = 'There is no objective yet';

export const NONE_ACTIVE = 'No objective is active yet.';

/** The title of the findings, and what stands below it without any. */
export const FINDINGS = 'What holds it back';
export const NOTHING_FOUND = 'Nothing found that holds the strategy back.';

/** Who may edit the strategy. */
export const EDITORS =
  'Strategy editors are Jira admins, and the groups that they name in the app’s settings. Ask a Jira admin who that is on your site.';

/** When a changed title reaches the field's values in Jira. */
export const NEW_TITLES = 'Issues show new titles within minutes.';
