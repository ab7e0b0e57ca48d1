/** What a command may touch of the process it runs in. Commands return a code; only `main.ts` exits. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Asks a person at a terminal; `undefined` once input has ended. Left out where standard input is no terminal. */
  ask?(question: string): Promise<string | undefined>;
  /** Digest of the built program. Left out where it runs unbuilt, and nothing is kept between runs. */
  readonly build?: string;
  /** Ends the process within a second of the command's end, whatever of it still runs. */
  abandon?(): void;
  /** Today as `YYYY-MM-DD`, in the time zone of the policies' jurisdiction. */
  today(): string;
}

/** Exit codes: clean, an open finding at or above the threshold, and usage error, broken policy or failure. */
export const CLEAN = 0;
export const FOUND = 1;
export const FAILED = 2;
