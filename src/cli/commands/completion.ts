import type { Command } from "commander";
import { type Candidate, complete } from "../complete.ts";
import { COMPLETION_SCRIPTS, type Shell } from "../completion-scripts.ts";
import { CLEAN, type Io } from "../io.ts";
import { knownValues } from "../known-values.ts";

/** Prints the script that completes `bylaw` in a shell; with the words typed so far, what the last can become. */
export async function completion(
  shell: Shell,
  words: readonly string[],
  program: Command,
  io: Io,
): Promise<number> {
  if (words.length === 0) {
    io.out(COMPLETION_SCRIPTS[shell]);
    return CLEAN;
  }
  const typed = TYPED[shell]?.(words) ?? words;
  const lines = complete(program, typed, knownValues(io)).map((one) => LINES[shell](one, typed));
  io.out(lines.map((line) => `${line}\n`).join(""));
  return CLEAN;
}

const TYPED: Readonly<Partial<Record<Shell, (words: readonly string[]) => readonly string[]>>> = {
  bash: joined,
  // Older versions drop an empty word, so the script writes two quotes, which newer ones pass as they are.
  powershell: (words) => words.map((word) => (word === '""' ? "" : word)),
};

/** Bash parts words at `:` and `=`; here they are whole again. */
function joined(words: readonly string[]): readonly string[] {
  const whole: string[] = [];
  let open = false;
  for (const word of words) {
    const sign = word === ":" || word === "=";
    if ((sign || open) && whole.length > 0) whole.push(`${whole.pop() ?? ""}${word}`);
    else whole.push(word);
    open = sign;
  }
  return whole;
}

type Line = (candidate: Candidate, typed: readonly string[]) => string;

const withAbout: Line = ({ value, about }) => (about === "" ? value : `${value}\t${about}`);

const LINES: Readonly<Record<Shell, Line>> = {
  // Bash replaces only what stands after the last `:` or `=`.
  bash: ({ value }, typed) => value.slice((/^.*[:=]/.exec(typed.at(-1) ?? "")?.[0] ?? "").length),
  zsh: ({ value, about }) => [value.replaceAll(":", "\\:"), ...(about === "" ? [] : [about])].join(":"),
  fish: withAbout,
  powershell: withAbout,
};
