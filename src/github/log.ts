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

/** A log that writes the lines at or above a level. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const least = LOG_LEVELS.indexOf(level);
  const at =
    (of: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(of) < least) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level: of, msg: message, ...fields })}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** What may be said of an error in a log: its message and those of its causes, in one line. */
export function sayError(error: unknown): string {
  const said: string[] = [];
  for (let each = error; each instanceof Error && said.length < 5; each = each.cause) said.push(each.message);
  return said.length === 0 ? String(error) : said.join(": ");
}
