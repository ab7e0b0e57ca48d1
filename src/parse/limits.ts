/** Deepest nesting of maps and lists read. Far below what makes any later step run out of stack. */
export const MAX_DEPTH = 32;

/** Largest file a municipality or an owner writes, in bytes. */
export const SMALL_FILE = 64 * 1024;

/** Largest policy, registry file or plan, in bytes, and so of any file. */
export const LARGE_FILE = 256 * 1024;

/** Most problems shown of one file; the last place says how many more there are. */
export const MAX_PROBLEMS = 50;
