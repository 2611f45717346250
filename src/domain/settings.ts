/** Limits of an admin's settings. */
export const MOST_GROUPS = 20;
export const MOST_ESTIMATE_FIELDS = 5;
export const MOST_EXCLUDED = 200;
/** Longest cadence and response time. */
export const MOST_DAYS = 365;

/**
 * Limits of the share of a site's own rate points that the app may use, 0…1. With less it could not keep up with Jira.
 * With more nothing would be left for visitors of its pages, and Jira counts some calls dearer than documented.
 */
export const QUOTA_SHARE = { least: 0.2, most: 0.95 };

export const isDays = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
export const isShare = (value: number): boolean => value >= 0 && value <= 1;
export const isQuotaShare = (value: number): boolean => value >= QUOTA_SHARE.least && value <= QUOTA_SHARE.most;
