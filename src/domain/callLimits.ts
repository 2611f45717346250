/** How many issues one call of the project page may link: as many as Jira reads in one call. */
export const MOST_LINKED = 100;

/** How many issues a tagging job may have, and how many of them one call may add: as many as Jira checks in one call. */
export const MOST_IN_JOB = 20_000;
export const MOST_GATHERED = 1000;

const MOST_IMPORT_KB = 400;

/** Why a strategy file is too long to be imported at once: a call carries 500 KB. `null` where it is not. */
export const importProblem = (csv: string): string | null =>
  new Blob([csv]).size > MOST_IMPORT_KB * 1024
    ? `This is more than ${MOST_IMPORT_KB} KB. Import it in parts, parents first; what a part does not name stays as it is.`
    : null;
