/** Days ahead that are near: a verdict is tried on each of them, and what turns on one of them is about to. */
export const HORIZON_DAYS = 30;
