/** The limits of what an admin decides. */
export const MOST_GROUPS = 20;
export const MOST_ESTIMATE_FIELDS = 5;
export const MOST_EXCLUDED = 200;
/** Of a cadence and a response time. */
export const MOST_DAYS = 365;

/**
 * The part of a site's own rate points that the app may use. Less would not keep up with Jira; more would leave nothing to the
 * people at its pages, and Jira counts some calls dearer than it says.
 */
export const QUOTA_SHARE = { least: 0.2, most: 0.95 };

export const isDays = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
export const isShare = (value: number): boolean => value >= 0 && value <= 1;
export const isQuotaShare = (value: number): boolean => value >= QUOTA_SHARE.least && value <= QUOTA_SHARE.most;
