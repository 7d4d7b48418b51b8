/** The statuses after which the reference says to try again ("When to retry"). */
export const retryableStatuses = [408, 429, 500, 502, 503, 504] as const;
