import type {
  VocabularyDocument,
  VocabularyFact,
  VocabularyTexts,
} from "../../src/model/generated/vocabulary.ts";

/** A small vocabulary with every type of fact, so that tests of the language do not depend on the real one. */
export const vocabulary: VocabularyDocument = {
  subjects: {
    system: { title: texts("system"), rows: "the manifest" },
    site: { title: texts("site"), rows: "sites", own_tier: true },
    placement: { title: texts("placement"), rows: "placements", scope: ["site", "party"], own_tier: true },
    party: { title: texts("party"), rows: "parties" },
    owner: { title: texts("holder"), rows: "holders", nested_in: "party", scope: ["party"] },
    listing: { title: texts("listing"), rows: "listings", nested_in: "party", scope: ["party"] },
    retention: { title: texts("retention line"), rows: "data.retention" },
    arrangement: { title: texts("arrangement"), rows: "files", own_file: true },
  },
  facts: {
    today: fact("date", "today"),
    "system.tier": fact("ordered", "tier", { values: ["T1", "T2", "T3", "T4"] }),
    "system.stage": fact("enum", "stage", {
      values: ["definition", "procurement", "deployment", "operation", "decommissioning"],
    }),
    "system.personal": fact("boolean", "personal data", { yes: texts("held"), no: texts("not held") }),
    "system.people": fact("integer", "people in the data", { unit: "people" }),
    "system.price": fact("number", "price", { unit: "percent", none: true, range: true }),
    "system.tested_on": fact("date", "tested on", { none: true }),
    "system.signed_on": fact("date", "signed on", { none: true }),
    "system.kind": fact("enum", "kind", { values: ["none", "camera", "gate", "lamp"] }),
    "system.level": fact("ordered", "level", { values: ["none", "low", "middle", "high"] }),
    "system.tags": fact("set", "tags", { values: ["a", "b", "c"] }),
    "system.note": fact("text", "note", { none: true }),
    "system.country": fact("enum", "country of the data", { values: ["IL", "DE"], open: "ISO 3166-1" }),
    "site.tier": fact("ordered", "site tier", { of: "system.tier" }),
    "site.school": fact("boolean", "school", { yes: texts("is a school"), no: texts("is no school") }),
    "placement.tier": fact("ordered", "placement tier", { of: "system.tier" }),
    "party.kind": fact("enum", "kind of party", { values: ["none", "own", "company"] }),
    "party.score": fact("integer", "trust score", { tags: ["vendor"] }),
    "party.home": fact("boolean", "home", { tags: ["country"], yes: texts("abroad"), no: texts("at home") }),
    "owner.control": fact("number", "control", { unit: "percent", range: true, tags: ["vendor"] }),
    "owner.flags": fact("integer", "legal flags", { tags: ["vendor"] }),
    "listing.list": fact("enum", "list", { values: ["red", "blue"], tags: ["vendor"] }),
    "retention.data": fact("enum", "kind of data", { values: ["video", "plate", "log"] }),
    "retention.period": fact("duration", "retention period", { none: true }),
    "retention.sites": fact("enum", "sites covered", {
      values: ["ordinary", "sensitive"],
      value_labels: { sensitive: { en: "sensitive sites", he: "אתרים רגישים", ar: "مواقع حساسة" } },
    }),
    "retention.case": fact("text", "case reference", { none: true }),
    "arrangement.signed_on": fact("date", "signed on", { none: true }),
    "arrangement.listed": fact("boolean", "partner listed", {
      tags: ["vendor"],
      yes: texts("yes"),
      no: texts("no"),
    }),
  },
};

function texts(en: string): VocabularyTexts {
  return { en, he: `${en} (he)`, ar: `${en} (ar)` };
}

function fact(
  type: VocabularyFact["type"],
  label: string,
  more: Partial<VocabularyFact> = {},
): VocabularyFact {
  return { type, from: "test", label: texts(label), ...more };
}
