import { it } from "vitest";
import { fileOf, reportOn, textOf } from "../engine/report-on.ts";
import { propose, BASE, CONFIGURATION } from "../engine/propose.ts";
const BINS = textOf("examples/emek-dolev/manifests/il-9903-bins-fill.yaml");
const DEV = /    - \{ model: bin sensor.*\n/;
const HIK = `    - { model: DS-2CD2043, category: camera, brand: Hikvision, manufacturer: "vendor:hikvision", white_label: false, quantity: 20, sites: { villages: 20 }, mac_ouis: ["44:19:B6"], components: [], preinstalled_apps: none, network: { core: false } }\n`;
const show = (name: string, text: string) => {
  const r = reportOn([fileOf("manifests/a.yaml", text)]);
  console.log(name, r.verdict, r.manifests[0]?.tier, r.findings.map((f) => `${f.rule}${f.clause ?? ""} ${f.effect} ${f.outcome} ${f.state} ${f.subject}`));
};
const PARK = textOf("examples/har-oren/manifests/il-9910-crowd-beach.yaml");
const PASSING = textOf("policies/example.yaml");
it("x", () => {
  show("bins", BINS);
  show("bins+hik", BINS.replace(DEV, HIK));
  show("example", PASSING);
  
  const ok = PASSING;
  show("cloud self alibaba", ok.replace(/^.*role: cloud.*$/m, `    - { role: cloud, vendor: self, name_as_written: Hikvision }`));
  show("cloud external", ok.replace(/^.*role: cloud.*$/m, `    - { role: cloud, vendor: "external:cn-security-service-mss", name_as_written: Hikvision }`));
  const said = (n: string, r: ReturnType<typeof propose>) => console.log(n, r.conclusion, r.reason, r.problems.map((p) => p.message), r.reports.en.findings.map((f) => f.rule));
  said("stray", propose(BASE, { "policies/x/manifest.yaml": PASSING }));
  const M = "manifests/il-9900-cam-market.yaml";
  const live = PASSING.replace(/status: \w+/, "status: operation");
  said("live", propose(BASE, { [M]: live }));
  said("regress", propose({ ...BASE, [M]: live }, { [M]: live.replace("status: operation", "status: idea") }));
  said("re-id", propose({ ...BASE, [M]: live }, { [M]: live.replace(/id: il-9900-[a-z-]+/, "id: il-9900-other").replace("status: operation", "status: idea") }));
  said("towns waivers", propose({ ...BASE, ".github/bylaw.yml": CONFIGURATION.replace("manifests/**", "towns/**") }, { "towns/waivers/a.yaml": PASSING }));
});
