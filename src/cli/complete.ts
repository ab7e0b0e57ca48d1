import type { Command, Option } from "commander";

/** What a word can become, and what that is. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** Values of an argument or option that only the workspace knows, by command and name: `explain subject`. */
export type KnownValues = (of: string) => readonly string[];

/**
 * What the last of the words typed after `bylaw` can become: commands, options, or values. Empty where it is
 * a file or free text, which the shell completes itself.
 */
export function complete(
  program: Command,
  words: readonly string[],
  known: KnownValues,
): readonly Candidate[] {
  const current = words.at(-1) ?? "";
  const place = walk(program, words.slice(0, -1));
  return candidates(place, current, known).filter(
    ({ value }) => value.startsWith(current) && value !== current,
  );
}

/** Where a word stands: in which command, after which option that takes a value, after how many arguments. */
interface Place {
  readonly command: Command;
  readonly awaits: Option | undefined;
  readonly given: number;
}

function walk(program: Command, words: readonly string[]): Place {
  let place: Place = { command: program, awaits: undefined, given: 0 };
  for (const word of words) {
    const { command, given } = place;
    const below = command.commands.find((one) => one.name() === word);
    if (place.awaits !== undefined) place = { command, awaits: undefined, given };
    else if (word.startsWith("-")) place = { command, awaits: awaiting(command, word), given };
    else if (below !== undefined) place = { command: below, awaits: undefined, given: 0 };
    else place = { command: checkAt(command), awaits: undefined, given: given + 1 };
  }
  return place;
}

/** A path in place of a command means `check`. */
function checkAt(command: Command): Command {
  return command.parent === null
    ? (command.commands.find((one) => one.name() === "check") ?? command)
    : command;
}

function awaiting(command: Command, word: string): Option | undefined {
  return options(command).find(({ long, required }) => long === word && required);
}

function options(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command.parent === null ? checkAt(command) : command);
}

function candidates(place: Place, current: string, known: KnownValues): readonly Candidate[] {
  const { command, awaits, given } = place;
  if (awaits !== undefined) return optionValues(awaits, current);
  const assigned = /^(--[\w-]+)=/.exec(current);
  if (assigned !== null) {
    const [head, name = ""] = assigned;
    const option = awaiting(command, name);
    const values = option === undefined ? [] : optionValues(option, current.slice(head.length));
    return values.map(({ value, about }) => ({ value: `${head}${value}`, about }));
  }
  if (current.startsWith("-")) {
    return options(command).flatMap(({ long, description }) =>
      long == null ? [] : [{ value: long, about: description }],
    );
  }
  const commands =
    given > 0 ? [] : command.commands.map((one) => ({ value: one.name(), about: one.description() }));
  return [...commands, ...argumentValues(command, given, known)];
}

/** The values of an option; of one that takes several, after those that stand already. */
function optionValues({ argChoices = [], flags }: Option, current: string): readonly Candidate[] {
  const before = flags.endsWith("<formats>") ? current.replace(/[^,]*$/, "") : "";
  const left = argChoices.filter((value) => !before.split(",").includes(value));
  return left.map((value) => ({ value: `${before}${value}`, about: "" }));
}

function argumentValues(command: Command, given: number, known: KnownValues): readonly Candidate[] {
  const list = command.registeredArguments;
  const argument = list[given] ?? (list.at(-1)?.variadic ? list.at(-1) : undefined);
  if (argument === undefined) return [];
  const values = argument.argChoices ?? known(`${nameOf(command)} ${argument.name()}`);
  return values.map((value) => ({ value, about: "" }));
}

/** `new waiver`: a command as it is typed. */
function nameOf(command: Command): string {
  const above = command.parent;
  return above === null || above.parent === null ? command.name() : `${nameOf(above)} ${command.name()}`;
}
