// One cold pass over a corpus in memory, alone in its process: `json` parses the data, `js-yaml` parses
// it as YAML and does no more, `bylaw` parses, validates and judges it.
import { readdirSync, readFileSync } from "node:fs";

const [mode, root, folder] = process.argv.slice(2);
const read = (kind) =>
  readdirSync(`${folder}/${kind}`)
    .sort()
    .map((name) => readFileSync(`${folder}/${kind}/${name}`));
const written = () => read("repository/manifests");

if (mode === "json") {
  const texts = read("json").map(String);
  const started = process.hrtime.bigint();
  let kept = 0;
  for (const text of texts) kept += Object.keys(JSON.parse(text)).length;
  report(started, { kept });
} else if (mode === "js-yaml") {
  const { load } = await import("js-yaml");
  const texts = written().map(String);
  const started = process.hrtime.bigint();
  let kept = 0;
  for (const text of texts) kept += Object.keys(load(text)).length;
  report(started, { kept });
} else {
  const { evaluate, loadBundle, loadDocument } = await import("../dist/index.js");
  const { readPolicies } = await import("./read-policies.js");
  const { bundle, problems } = loadBundle(readPolicies(root), { gate: false });
  if (problems.length > 0) throw new Error(problems[0].message);
  bundle.rulesOn("2026-11-23");
  const sources = written().map((bytes, index) => ({
    file: `manifests/${String(index).padStart(5, "0")}.yaml`,
    bytes,
    mode: "100644",
  }));
  const started = process.hrtime.bigint();
  const submitted = sources.map((source) => ({
    source,
    loaded: loadDocument(source, { gate: false, kind: "Manifest" }),
  }));
  const parsed = process.hrtime.bigint();
  const { counts, manifests } = evaluate(bundle, submitted, { asOf: "2026-11-23", language: "en" });
  const failing = manifests.filter(({ verdict }) => verdict !== "pass").map(({ file }) => file);
  report(started, { parse: Number(parsed - started) / 1e6, counts, judged: manifests.length, failing });
}

function report(started, more) {
  console.log(JSON.stringify({ milliseconds: Number(process.hrtime.bigint() - started) / 1e6, ...more }));
}
