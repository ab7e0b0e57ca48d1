import type { Duration } from "../value.ts";

/** A duration as a policy writes it, with the text it was written in. */
export interface WrittenDuration extends Duration {
  readonly text: string;
}

const SHAPE =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Reads an ISO 8601 duration, however long; `undefined` where the text is none. */
export function readDuration(text: string): Duration | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((digits) => (digits === undefined ? 0 : Number(digits)));
  return {
    months: years * 12 + months,
    seconds: (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds,
  };
}

/** Reads one as a policy writes it; `undefined` also where its numbers are beyond exact integers. */
export function parseDuration(text: string): WrittenDuration | undefined {
  const duration = readDuration(text);
  if (duration === undefined) return undefined;
  const exact = Number.isSafeInteger(duration.months) && Number.isSafeInteger(duration.seconds);
  return exact ? { ...duration, text } : undefined;
}
