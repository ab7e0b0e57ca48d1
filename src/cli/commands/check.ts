import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { effectRank } from "../../engine/effect-order.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { placementFindings } from "../../engine/placement-findings.ts";
import type { Submitted } from "../../engine/submitted.ts";
import type { ReportDocument } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import type { Effect } from "../../model/rule.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { readSource } from "../../workspace/read-source.ts";
import { asOf } from "../as-of.ts";
import { type Format, parseFormats } from "../formats.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { onlyChanged } from "../only-changed.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { renderFormat } from "../render-format.ts";
import { selectManifests, tellInstalled } from "../select-manifests.ts";
import { tellUnreviewed } from "../tell-unreviewed.ts";
import { UsageError } from "../usage-error.ts";
import { workspaceSurroundings } from "../workspace-surroundings.ts";
import { writeFixes } from "../write-fixes.ts";

interface CheckOptions {
  readonly asOf?: string;
  readonly policies?: string;
  readonly format: string;
  readonly output: readonly string[];
  readonly lang: Language;
  readonly failOn: Effect;
  readonly fix: boolean;
  readonly gate: boolean;
  readonly changedSince?: string;
}

/** Up to this many files both parsers read every one, as the app does; beyond it, only where `--gate` asks. */
const GATED_UP_TO = 100;

const NOW_STATED =
  "the file now states what stands on the right; set the system to it before this is merged\n";

/** Evaluates manifests and prints the findings in the formats asked for. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const date = asOf(options.asOf, io);
  const formats = parseFormats(options.format);
  if (options.output.length > formats.length) {
    throw new UsageError("there are more `--output` files than formats", "name a format for each file");
  }
  const workspace = openWorkspace(io, { policies: options.policies, gate: options.gate });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  tellInstalled(workspace, io);

  let report = judge(paths, options, date, workspace, io);
  if (options.fix) {
    const fixed = writeFixes(report.findings, workspace.root);
    if (fixed.length > 0) report = judge(paths, options, date, workspace, io);
    for (const { file, line, key, from, to } of fixed) io.err(`${file}:${line}: ${key}: ${from} -> ${to}\n`);
    if (fixed.length > 0) io.err(NOW_STATED);
  }
  await print(report, formats, options, workspace, io);
  tellUnreviewed(
    report.findings.map(({ rule }) => rule),
    options.lang,
    workspace.bundle,
    io,
  );
  const threshold = effectRank(options.failOn);
  const found = report.findings.some(
    (finding) => finding.state === "open" && effectRank(finding.effect) >= threshold,
  );
  return found ? FOUND : CLEAN;
}

function judge(
  paths: readonly string[],
  options: CheckOptions,
  date: string,
  workspace: Workspace,
  io: Io,
): ReportDocument {
  const selected = selectManifests(paths, io.cwd, workspace);
  const { arrangements, waivers } = workspace.bundle;
  const nothing =
    selected.beside === "all" ? arrangements.length + waivers.length === 0 : selected.beside.size === 0;
  if (selected.manifests.length === 0 && selected.others.length === 0 && nothing) {
    throw new UsageError(
      paths.length === 0
        ? "no manifest was found here"
        : `no manifest was found under ${paths.map((path) => `\`${path}\``).join(", ")}`,
      "name files or folders, or set `manifests` in `.github/bylaw.yml`",
    );
  }
  const { manifests, others, beside } =
    options.changedSince === undefined
      ? selected
      : onlyChanged(selected, options.changedSince, workspace, io);
  const gate = options.gate || manifests.length <= GATED_UP_TO;
  if (!gate)
    io.err(`${manifests.length} files: read by one parser; \`--gate\` asks a second one about each\n`);
  const submitted: Submitted[] = manifests.map((file) => {
    const source = readSource(workspace.root, file);
    return { source, loaded: loadDocument(source, { gate, kind: "Manifest" }) };
  });
  const { findings, passedOver } = placementOf(submitted, others, workspace);
  if (passedOver > 0)
    io.err(`${passedOver} other YAML or JSON ${passedOver === 1 ? "file is" : "files are"} no manifest\n`);
  return evaluate(workspace.bundle, submitted, {
    asOf: date,
    language: options.lang,
    before: findings(options.lang),
    surroundings: workspaceSurroundings(submitted, workspace),
    judges: (row, concerns) => concerns || beside === "all" || beside.has(row.document.file),
  });
}

/** Findings about where files stand, as for a change that adds all of them. */
function placementOf(submitted: readonly Submitted[], others: readonly string[], workspace: Workspace) {
  const stray = others.map((file) => readSource(workspace.root, file));
  const head = [...submitted.map(({ source }) => source), ...stray];
  const byFile = new Map(submitted.map(({ source, loaded }) => [source.file, loaded]));
  const placement = placementFindings(
    {
      base: [],
      head,
      changes: head.map(({ file }) => ({ file, status: "added" })),
      named: new Set(byFile.keys()),
    },
    workspace.classOf,
    (source) => {
      const loaded = byFile.get(source.file);
      return loaded?.ok ? loaded.document : undefined;
    },
  );
  return {
    findings: placement.findings,
    passedOver:
      stray.length - placement.misplacements.filter(({ rule }) => rule.endsWith("-misplaced")).length,
  };
}

async function print(
  report: ReportDocument,
  formats: readonly Format[],
  options: CheckOptions,
  workspace: Workspace,
  io: Io,
): Promise<void> {
  for (const [index, format] of formats.entries()) {
    const target = options.output[index];
    const text = await renderFormat(report, format, {
      language: options.lang,
      failOn: options.failOn,
      color: target === undefined && io.terminal && !io.env.NO_COLOR,
      root: workspace.root,
      sources: workspace.sources,
    });
    if (target === undefined) io.out(text);
    else writeFileSync(resolve(io.cwd, target), text);
  }
}
