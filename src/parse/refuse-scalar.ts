import { SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { daysInMonth } from "../model/time/days-in-month.ts";
import type { Flaw } from "./flaw.ts";
import { quote } from "./words.ts";

/**
 * Why a scalar may not be a value: a number that is not finite, not exact or read differently by other
 * programs, or a date that is in no calendar.
 */
export function refuseScalar(text: string, event: ScalarEvent): Flaw | undefined {
  const { valueStart: start, valueEnd: end } = event;
  if (start === -1) return undefined;
  const first = text.charCodeAt(start);
  const isPlain = event.style === SCALAR_STYLE.PLAIN;
  if (!isDigit(first) && !(isPlain && (first === PLUS || first === MINUS || first === DOT))) return undefined;
  const written = text.slice(start, end);
  const reason =
    end - start === 10 && DATE.test(written)
      ? refuseDate(written)
      : isPlain
        ? refuseNumber(written)
        : undefined;
  return reason === undefined ? undefined : { stage: "syntax", start, end, ...reason };
}

const [PLUS, MINUS, DOT, ZERO, NINE] = [43, 45, 46, 48, 57];
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const OTHER_BASE = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const LEADING_ZERO = /^[-+]?0\d/;
const NOT_FINITE = /^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/;

interface Reason {
  readonly message: string;
  readonly help: string;
}

function refuseNumber(written: string): Reason | undefined {
  if (NOT_FINITE.test(written)) {
    return { message: `${quote(written)} is no number one can compare with`, help: "write a number" };
  }
  if (OTHER_BASE.test(written) || (NUMBER.test(written) && LEADING_ZERO.test(written))) {
    return {
      message: `${quote(written)} is a number that programs read differently`,
      help: `put it in quotes where it is a code, or write it without the leading zero`,
    };
  }
  if (NUMBER.test(written) && Math.abs(Number(written)) > Number.MAX_SAFE_INTEGER) {
    return {
      message: `${quote(written)} is larger than ${Number.MAX_SAFE_INTEGER}, the largest number kept exactly`,
      help: "put it in quotes where it is a code, or write a smaller number",
    };
  }
  return undefined;
}

function refuseDate(written: string): Reason | undefined {
  if (isCalendarDay(written)) return undefined;
  return { message: `${quote(written)} is in no calendar`, help: "write a day that exists, as YYYY-MM-DD" };
}

/** Whether a text of the form YYYY-MM-DD is a day that exists. */
function isCalendarDay(written: string): boolean {
  const year = Number(written.slice(0, 4));
  const month = Number(written.slice(5, 7));
  const day = Number(written.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}
