// The time to evaluate 60 rules, and 420, over the same manifests, alone in its process: each of the 60 seven times.
import { readdirSync, readFileSync } from "node:fs";
import { median } from "./measure.js";
import { readPolicies } from "./read-policies.js";

const [root, folder] = process.argv.slice(2);
const { evaluate, loadBundle, loadDocument } = await import("../dist/index.js");
const asOf = "2026-11-23";
const FEW = 60;
const TIMES = 7;
const ROUNDS = 5;

const { bundle } = loadBundle(readPolicies(root), { gate: false });
const all = bundle.rulesOn(asOf);
if (all.rules.length < FEW) throw new Error(`there are ${all.rules.length} rules, ${FEW} are needed`);
const few = all.rules.slice(0, FEW);
const many = Array.from({ length: TIMES }, (_, copy) =>
  few.map((rule) => ({ ...rule, id: `${rule.id}-${copy}` })),
).flat();
const judgedBy = (rules) => ({ ...bundle, rulesOn: () => ({ ...all, rules }) });
const sets = { few: judgedBy(few), many: judgedBy(many) };

const names = readdirSync(`${folder}/repository/manifests`).sort();
const sources = names.map((name) => ({
  file: `manifests/${name}`,
  bytes: readFileSync(`${folder}/repository/manifests/${name}`),
  mode: "100644",
}));
const times = { few: [], many: [] };
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, judging] of Object.entries(sets)) {
    // Anew for each run, so that no fact is known from the run before.
    const submitted = sources.map((source) => ({
      source,
      loaded: loadDocument(source, { gate: false, kind: "Manifest" }),
    }));
    const started = process.hrtime.bigint();
    evaluate(judging, submitted, { asOf, language: "en" });
    if (round > 0) times[name].push(Number(process.hrtime.bigint() - started) / 1e6);
  }
}
console.log(JSON.stringify({ few: median(times.few), many: median(times.many) }));
