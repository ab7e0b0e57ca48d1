import { jsonLine } from "./json-line.ts";
import { piecesOf, redact } from "./redact.ts";

/** What a log line says beside its message. Never a manifest's text, a token or a whole request. */
type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A log whose lines are JSON, one each, whatever a name in them contains. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Levels from the most to the least talkative. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** More of one text than this helps nobody. */
const LONGEST = 1_000;

/** A log that writes the lines at or above a level. `secrets` are taken out wherever they stand: nobody logs them, and this says so twice. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void,
  secrets: readonly string[] = [],
): Log {
  const least = LOG_LEVELS.indexOf(level);
  const pieces = secrets.flatMap(piecesOf);
  const clean = (value: unknown) =>
    typeof value === "string" ? redact(value, pieces).slice(0, LONGEST) : value;
  const at =
    (of: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(of) < least) return;
      const cleaned = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean(value)]));
      write(`${jsonLine({ time: new Date().toISOString(), level: of, msg: clean(message), ...cleaned })}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/**
 * What may be said of an error in a log, with its causes, in one line. Only the app's own failures are quoted: any other
 * message may hold what was read, so of those it says what kind of error it was and where it was thrown.
 */
export function sayError(error: unknown): string {
  const said: string[] = [];
  let each = error;
  do {
    said.push(sayOne(each));
    each = each instanceof Error ? each.cause : undefined;
  } while (each !== undefined && said.length < MOST_CAUSES);
  return said.join(": ");
}

const MOST_CAUSES = 5;

/** Errors whose messages this app writes itself. */
const OWN: ReadonlySet<string> = new Set([
  "GithubError",
  "NotEvaluable",
  "EnvironmentError",
  "ChildDeath",
  "AuditError",
]);

function sayOne(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${error === null ? "null" : typeof error}`;
  if (OWN.has(error.name)) return error.message;
  const code: unknown = "code" in error ? error.code : undefined;
  const kind = [code, error.name].find((word) => typeof word === "string" && /^\w{1,60}$/.test(word));
  return `${kind ?? "Error"}${whereOf(error)}`;
}

/** The function and place a stack begins with, read behind the message, which may look like a stack itself. */
function whereOf({ stack = "", message }: Error): string {
  const start = stack.indexOf(message);
  const behind = start < 0 ? "" : stack.slice(start + message.length);
  const [, frame] = /^ +at (.{1,300})$/m.exec(behind) ?? [];
  if (frame === undefined) return "";
  const [, caller = "", file = ""] = /^(?:(.*?) \()?(?:.*[/\\])?([^/\\()]+)\)?$/.exec(frame) ?? [];
  return ` in ${[caller, file].filter(Boolean).join(" at ")}`;
}
