/** What every key of the app in Redis begins with. The braces keep them on one node of a cluster. */
export const REDIS_PLACE = "{bylaw}";
