import { evaluate } from "../../engine/evaluate.ts";
import { waiverFile } from "../../render/waiver-file.ts";
import { asOf } from "../as-of.ts";
import { findManifest } from "../find-manifest.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { UsageError } from "../usage-error.ts";
import { workspaceSurroundings } from "../workspace-surroundings.ts";
import { type NewFileOptions, writeNew } from "../write-new.ts";

interface NewWaiverOptions extends NewFileOptions {
  readonly asOf?: string;
  readonly policies?: string;
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
  const submitted = isBeside(manifest, workspace) ? [] : [findManifest(manifest, io.cwd, workspace)];
  const report = evaluate(workspace.bundle, submitted, {
    asOf: date,
    language: "en",
    surroundings: workspaceSurroundings(submitted, workspace),
    judges: (row, concerns) => row.id === manifest || (concerns && row.row.subject === "concentration"),
  });
  const open = report.findings.filter((finding) => finding.rule === rule && finding.state === "open");
  if (open.length === 0) {
    throw new UsageError(
      `\`${manifest}\` has no open finding of \`${rule}\``,
      `run \`${["bylaw check", ...submitted.map(({ source }) => source.file)].join(" ")}\` to see what is open`,
    );
  }
  if (!open.every((finding) => finding.waivable)) {
    throw new UsageError(`no waiver of \`${rule}\` is ever valid`, "change the system so that it complies");
  }
  const text = open.map((finding) => waiverFile(finding, date)).join("---\n");
  writeNew(text, open.length > 1 ? {} : options, io);
  if (open.length > 1)
    io.err(`${open.length} findings: each waiver goes into a file of its own under \`waivers/\`\n`);
  return CLEAN;
}

/** Whether a name is the id of an arrangement or a list, whose findings are waived in its own name. */
function isBeside(name: string, { bundle }: Workspace): boolean {
  const ids = [
    ...bundle.arrangements.map(({ value }) => value.id),
    ...bundle.registry.lists().map(({ id }) => id),
  ];
  return ids.includes(name);
}
