import { type Command, Option } from "commander";
import type { Io } from "./io.ts";
import { asOf, force, language, output, policies } from "./options.ts";

/** Runs what a command does and keeps its exit code. */
export type Act = (action: () => Promise<number>) => Promise<void>;

/** Describes the commands under `new`; `add` makes one that writes where the others write. */
export function describeNew(add: (name: string, description: string) => Command, io: Io, act: Act): void {
  add("manifest", "a manifest to fill in; asks on a terminal for what its head needs")
    .addOption(
      new Option("--kind <kind>", "kind of system (default: cameras)").choices([
        "sensor",
        "cameras",
        "signals",
      ]),
    )
    .option("--id <id>", "id of the manifest, such as il-9900-cam-market")
    .option("--title <title>", "name of the system, in English")
    .option("--municipality <name>", "name of the municipality")
    .option("--cbs-code <code>", "its locality code, filled up to four digits; gov for a national body")
    .addOption(language("the comments"))
    .addOption(output())
    .addOption(force())
    .action((options) =>
      act(async () => (await import("./commands/new-manifest.ts")).newManifest(options, io)),
    );

  add("policy", "the folder of a policy: policy.yaml and README.md, a draft whose examples hold")
    .argument("<id>", "id of the policy and name of its folder, such as street-lighting")
    .option("--prefix <letters>", "letters its rules begin with (default: the first three of the id)")
    .option("--owner <group>", "reviewer group that owns it", "governance")
    .option("--output <folder>", "write to this folder (default: policies/ID)")
    .addOption(force())
    .action((id, options) =>
      act(async () => (await import("./commands/new-policy.ts")).newPolicy(id, options, io)),
    );

  add("arrangement", "an arrangement with a foreign body, to fill in")
    .option("--id <id>", "id, such as arr:il-7400-xiamen")
    .option("--municipality <name>", "name of the municipality")
    .option("--cbs-code <code>", "its locality code, four digits")
    .option("--partner <name>", "name of the foreign body")
    .option("--country <code>", "its country, two capital letters")
    .addOption(language("the comments"))
    .addOption(output())
    .addOption(force())
    .action((options) =>
      act(async () => (await import("./commands/new-arrangement.ts")).newArrangement(options, io)),
    );

  add("vendor", "a registry file for a company, to fill in with dated and sourced facts")
    .argument("<name>", "name of the company, as registered")
    .option("--id <id>", "id, such as vendor:taldor (default: made from the name)")
    .option("--country <code>", "country of registration, two capital letters")
    .addOption(asOf())
    .addOption(policies())
    .addOption(output())
    .addOption(force())
    .action((name, options) =>
      act(async () => (await import("./commands/new-vendor.ts")).newVendor(name, options, io)),
    );

  add("waiver", "the text of a waiver for one finding, to fill in and have approved")
    .argument("<rule>", "rule id")
    .argument("<manifest>", "manifest, by file or id")
    .addOption(asOf())
    .addOption(policies())
    .addOption(output())
    .addOption(force())
    .action((rule, manifest, options) =>
      act(async () => (await import("./commands/new-waiver.ts")).newWaiver(rule, manifest, options, io)),
    );
}
