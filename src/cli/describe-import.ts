import { type Command, Option } from "commander";
import type { Act } from "./describe-new.ts";
import type { Io } from "./io.ts";
import { policies } from "./options.ts";

/** Describes the commands under `import`. */
export function describeImport(add: (name: string, description: string) => Command, io: Io, act: Act): void {
  add(
    "list",
    "what a file of a published list would change in the registry; without a list, when each was last read",
  )
    .argument("[list]", "id of the list, such as us-fcc-covered")
    .argument("[file]", "CSV or JSON file of the list")
    .option("--retrieved-on <date>", "day the file was taken from where it is published (default: today)")
    .option("--source <key>", "source key of the file (default: the first of the list)")
    .option("--edition <date>", "day of the edition: entries without a date of their own begin or end on it")
    .option("--additions", "the file names additions only: what is not in it has not ended", false)
    .option(
      "--columns <pairs>",
      "which column says what, such as name=Entity,from=Added; scope= leaves one unread",
    )
    .option("--where <pair>", "only rows that hold a value in a column, such as group=companies")
    .addOption(
      new Option("--dates <order>", "what the first number of 03/12/2021 is").choices([
        "month-first",
        "day-first",
      ]),
    )
    .addOption(
      new Option("--format <format>", "tables to review, or the same as data, YAML to paste, or a patch")
        .choices(["text", "json", "yaml", "patch"])
        .default("text"),
    )
    .option(
      "--write",
      "print it, then edit the registry files; refuses while anything is left to decide",
      false,
    )
    .addOption(policies())
    .action((list, file, options) =>
      act(async () => (await import("./commands/import.ts")).importList(list, file, options, io)),
    );
}
