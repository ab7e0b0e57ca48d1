import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { AS_OF, ROOT } from "../load-repository.ts";

/** What `bylaw completion …` prints. */
async function printed(args: readonly string[]): Promise<string> {
  let out = "";
  const code = await run(["completion", ...args], {
    cwd: ROOT,
    env: {},
    terminal: false,
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    today: () => AS_OF,
  });
  expect(code).toBe(0);
  return out;
}

/** What the last of the words can become, as the script of a shell gets it. */
async function completed(shell: string, words: readonly string[]): Promise<readonly string[]> {
  return (await printed([shell, "--", ...words])).split("\n").filter(Boolean);
}

const values = async (words: readonly string[]) =>
  (await completed("fish", words)).map((line) => line.split("\t")[0]);

describe("what a word can become", () => {
  it.for([
    ["a command", ["ins"], []],
    ["a command", ["inv"], ["inventory"]],
    ["a command below another", ["new", "ma"], ["manifest"]],
    ["an option", ["check", "--fa"], ["--fail-on"]],
    ["an option where no command stands, which means `check`", ["--fa"], ["--fail-on"]],
    ["an option after a path, which means `check` too", ["examples", "--fi"], ["--fix"]],
    ["a value of an option", ["check", "--fail-on", ""], ["block", "approve", "warn", "note"]],
    ["a value after an equals sign", ["check", "--fail-on=n"], ["--fail-on=note"]],
    ["a further value where several stand", ["check", "--format", "text,js"], ["text,json"]],
    ["a value of an argument", ["completion", "po"], ["powershell"]],
    ["a rule", ["explain", "RET-01"], []],
    ["a rule after a manifest", ["explain", "examples/x.yaml", "RET-03"], []],
    ["a policy", ["test", "data-r"], ["data-retention"]],
    ["a further policy", ["test", "privacy", "data-r"], ["data-retention"]],
    ["a vendor", ["vendor", "vendor:huawei-h"], ["vendor:huawei-holding"]],
    ["the name of a new vendor, which nobody knows yet", ["new", "vendor", "vendor:h"], []],
    ["a file, which the shell knows", ["check", "exa"], []],
  ] as const)("%s: %s", async ([, words, expected]) => {
    expect(await values(words)).toEqual(expected);
  });

  it("is every rule where a rule is asked for", async () => {
    const rules = await values(["new", "waiver", "RET-"]);
    expect(rules).toContain("RET-01");
    expect(rules.every((rule) => /^RET-\d\d$/.test(rule ?? ""))).toBe(true);
  });
});

describe("the line each shell reads", () => {
  it("has the description after a tab in fish and PowerShell, after a colon in zsh, and none in bash", async () => {
    expect(await completed("fish", ["ser"])).toEqual(["serve\tthe GitHub app"]);
    expect(await completed("powershell", ["ser"])).toEqual(["serve\tthe GitHub app"]);
    expect(await completed("zsh", ["ser"])).toEqual(["serve:the GitHub app"]);
    expect(await completed("bash", ["ser"])).toEqual(["serve"]);
  });

  it("keeps colons of a value apart from the description in zsh", async () => {
    expect(await completed("zsh", ["vendor", "vendor:huawei-h"])).toEqual(["vendor\\:huawei-holding"]);
  });

  it("takes together what bash parts at colons, and gives back only the last part", async () => {
    expect(await completed("bash", ["vendor", "vendor", ":", "huawei-h"])).toEqual(["huawei-holding"]);
    expect(await completed("bash", ["check", "--fail-on", "=", "n"])).toEqual(["note"]);
  });

  it("reads the two quotes in which PowerShell sends an empty word", async () => {
    expect(await completed("powershell", ["check", "--fail-on", '""'])).toContain("block");
  });
});

it("completes in bash itself, with a stand-in for `bylaw` that says what it was asked", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-completion-"));
  writeFileSync(join(folder, "bylaw"), '#!/bin/sh\nshift 3\nfor word in "$@"; do echo "got<$word>"; done\n');
  chmodSync(join(folder, "bylaw"), 0o755);
  const typed = `${await printed(["bash"])}
COMP_WORDS=(bylaw check "a b" "") COMP_CWORD=3
_bylaw
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["-c", typed], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  });
  expect(out).toBe("got<check>\ngot<a b>\ngot<>\n");
});
