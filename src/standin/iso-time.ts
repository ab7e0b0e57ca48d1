/** Milliseconds since 1970 as GitHub writes a time: UTC, no fraction. `null` for no time. */
export function isoTime(time: number): string;
export function isoTime(time: number | null | undefined): string | null;
export function isoTime(time: number | null | undefined): string | null {
  return time === null || time === undefined ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
