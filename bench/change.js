// One changed rule, alone in its process: compared by its form, in the whole set, and tried on a corpus whose facts are kept.
import { readdirSync, readFileSync } from "node:fs";
import { median } from "./measure.js";
import { readPolicies } from "./read-policies.js";

const [root, folder] = process.argv.slice(2);
const { compareBundles, compareRuleOf, impactOf, loadBundle, loadDocument, openImpactBase } = await import(
  "../dist/index.js"
);
const asOf = "2026-11-23";
const ROUNDS = 5;

const sources = readPolicies(root);
const before = soundly(sources);
const later = (ordinary) =>
  soundly(
    sources.map((source) =>
      source.file === "policies/data-retention/policy.yaml"
        ? {
            ...source,
            bytes: Buffer.from(String(source.bytes).replace("ordinary: P30D", `ordinary: ${ordinary}`)),
          }
        : source,
    ),
  );
// Each round has a change of its own, so that nothing of it is known from the round before.
const changes = ["P29D", "P28D", "P27D", "P26D", "P25D", "P24D"].map(later);

const manifests = readdirSync(`${folder}/repository/manifests`).sort();
const submitted = manifests.map((name) => {
  const source = {
    file: `manifests/${name}`,
    bytes: readFileSync(`${folder}/repository/manifests/${name}`),
    mode: "100644",
  };
  return { source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) };
});
const texts = readdirSync(`${folder}/json`)
  .sort()
  .map((name) => readFileSync(`${folder}/json/${name}`, "utf8"));
const base = openImpactBase(before, submitted, { keepFacts: true });

const times = { rule: [], set: [], impact: [], json: [] };
for (let round = 0; round <= ROUNDS; round += 1) {
  const after = changes[round];
  const rule = timed(() => compareRuleOf("RET-01", before, after, asOf));
  const taken = {
    rule,
    set: timed(() => compareBundles(before, after, { asOf })),
    impact: timed(() => impactOf(base, after, { asOf, most: 0, compared: [rule.answer] })),
    json: timed(() => texts.map((text) => JSON.parse(text))),
  };
  const [today] = taken.impact.answer.dates;
  if (taken.rule.answer.kind !== "tighter" || today.evaluated !== submitted.length)
    throw new Error(
      `round ${round}: ${taken.rule.answer.kind}, ${today.evaluated} of ${submitted.length} judged`,
    );
  // The first round builds what the others find kept.
  if (round > 0) for (const [name, { milliseconds }] of Object.entries(taken)) times[name].push(milliseconds);
}
console.log(
  JSON.stringify(Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))),
);

function timed(act) {
  const started = process.hrtime.bigint();
  const answer = act();
  return { answer, milliseconds: Number(process.hrtime.bigint() - started) / 1e6 };
}

function soundly(from) {
  const { bundle, problems } = loadBundle(from, { gate: false });
  if (problems.length > 0) throw new Error(problems[0].message);
  bundle.rulesOn(asOf);
  return bundle;
}
