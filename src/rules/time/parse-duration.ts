import type { Duration } from "../../model/value.ts";

/** A duration as a policy writes it, with the text it was written in. */
export interface WrittenDuration extends Duration {
  readonly text: string;
}

const SHAPE =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Reads an ISO 8601 duration; `undefined` where the text is none or its numbers are beyond exact integers. */
export function parseDuration(text: string): WrittenDuration | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((digits) => (digits === undefined ? 0 : Number(digits)));
  const duration = {
    months: years * 12 + months,
    seconds: (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds,
    text,
  };
  return Number.isSafeInteger(duration.months) && Number.isSafeInteger(duration.seconds)
    ? duration
    : undefined;
}
