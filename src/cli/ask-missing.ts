import type { Io } from "./io.ts";

/** One answer a person is asked for on a terminal. */
export interface Question<Key extends string> {
  readonly key: Key;
  readonly text: string;
  /** What is wrong with an answer; `undefined` where nothing is. */
  refuses(answer: string): string | undefined;
}

/**
 * The answers given, and those a person gives on a terminal for what is missing. An empty answer leaves a
 * question open, the end of input all that follow; without a terminal nothing is asked.
 */
export async function askMissing<Key extends string>(
  given: Readonly<Partial<Record<Key, string>>>,
  questions: readonly Question<Key>[],
  io: Io,
): Promise<Readonly<Partial<Record<Key, string>>>> {
  const answers: Partial<Record<Key, string>> = { ...given };
  const { ask } = io;
  if (ask === undefined) return answers;
  for (const { key, text, refuses } of questions) {
    while (answers[key] === undefined) {
      const answer = (await ask(`${text}: `))?.trim();
      if (answer === undefined) return answers;
      if (answer === "") break;
      const wrong = refuses(answer);
      if (wrong === undefined) answers[key] = answer;
      else io.err(`${wrong}\n`);
    }
  }
  return answers;
}
