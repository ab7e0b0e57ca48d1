/** What the parser of options says about a mistake, in the form of every other error: what is wrong, then what to do. */
export function usageWords(text: string): string {
  const said = text.trim().replace(/^error: /, "");
  for (const [pattern, words] of FORMS) {
    const match = pattern.exec(said);
    if (match === null) continue;
    const [what, help] = words(match.slice(1).map((part) => part ?? ""));
    return `error: ${what}\n  = help: ${help}\n`;
  }
  return `error: ${said}\n  = help: run \`bylaw --help\`\n`;
}

type Form = (parts: readonly string[]) => readonly [what: string, help: string];

const FORMS: readonly (readonly [RegExp, Form])[] = [
  [
    /^unknown option '(.*?)'(?:\s*\(Did you mean (?:one of )?(.*?)\?\))?$/s,
    ([option, near = ""]) => [
      `there is no option \`${option}\``,
      near === "" ? "run the command with `--help` for its options" : `write \`${near}\``,
    ],
  ],
  [
    /^option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\.$/s,
    ([option, value, choices]) => [`\`${value}\` is no value of \`${option}\``, `write one of ${choices}`],
  ],
  [
    /^command-argument value '(.*?)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\.$/s,
    ([value, name, choices]) => [`\`${value}\` is no value of \`${name}\``, `write one of ${choices}`],
  ],
  [
    /^option '(.*?)' argument missing$/s,
    ([option]) => [`\`${option}\` has no value`, "write the value after it"],
  ],
  [
    /^missing required argument '(.*?)'$/s,
    ([name]) => [`\`${name}\` is missing`, "run the command with `--help` for what it takes"],
  ],
  [
    /^too many arguments for '(.*?)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
    ([command, most, count]) => [
      `\`${command}\` takes ${most} ${most === "1" ? "argument" : "arguments"}; ${count} were given`,
      "put a name with spaces in quotes",
    ],
  ],
  [
    /^unknown command '(.*?)'(?:\s*\(Did you mean (?:one of )?(.*?)\?\))?$/s,
    ([command, near = ""]) => [
      `there is no command \`${command}\``,
      near === "" ? "run `bylaw --help` for the commands" : `name a command; the nearest is \`${near}\``,
    ],
  ],
];
