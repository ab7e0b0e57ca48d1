import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Flaw } from "./flaw.ts";
import { quote } from "./words.ts";

/** Why a scalar may not be a key: it is blank, no text, a merge key, or a name JavaScript keeps for itself. */
export function refuseKey(text: string, event: ScalarEvent, previous: number): Flaw | undefined {
  if (event.valueStart === -1) {
    return flaw(previous, previous, "a key is missing before this `:`", "write the name of the key");
  }
  const key = getScalarValue(text, event);
  const { valueStart: start, valueEnd: end } = event;
  if (key === "<<") {
    return flaw(
      start,
      end,
      "a merge key (`<<`) stands here; every value is written out where it belongs",
      "write the keys themselves",
    );
  }
  if (RESERVED.has(key)) return flaw(start, end, `the key ${quote(key)} is reserved`, "use another name");
  if (event.style === SCALAR_STYLE.PLAIN && NOT_TEXT.test(key)) {
    return flaw(start, end, `the key ${quote(key)} is not text`, `put the key in quotes: "${key}"`);
  }
  return undefined;
}

/** What every object has in JavaScript: such a key could stand for something nobody wrote. */
const RESERVED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

/** Plain scalars that YAML 1.2 reads as null, boolean or number. */
const NOT_TEXT =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function flaw(start: number, end: number, message: string, help: string): Flaw {
  return { stage: "syntax", start, end, message, help };
}
