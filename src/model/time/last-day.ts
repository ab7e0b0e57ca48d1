/** The last day there is: what has no end ends on it. Words say that no end is set. */
export const LAST_DAY = "9999-12-31";
