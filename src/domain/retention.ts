/*
 * How long what grows with time is kept. The rest lasts as long as what it describes: work items as long as their
 * issues, history and check-ins as long as their objective, settings as long as the app is installed.
 *
 * On TiDB a million issues take 249 MB, indexes and figures included (tests/bench/results.json). In five years there are
 * added: the records of 604 days, 124 bytes for each project (12 of them what was planned) and 96 for each objective, so 18 MB for 200 projects and
 * 60 objectives and 490 MB for 5,000 and 2,000 (one of 100 bytes for the site adds nothing to speak of); 50,000 audit lines of 250 bytes, 13 MB; and what people write, 9 MB for
 * 60 objectives with a check-in a month (500 bytes) and 40 changes (3 KB) each. That is 289 MB of 1,074; on a site
 * of 5,000 projects and 2,000 objectives whose people write as much it is 1,052.
 */

/** Days for which each day's records of projects, objectives and the site are kept. Of older days Sundays are. */
export const DAILY_RECORD_DAYS = 400;
/** Days for which those of Sundays are kept: five years. */
export const WEEKLY_RECORD_DAYS = 1827;

/** Days for which audit lines are kept, and how many at the most. */
export const AUDIT_DAYS = 730;
export const MOST_AUDIT_LINES = 50_000;

/** Days for which a finished tagging job is kept: as long, it can be undone. 30 bytes an issue. */
export const TAGGING_JOB_DAYS = 30;
/** Hours after which what was gathered for a job that nobody started is deleted. */
export const GATHERED_HOURS = 24;

/** Days after which a failure that did not recur is over. */
export const FAILURE_DAYS = 14;

/** Hours before the present one whose rate points are kept. */
export const RATE_HOURS = 48;

/** Hours for which Jira's answers about a visitor are kept. Pages use them for five minutes. */
export const VISITOR_ANSWER_HOURS = 1;
