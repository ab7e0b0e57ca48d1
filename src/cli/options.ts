import { Option } from "commander";
import { LANGUAGES } from "../model/language.ts";
import { FORMATS } from "./formats.ts";
import { threadsOf } from "./threads-of.ts";

/** Options that several commands take, each made anew for its command. */
export const asOf = () => new Option("--as-of <date>", "evaluate for this date, YYYY-MM-DD (default: today)");

export const policies = () =>
  new Option("--policies <folder>", "policies to judge by (default: policies/ here, else the ones shipped)");

/** The same where a branch has policies of its own that nothing else may stand in for. */
export const lent = () =>
  new Option("--policies <folder>", "policies to judge by where BASE has none (default: the ones shipped)");

export const language = (of: string) =>
  new Option("--lang <language>", `language of ${of}`).choices([...LANGUAGES]).default("en");

/** The same where what is read says the language, unless one is asked for. */
export const languageOrNone = (of: string) =>
  new Option("--lang <language>", `language of ${of}`).choices([...LANGUAGES]);

/** Several formats, parted by commas: the command checks them, the choices are there for help and completion. */
export const formats = () => {
  const option = new Option("--format <formats>", "several with commas").default("text");
  option.argChoices = [...FORMATS];
  return option;
};

export const textOrJson = () =>
  new Option("--format <format>", "text or json").choices(["text", "json"]).default("text");

export const textJsonOrMarkdown = () =>
  new Option("--format <format>", "text, json or markdown")
    .choices(["text", "json", "markdown"])
    .default("text");

export const siteView = () =>
  new Option("--view <view>", "what may be shown: restricted adds exact positions of sensitive sites")
    .choices(["public", "restricted"])
    .default("public");

export const failOn = (of: string) =>
  new Option("--fail-on <effect>", `least effect of ${of} that fails the run`)
    .choices(["block", "approve", "warn", "note"])
    .default("approve");

export const noCache = () =>
  new Option("--no-cache", "judge everything anew, and keep nothing for the next run");

export const threads = () =>
  new Option(
    "--threads <n>",
    "threads that judge, 1 for this one alone (default: one for each processor where there are many manifests)",
  ).argParser(threadsOf);

export const outputs = () =>
  new Option("--output <file>", "write a format to a file; once for each format, in order")
    .argParser((value: string, before: string[]) => [...before, value])
    .default([]);

export const output = () => new Option("--output <file>", "write to this file, not to standard output");

export const force = () => new Option("--force", "replace a file that is there already").default(false);
