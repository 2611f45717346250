/** How an objective fares against its pace. `pending`: before its start, or without dates or progress. */
export type Health = 'onTrack' | 'atRisk' | 'offTrack' | 'pending';
