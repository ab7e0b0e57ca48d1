import type { JsonObject, JsonValue } from "../model/document.ts";
import { isCalendarDay } from "./refuse-scalar.ts";

/**
 * Reads the plain part of YAML, in which nearly every file is written, many times faster than a whole reader: block
 * maps and lists, flow maps and lists, texts on one line with or without quotes, comments. `undefined` for all
 * else, mistakes included: the whole reader then says what it is. What is returned is what that reader returns.
 */
export function readPlainYaml(text: string): JsonObject | undefined {
  if (text.includes("\t") || text.includes("\r")) return undefined;
  try {
    return new PlainReader(text).readDocument();
  } catch (error) {
    if (error === GIVE_UP) return undefined;
    throw error;
  }
}

const GIVE_UP = new Error("the text is not plain YAML");
/** Deeper files are left to the whole reader, which counts in its own way. */
const DEPTH = 14;

const NEWLINE = 10;
const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

class PlainReader {
  readonly text: string;
  /** The place read next. */
  at = 0;
  /** Column of the first character of the line that begins at `at`; -1 at the end of the text. */
  indent = -1;
  depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): JsonObject {
    this.startLine();
    if (this.indent !== 0 || this.isDash()) throw GIVE_UP;
    const value = this.readMap(0);
    if (this.at < this.text.length) throw GIVE_UP;
    return value;
  }

  /** Goes from the beginning of a line to the next line that is neither blank nor a comment. */
  startLine(): void {
    const { text } = this;
    let { at } = this;
    for (;;) {
      const start = at;
      let unit = text.charCodeAt(at);
      while (unit === SPACE) unit = text.charCodeAt(++at);
      if (unit === HASH) {
        const end = text.indexOf("\n", at);
        at = end === -1 ? text.length : end + 1;
      } else if (unit === NEWLINE) {
        at += 1;
      } else {
        this.at = at;
        this.indent = at < text.length ? at - start : -1;
        return;
      }
      if (at >= text.length) {
        this.at = at;
        this.indent = -1;
        return;
      }
    }
  }

  /** Nothing but blanks and a comment may be left of the line. */
  endLine(): void {
    const { text } = this;
    let { at } = this;
    while (text.charCodeAt(at) === SPACE) at += 1;
    const unit = text.charCodeAt(at);
    if (unit === HASH && at > this.at) {
      const end = text.indexOf("\n", at);
      at = end === -1 ? text.length : end;
    } else if (unit !== NEWLINE && at < text.length) throw GIVE_UP;
    this.at = at + 1;
    this.startLine();
  }

  /** Whether a list item begins here. */
  isDash(): boolean {
    if (this.text.charCodeAt(this.at) !== DASH) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === SPACE || next === NEWLINE || this.at + 1 >= this.text.length;
  }

  readMap(indent: number): JsonObject {
    this.enter();
    const map: Record<string, JsonValue> = {};
    while (this.indent === indent && !this.isDash()) {
      const key = this.readKey();
      if (key === undefined || Object.hasOwn(map, key)) throw GIVE_UP;
      map[key] = this.readMember(indent);
    }
    if (this.indent > indent) throw GIVE_UP;
    this.depth -= 1;
    return map;
  }

  /** What stands after the colon of a key, on its line or below. */
  readMember(indent: number): JsonValue {
    const { text } = this;
    let at = this.at;
    while (text.charCodeAt(at) === SPACE) at += 1;
    const unit = text.charCodeAt(at);
    if (unit !== NEWLINE && unit !== HASH && at < text.length) {
      this.at = at;
      return this.readInline(indent);
    }
    this.endLine();
    if (this.indent > indent) {
      const first = text.charCodeAt(this.at);
      if (first === OPEN_LIST || first === OPEN_MAP) return this.readInline(indent);
      return this.isDash() ? this.readList(this.indent) : this.readMap(this.indent);
    }
    return this.indent === indent && this.isDash() ? this.readList(indent) : null;
  }

  readList(indent: number): JsonValue[] {
    this.enter();
    const list: JsonValue[] = [];
    while (this.indent === indent && this.isDash()) {
      const dash = this.at;
      this.at += 1;
      while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
      const start = this.at;
      const isMap = this.readKey() !== undefined;
      this.at = start;
      if (isMap) {
        this.indent = indent + start - dash;
        list.push(this.readMap(this.indent));
      } else if (this.isDash()) throw GIVE_UP;
      else list.push(this.readInline(indent));
    }
    if (this.indent > indent) throw GIVE_UP;
    this.depth -= 1;
    return list;
  }

  /** A value on the line of its key or dash. A line further in would continue it. */
  readInline(indent: number): JsonValue {
    const value = this.readValue(indent, false);
    this.endLine();
    if (this.indent > indent) throw GIVE_UP;
    return value;
  }

  readValue(indent: number, inFlow: boolean): JsonValue {
    switch (this.text.charCodeAt(this.at)) {
      case DOUBLE:
      case SINGLE:
        return this.readQuoted();
      case OPEN_LIST:
        return this.readFlowList(indent);
      case OPEN_MAP:
        return this.readFlowMap(indent);
      default:
        return inFlow ? this.readFlowText() : this.readBlockText(indent);
    }
  }

  /** A key and its colon; `undefined`, with nothing read, where none stands here. */
  readKey(): string | undefined {
    const { text } = this;
    const start = this.at;
    const unit = text.charCodeAt(start);
    let key: string;
    let end: number;
    if (unit === DOUBLE || unit === SINGLE) {
      key = this.readQuoted();
      end = this.at;
      this.at = start;
    } else {
      if (!isLetter(unit)) return undefined;
      end = start + 1;
      while (isKeyPart(text.charCodeAt(end))) end += 1;
      key = text.slice(start, end);
      if (WORDS.has(key)) return undefined;
    }
    if (text.charCodeAt(end) !== COLON) return undefined;
    const next = text.charCodeAt(end + 1);
    if (next !== SPACE && next !== NEWLINE && end + 1 < text.length) return undefined;
    if (key.length > LONGEST_KEY || key === "<<" || key === "prototype" || key in Object.prototype)
      throw GIVE_UP;
    this.at = end + 1;
    return key;
  }

  /** A text in quotes on one line, with no other escapes than those of quotes and of the backslash. */
  readQuoted(): string {
    const { text } = this;
    const quote = text.charCodeAt(this.at);
    const start = this.at + 1;
    let end = start;
    let isEscaped = false;
    for (let unit = text.charCodeAt(end); unit !== quote; unit = text.charCodeAt(++end)) {
      if (unit === NEWLINE || end >= text.length) throw GIVE_UP;
      if (unit !== BACKSLASH) continue;
      const next = text.charCodeAt(++end);
      if (quote === SINGLE || (next !== DOUBLE && next !== BACKSLASH)) throw GIVE_UP;
      isEscaped = true;
    }
    // Two single quotes stand for one.
    if (quote === SINGLE && text.charCodeAt(end + 1) === SINGLE) throw GIVE_UP;
    this.at = end + 1;
    const written = text.slice(start, end);
    const value = isEscaped ? written.replace(/\\(.)/g, "$1") : written;
    if (value.length === 10 && DATE.test(value) && !isCalendarDay(value)) throw GIVE_UP;
    return value;
  }

  /** A text without quotes; lines further in than the block around it continue it. */
  readBlockText(indent: number): JsonValue {
    const start = this.at;
    let end = this.endBlockText(start);
    const value = this.resolve(start, end);
    let lines: string | undefined;
    while (this.text.charCodeAt(end) === NEWLINE) {
      let next = end + 1;
      while (this.text.charCodeAt(next) === SPACE) next += 1;
      const first = this.text.charCodeAt(next);
      if (next - end - 1 <= indent || first === HASH || first === NEWLINE || next >= this.text.length) break;
      if (!isTextStart(first)) throw GIVE_UP;
      lines ??= this.text.slice(start, this.at);
      end = this.endBlockText(next);
      let stop = end;
      while (this.text.charCodeAt(stop - 1) === SPACE) stop -= 1;
      lines += ` ${this.text.slice(next, stop)}`;
      this.at = stop;
    }
    return lines ?? value;
  }

  /** Where a line of text without quotes ends: at its end or at a comment. */
  endBlockText(start: number): number {
    const { text } = this;
    let end = start;
    for (
      let unit = text.charCodeAt(end);
      unit !== NEWLINE && end < text.length;
      unit = text.charCodeAt(++end)
    ) {
      if (unit === COLON && isBreak(text.charCodeAt(end + 1))) throw GIVE_UP;
      if (unit === HASH && text.charCodeAt(end - 1) === SPACE) break;
    }
    return end;
  }

  readFlowText(): JsonValue {
    const { text } = this;
    const start = this.at;
    let end = start;
    for (
      let unit = text.charCodeAt(end);
      unit !== NEWLINE && !isFlowMark(unit);
      unit = text.charCodeAt(++end)
    ) {
      const next = text.charCodeAt(end + 1);
      if (end >= text.length || (unit === COLON && (isBreak(next) || isFlowMark(next)))) throw GIVE_UP;
      if (unit === HASH && text.charCodeAt(end - 1) === SPACE) throw GIVE_UP;
    }
    return this.resolve(start, end);
  }

  /** The value of a text without quotes, blanks at its end left out. */
  resolve(start: number, limit: number): JsonValue {
    const { text } = this;
    let end = limit;
    while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
    this.at = end;
    const first = text.charCodeAt(start);
    const written = text.slice(start, end);
    if (isDigit(first) || (first === DASH && isDigit(text.charCodeAt(start + 1))))
      return numberOrText(written);
    if (!isTextStart(first)) throw GIVE_UP;
    const word = end - start > LONGEST_WORD ? undefined : WORDS.get(written);
    return word === undefined ? written : word;
  }

  readFlowList(indent: number): JsonValue[] {
    this.enter();
    this.at += 1;
    const list: JsonValue[] = [];
    this.skipFlowGap(indent);
    if (this.text.charCodeAt(this.at) !== CLOSE_LIST) {
      for (;;) {
        list.push(this.readValue(indent, true));
        if (this.endFlowItem(indent) === CLOSE_LIST) break;
      }
    }
    return this.leaveFlow(CLOSE_LIST, list);
  }

  readFlowMap(indent: number): JsonObject {
    this.enter();
    this.at += 1;
    const map: Record<string, JsonValue> = {};
    this.skipFlowGap(indent);
    if (this.text.charCodeAt(this.at) !== CLOSE_MAP) {
      for (;;) {
        const key = this.readKey();
        if (key === undefined || Object.hasOwn(map, key)) throw GIVE_UP;
        this.skipFlowGap(indent);
        map[key] = this.readValue(indent, true);
        if (this.endFlowItem(indent) === CLOSE_MAP) break;
      }
    }
    return this.leaveFlow(CLOSE_MAP, map);
  }

  /** The comma after an item, read together with the blanks after it, or the closing bracket. */
  endFlowItem(indent: number): number {
    this.skipFlowGap(indent);
    const unit = this.text.charCodeAt(this.at);
    if (unit !== COMMA) return unit === CLOSE_LIST || unit === CLOSE_MAP ? unit : giveUp();
    this.at += 1;
    this.skipFlowGap(indent);
    return unit;
  }

  leaveFlow<T>(mark: number, value: T): T {
    if (this.text.charCodeAt(this.at) !== mark) throw GIVE_UP;
    this.at += 1;
    this.depth -= 1;
    return value;
  }

  /** Blanks between the items of a flow collection; a new line has to stand further in than the block around it. */
  skipFlowGap(indent: number): void {
    const { text } = this;
    let { at } = this;
    let unit = text.charCodeAt(at);
    while (unit === SPACE) unit = text.charCodeAt(++at);
    while (unit === NEWLINE) {
      const start = ++at;
      unit = text.charCodeAt(at);
      while (unit === SPACE) unit = text.charCodeAt(++at);
      if (unit === HASH || (unit !== NEWLINE && at - start <= indent)) throw GIVE_UP;
    }
    this.at = at;
  }

  enter(): void {
    this.depth += 1;
    if (this.depth > DEPTH) throw GIVE_UP;
  }
}

const FIRST_FOREIGN = 128;
const OPEN_ROUND = 40;
const SLASH = 47;
const LONGEST_KEY = 128;
const LONGEST_WORD = 5;

/** Words that are no texts. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ...["null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,8})\.\d{1,6}$/;
/** All forms of number, those included that are refused. */
const NUMERIC = /^[-+]?(?:\d+\.?\d*(?:e[-+]?\d*)?|0[box][\da-f]+)$/i;

function numberOrText(written: string): JsonValue {
  if (INTEGER.test(written)) return Number(written);
  if (DATE.test(written)) return isCalendarDay(written) ? written : giveUp();
  if (!NUMERIC.test(written)) return written;
  const number = DECIMAL.test(written) ? Number(written) : 0;
  return number === 0 ? giveUp() : number;
}

function giveUp(): never {
  throw GIVE_UP;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
}

/** What a text without quotes may begin with here, a little less than YAML allows. */
function isTextStart(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit >= FIRST_FOREIGN || unit === OPEN_ROUND || unit === SLASH;
}

/** Letters, digits, `_`, `-`, `.` and `/`. */
function isKeyPart(unit: number): boolean {
  return isLetter(unit) || (unit >= 45 && unit <= 57);
}

/** A blank, a line end, or the end of the text. */
function isBreak(unit: number): boolean {
  return unit === SPACE || unit === NEWLINE || Number.isNaN(unit);
}

function isFlowMark(unit: number): boolean {
  return (
    unit === COMMA || unit === OPEN_LIST || unit === CLOSE_LIST || unit === OPEN_MAP || unit === CLOSE_MAP
  );
}
