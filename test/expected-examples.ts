import { readdirSync } from "node:fs";
import { join } from "node:path";
import { dump } from "js-yaml";
import { evaluate } from "../src/engine/evaluate.ts";
import { loadBundle } from "../src/engine/load-bundle.ts";
import type { Finding, ReportManifest } from "../src/model/generated/report.ts";
import { loadDocument } from "../src/parse/load-document.ts";
import { AS_OF, ROOT, sourcesUnder } from "./load-repository.ts";

/** Municipalities and bodies that `examples/` has a folder for. */
export const MUNICIPALITIES = readdirSync(join(ROOT, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** What `expected.yaml` says: for each file of the folder its findings, and tier and verdict where it is a manifest. */
interface Expected {
  readonly as_of: string;
  readonly files: Readonly<Record<string, ExpectedFile>>;
}

interface ExpectedFile extends Partial<Pick<ReportManifest, "tier" | "verdict">> {
  readonly findings: readonly Readonly<Partial<Finding>>[];
}

/** What is said once of a finding; line numbers and wording may change without the example saying something else. */
const SAID = ["rule", "clause", "effect", "state", "outcome", "fact", "subject"] as const;

const FILES = /\/(manifests|arrangements|waivers|approvals)\/[^/]+\.yaml$/;
const sources = sourcesUnder("examples").filter(({ file }) => FILES.test(file));
// Nothing is found in an overlay: it says what is found in the manifests of its municipality.
const overlays = sourcesUnder("examples").filter(({ file }) => file.includes("/overlays/"));
const { bundle, problems } = loadBundle([...sourcesUnder("policies"), ...sources, ...overlays], {
  gate: false,
});

/** What is wrong with a file the examples are judged by; with anything wrong no expectation would mean much. */
export const PROBLEMS = problems.map(({ location, message }) => `${location.file}: ${message}`);

const submitted = sources
  .filter(({ file }) => file.includes("/manifests/"))
  .map((source) => ({ source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) }));
const report = evaluate(bundle, submitted, { asOf: AS_OF, language: "en", judges: () => true });

/** What the shipped policies say of the files of one municipality, judged among all examples. */
export function expectationOf(municipality: string): Expected {
  const folder = `examples/${municipality}/`;
  const files = sources.filter(({ file }) => file.startsWith(folder)).map(({ file }) => file);
  return {
    as_of: AS_OF,
    files: Object.fromEntries(files.map((file) => [file.slice(folder.length), expectedOf(file)])),
  };
}

function expectedOf(file: string): ExpectedFile {
  const manifest = report.manifests.find((candidate) => candidate.file === file);
  const findings = report.findings
    .filter(({ location }) => location.file === file)
    .map((finding) => Object.fromEntries(SAID.map((key) => [key, finding[key]])))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return manifest === undefined ? { findings } : { tier: manifest.tier, verdict: manifest.verdict, findings };
}

/** An expectation as the text of `expected.yaml`, one finding a line. */
export function expectationText(expected: Expected): string {
  const said = `# What the shipped policies say of these files on ${expected.as_of}: every finding, and no other.\n`;
  return said + dump(expected, { flowLevel: 4, lineWidth: -1, noRefs: true });
}
