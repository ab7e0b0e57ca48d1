// Spectral over a folder of manifests, with the rules of ours that a path-based linter can say.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Spectral, Document } = require("@stoplight/spectral-core");
const { enumeration, truthy, defined, falsy, pattern } = require("@stoplight/spectral-functions");
const { Yaml } = require("@stoplight/spectral-parsers");

const HOURS = { H: 1 / 24, D: 1, W: 7, M: 31, Y: 366 };
const days = (text) => {
  const [, time, number, unit] = /^P(T?)(\d+)([HDWMY])$/.exec(text) ?? [];
  return unit === undefined || (time === "" && unit === "H") ? Number.NaN : Number(number) * HOURS[unit];
};
const period = (input, { atMost = Number.POSITIVE_INFINITY, atLeast = 0 }) => {
  const length = days(String(input));
  return length <= atMost && length >= atLeast
    ? []
    : [{ message: `${input} is not between ${atLeast} and ${atMost} days` }];
};
const recent = (input, { days: limit }) =>
  (Date.parse("2026-11-23") - Date.parse(String(input))) / 86_400_000 <= limit
    ? []
    : [{ message: `${input} is too long ago` }];

/** The parties whose company is named and is not in the registry. */
const unknown = "$.supply_chain.parties[?(@.vendor == null && @.name_as_written != 'none')]";
/** Who comes in from outside, one session at a time. */
const remote = "$.data.access[?(@.remote == 'just_in_time')]";
const retention = (kind) => `$.data.retention[?(@.data == '${kind}')]`;
const at = (given, field, fn, functionOptions) => ({
  given,
  severity: "error",
  message: "{{error}}",
  // biome-ignore lint/suspicious/noThenProperty: Spectral names the key, and nothing awaits the object.
  then: { ...(field ? { field } : {}), function: fn, ...(functionOptions ? { functionOptions } : {}) },
});

const rules = {
  "RET-00": at("$.data", "retention", defined),
  "RET-01-period": at(retention("video_raw"), "period", period, { atMost: 30 }),
  "RET-01-auto": at(retention("video_raw"), "auto_delete", truthy),
  "RET-02": at("$.data.retention[?(@.data == 'plate_no_hit' || @.data == 'plate_hit')]", "period", period, {
    atMost: 30,
  }),
  "RET-03-a": at(
    "$.data.retention[?(@.data == 'face_template_no_match' || @.data == 'thermal_reading')]",
    "period",
    period,
    { atMost: 0 },
  ),
  "RET-03-b": at(retention("face_template_enrolled"), "counted_from", enumeration, {
    values: ["service_end"],
  }),
  "RET-04-period": at(retention("video_incident_hold"), "period", period, { atMost: 90 }),
  "RET-04-case": at(retention("video_incident_hold"), "case_ref_required", truthy),
  "RET-04-test": at("$.assessments.deletion_test", "done_on", recent, { days: 184 }),
  "RET-05": at(retention("access_log"), "period", period, { atLeast: 730 }),
  "FRT-01": at("$.system.functions", "identification", enumeration, {
    values: ["none", "verification_1_1", "post_remote_1_n"],
  }),
  "FRT-03": at("$.system.functions.gallery_sources[*]", undefined, pattern, { notMatch: "^scraped_" }),
  "FRT-04": at("$.system.functions", "emotion_or_categorisation", enumeration, { values: ["none"] }),
  "FRT-06-lock": at(
    "$.system.functions.biometric_capability[?(@property == 'present' && @ == true)]^",
    "locked_by",
    defined,
  ),
  "FRT-06-age": at("$.system.functions.biometric_capability", "attested_on", recent, { days: 184 }),
  "VEN-01-written": at("$.supply_chain.parties[*]", "vendor", defined),
  "VEN-01-known": at(unknown, "name_as_written", falsy),
  "VEN-02": at("$.supply_chain.parties[*]", "role", enumeration, {
    values: [
      "manufacturer",
      "brand",
      "importer",
      "integrator",
      "operator",
      "cloud",
      "maintenance",
      "ultimate_owner",
      "sub_processor",
      "backup",
      "telemetry",
    ],
  }),
  "VEN-04": at("$.supply_chain.devices[*]", "manufacturer", truthy),
  "VEN-16-live": at("$.data.access[?(/^vendor:/.test(@.party))]", "live", enumeration, { values: [false] }),
  "VEN-16-search": at("$.data.access[?(/^vendor:/.test(@.party))]", "search", enumeration, {
    values: [false],
  }),
  "VEN-16-export": at("$.data.access[?(/^vendor:/.test(@.party))]", "export", enumeration, {
    values: [false],
  }),
  "VEN-16-demo": at("$.supply_chain", "demonstration_data", enumeration, { values: ["none", "synthetic"] }),
  "CLN-02": at("$.supply_chain.mobile_apps[*]", "store", enumeration, {
    values: ["google_play", "apple_app_store", "managed_store"],
  }),
  "CLN-05": at("$.supply_chain", "international_links", defined),
  "CLN-06": at("$.supply_chain", "path", defined),
  "VEN-06": at("$.supply_chain.exit", "data_export_clause", truthy),
  "GFT-01": at("$.supply_chain.gift[?(@property == 'is_gift_or_discount' && @ == true)]^", "giver", defined),
  "CYB-segment": at("$.supply_chain.devices[*].network", "own_segment", truthy),
  "CYB-egress": at("$.supply_chain.devices[*].network", "egress", enumeration, { values: ["deny"] }),
  "CYB-p2p": at("$.supply_chain.devices[*].network", "p2p_cloud", falsy),
  "CYB-forward": at("$.supply_chain.devices[*].network", "port_forward", falsy),
  "CYB-passwords": at("$.assessments.iot_baseline", "unique_passwords", truthy),
  "CYB-survey": at("$.assessments.risk_survey", "done_on", recent, { days: 550 }),
  "ACC-mfa": at("$.data.access[*]", "mfa", truthy),
  "ACC-logged": at("$.data.access[*]", "logged", truthy),
  "ACC-named": at(remote, "named_person", truthy),
  "ACC-recorded": at(remote, "session_recorded", truthy),
  "AIS-prohibited": at("$.assessments.ai_act", "prohibited", enumeration, { values: ["none"] }),
  "INV-signage": at("$.transparency", "signage", truthy),
};

const spectral = new Spectral();
spectral.setRuleset({ rules });
const findings = {};
const failing = [];
const folder = process.argv[2];
for (const name of readdirSync(folder).sort()) {
  const document = new Document(readFileSync(`${folder}/${name}`, "utf8"), Yaml, name);
  const found = await spectral.run(document);
  for (const { code } of found) findings[code] = (findings[code] ?? 0) + 1;
  if (found.length > 0) failing.push(`manifests/${name}`);
}
console.log(JSON.stringify({ rules: Object.keys(rules).length, findings, failing }));
