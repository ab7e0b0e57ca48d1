import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "../../engine/bundle.ts";
import { comparePages, type PageDifference } from "../../site/compare-pages.ts";
import { docsPages } from "../../site/docs-pages.ts";
import { OWN_PAGES } from "../../site/own-pages.ts";
import { findRoot } from "../../workspace/find-root.ts";
import { listFiles } from "../../workspace/list-files.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { policyProse } from "../policy-prose.ts";
import { printProblems } from "../print-problems.ts";
import { UsageError } from "../usage-error.ts";

const FOLDER = "docs/policies";

/** Writes the pages of policies, registers, plan and dates in each language under `docs/policies/`; with `check`, only names what differs. */
export async function docs(options: { readonly check: boolean }, io: Io): Promise<number> {
  const root = findRoot(io.cwd);
  if (!existsSync(join(root, "policies"))) {
    throw new UsageError(
      "there is no folder `policies` here",
      "run it in the repository that holds the policies",
    );
  }
  const { bundle, problems, sources } = openWorkspace(io, { gate: true });
  if (problems.length > 0) return printProblems(problems, sources, io);
  refuseTaken(bundle);
  const pages = docsPages({
    policies: bundle.policies,
    plan: bundle.plan,
    prose: policyProse(bundle, root),
    registry: bundle.registryDocuments,
    waivers: bundle.waivers,
  });
  const differences = comparePages(pages, existingPages(root));
  if (options.check) return reportDifferences(differences, pages.length, io);
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const { file, standing } of differences) {
    const page = pages.find((candidate) => candidate.file === file);
    if (page === undefined) rmSync(join(root, FOLDER, file));
    else writeFileSync(join(root, FOLDER, file), page.text);
    io.out(
      `${FOLDER}/${file}: ${page === undefined ? "removed" : standing === "missing" ? "new" : "renewed"}\n`,
    );
  }
  io.out(`${count(pages.length)} in ${FOLDER}, ${differences.length} changed\n`);
  return CLEAN;
}

const SAID: Readonly<Record<PageDifference["standing"], string>> = {
  missing: "is missing",
  stale: "is not what its sources say now",
  leftover: "has nothing left to show",
};

function reportDifferences(differences: readonly PageDifference[], all: number, io: Io): number {
  for (const { file, standing } of differences) io.out(`${FOLDER}/${file} ${SAID[standing]}\n`);
  if (differences.length === 0) {
    io.out(`${count(all)} in ${FOLDER}, all as their sources say\n`);
    return CLEAN;
  }
  io.err(`${count(differences.length)} differ\n  = help: run \`bylaw docs\` and submit what it writes\n`);
  return FOUND;
}

function count(pages: number): string {
  return `${pages} ${pages === 1 ? "page" : "pages"}`;
}

/** A policy whose page would take the place of another is a mistake to be put right by its id. */
function refuseTaken({ policyDocuments }: Bundle): void {
  const own: readonly string[] = OWN_PAGES;
  const taken = policyDocuments.find(({ value }) => own.includes(value.id));
  if (taken === undefined) return;
  throw new UsageError(
    `the policy \`${taken.value.id}\` has the name of another page: \`${FOLDER}/${taken.value.id}.md\``,
    `give it another id than ${own.map((name) => `\`${name}\``).join(", ")}`,
  );
}

function existingPages(root: string): ReadonlyMap<string, string> {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return new Map();
  const files = listFiles(folder).filter((file) => file.endsWith(".md"));
  return new Map(files.map((file) => [file, text(folder, file)]));
}

function text(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}
