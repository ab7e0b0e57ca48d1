import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { evaluate } from "../../engine/evaluate.ts";
import { waiverFile } from "../../render/waiver-file.ts";
import { asOf } from "../as-of.ts";
import { findManifest } from "../find-manifest.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { UsageError } from "../usage-error.ts";

interface NewWaiverOptions {
  readonly asOf?: string;
  readonly policies?: string;
  readonly output: readonly string[];
}

/** Writes a waiver for each open finding of a rule in a manifest, with what a person must decide left blank. */
export async function newWaiver(
  rule: string,
  manifest: string,
  options: NewWaiverOptions,
  io: Io,
): Promise<number> {
  const date = asOf(options.asOf, io);
  const workspace = openWorkspace(io, { policies: options.policies, gate: true });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  const submitted = findManifest(manifest, io.cwd, workspace);
  const report = evaluate(workspace.bundle, [submitted], { asOf: date, language: "en" });
  const open = report.findings.filter((finding) => finding.rule === rule && finding.state === "open");
  if (open.length === 0) {
    throw new UsageError(
      `\`${manifest}\` has no open finding of \`${rule}\``,
      `run \`bylaw check ${submitted.source.file}\` to see what is open`,
    );
  }
  if (!open.every((finding) => finding.waivable)) {
    throw new UsageError(`no waiver of \`${rule}\` is ever valid`, "change the system so that it complies");
  }
  const target = options.output[0];
  const text = open.map((finding) => waiverFile(finding, date)).join("---\n");
  if (target === undefined || open.length > 1) io.out(text);
  else writeFileSync(resolve(io.cwd, target), text);
  if (open.length > 1)
    io.err(`${open.length} findings: each waiver goes into a file of its own under \`waivers/\`\n`);
  return CLEAN;
}
