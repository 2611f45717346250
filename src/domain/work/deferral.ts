/**
 * Why work is rightly without an objective for a while. `waiting`: its objective is not stated yet; `ending`: it will be over
 * soon; `small`: not worth a link; `elsewhere`: it belongs to a strategy that is not here
 */
export const DEFERRAL_REASONS = ['waiting', 'ending', 'small', 'elsewhere'] as const;
export type DeferralReason = (typeof DEFERRAL_REASONS)[number];

/** For how many days work may be set aside. */
export const DEFERRAL_DAYS = [14, 30, 90] as const;
export type DeferralDays = (typeof DEFERRAL_DAYS)[number];
