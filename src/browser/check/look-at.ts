import type { JsonObject } from "../../model/document.ts";
import type { Language } from "../../model/language.ts";
import { findPlaces } from "../../parse/find-places.ts";
import { isMap } from "../../parse/is-map.ts";
import { SMALL_FILE } from "../../parse/limits.ts";
import { parseText } from "../../parse/parse-text.ts";
import { readEvents } from "../../parse/read-yaml.ts";
import { renderJson } from "../../render/render-json.ts";
import { tally, tallyWords } from "../../render/tally.ts";
import { sayIn, sentence } from "../../render/words.ts";
import { worstFirst } from "../../render/worst-first.ts";
import { findingView } from "./finding-view.ts";
import type { Checker } from "./open-checker.ts";
import type { Checked, Request } from "./protocol.ts";

/** Judges what is written now and prepares all that the page shows of it. */
export function lookAt(
  request: Extract<Request, { kind: "check" }>,
  checker: Checker,
  language: Language,
): Checked {
  const { bytes, asOf } = request;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  // What is over the limit is refused by its size alone, and is not parsed for the form either.
  const parsed = bytes.length > SMALL_FILE ? undefined : parseText(text);
  const value = parsed?.ok ? parsed.value : undefined;
  const file = request.file ?? checker.fileFor(idIn(value));
  const report = checker.check({ file, bytes, asOf, language });
  const say = sayIn(language);
  const context = {
    file,
    asOf,
    language,
    say,
    lines: text.split(/\r?\n/),
    offset: offsetsIn(text),
    shown: shownIn(text),
    pointerAt: value === undefined ? () => "" : pointersIn(text),
  };
  return {
    file,
    report: renderJson(report),
    verdict: report.verdict,
    isRead: report.manifests.every(({ id }) => id !== null),
    tier: report.manifests[0]?.tier ?? null,
    summary: sentence(tallyWords(tally(report.findings), say)),
    findings: worstFirst(report.findings).map((finding) => findingView(finding, context)),
    value,
  };
}

function idIn(value: JsonObject | undefined): string | undefined {
  const metadata = value?.metadata;
  const id = isMap(metadata) ? metadata.id : undefined;
  return typeof id === "string" ? id : undefined;
}

/** Offsets of places as locations give them: a byte order mark takes no column. */
function offsetsIn(text: string): (line: number, column: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const hidden = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return (line, column) => {
    const offset = (starts[line - 1] ?? text.length) + column - 1 + (line === 1 && column > 1 ? hidden : 0);
    return Math.min(offset, text.length);
  };
}

/** Offsets as an editor counts them, which makes every line break one character. */
function shownIn(text: string): (offset: number) => number {
  if (!text.includes("\r\n")) return (offset) => offset;
  return (offset) => text.slice(0, offset).replace(/\r\n/g, "\n").length;
}

/** The pointer of the innermost value whose text, or whose key, is around an offset. */
function pointersIn(text: string): (offset: number) => string {
  const places = [...findPlaces(text, readEvents(text))].map(([pointer, { key, value }]) => ({
    pointer,
    start: Math.min(value.start, key?.start ?? value.start),
    end: Math.max(value.end, key?.end ?? value.end),
  }));
  return (offset) => {
    const around = places.filter(({ start, end }) => start <= offset && offset < Math.max(end, start + 1));
    return around.reduce((best, { pointer }) => (pointer.length > best.length ? pointer : best), "");
  };
}
