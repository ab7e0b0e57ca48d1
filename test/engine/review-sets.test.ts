import { describe, expect, it } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { linkedLights, sourcesUnder } from "../load-repository.ts";
import { type Files, BASE as PLAIN, propose } from "./propose.ts";
import { textOf } from "./report-on.ts";

const MARKET = "manifests/market.yaml";
const LIGHTS = "manifests/lights.yaml";
const TIE = "arrangements/lindental.yaml";
const market = textOf("policies/example.yaml");
const lights = linkedLights();
const arrangement = textOf("policies/example/arrangement.yaml");

const LINK = "{ to: il-9900-lights-ring, kind: lamp_state, direction: in, recipient: own, logged: true }";
const linked = market.replace("interfaces: []", `interfaces: [${LINK}]`);
const retired = lights.replace("status: operation", "status: idea");

/** Policies about links, arrangements and waivers, with the registry that suppliers are looked up in. */
const BASE: Files = {
  ...PLAIN,
  ...Object.fromEntries(
    sourcesUnder("policies")
      .filter(({ file }) =>
        /^policies\/(foreign-relations\/policy|trusted-vendors\/registry\/.*)\.yaml$/.test(file),
      )
      .map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]),
  ),
};

function said({ reports }: Review, rules = /^(INV-06|FOR-|VEN-12|GOV-01)/) {
  return reports.en.findings
    .filter(({ rule, state }) => rules.test(rule) && state === "open")
    .map(({ rule, effect, location }) => `${rule} ${effect} ${location.file}`);
}

describe("a manifest the branch does not touch", () => {
  it("is found to end in the dark when the other end is removed", () => {
    const review = propose({ ...BASE, [MARKET]: linked, [LIGHTS]: retired }, { [LIGHTS]: null });
    expect(said(review)).toEqual([`INV-06 block ${MARKET}`]);
    expect(review).toMatchObject({ conclusion: "failure", judged: [], removed: [LIGHTS] });
  });

  it("is found to have one end only when the other end drops the link", () => {
    const dropped = textOf("policies/example/neighbour.yaml");
    const review = propose({ ...BASE, [MARKET]: linked, [LIGHTS]: lights }, { [LIGHTS]: dropped });
    expect(said(review)).toEqual([`INV-06 block ${MARKET}`]);
    expect(review.reports.en.findings[0]).toMatchObject({ rests_on: [LIGHTS] });
  });

  it("is not spoken of where it was broken in the same way before", () => {
    const astray = lights.replace("to: il-9900-cam-market", "to: external:il-other-grid");
    const base = { ...BASE, [MARKET]: linked, [LIGHTS]: astray };
    expect(said(propose(base, { [LIGHTS]: `${astray}# a comment\n` }))).toEqual([]);
  });

  it("is said to be mended when the other end comes", () => {
    const review = propose({ ...BASE, [MARKET]: linked }, { [LIGHTS]: lights });
    expect(said(review)).toEqual([]);
    expect(review.conclusion).toBe("success");
    for (const language of ["en", "he", "ar"] as const) {
      expect(review.mended[language].map(({ rule, location }) => [rule, location.file])).toEqual([
        ["INV-06", MARKET],
      ]);
    }
  });

  it("does not keep the branch from its verdict with findings it had before", () => {
    const long = linked.replace("period: P7D", "period: P45D");
    const review = propose(
      { ...BASE, [MARKET]: long, [LIGHTS]: lights },
      { [LIGHTS]: `${lights}# a comment\n` },
    );
    expect(review.conclusion).toBe("success");
    expect(review.mended.en).toEqual([]);
  });
});

describe("an arrangement", () => {
  const scoring = arrangement.replace("tags: [culture, education]", "tags: [scoring]");

  it("that the branch adds is judged by the base's rules, and needs the consent of their owner", () => {
    const review = propose(BASE, { [TIE]: scoring });
    expect(said(review)).toEqual([`FOR-04 block ${TIE}`]);
    expect(review).toMatchObject({
      conclusion: "failure",
      governed: [{ file: TIE, kind: "arrangement", group: "foreign", approved: false }],
    });
  });

  it("that passes waits for that group alone", () => {
    expect(propose(BASE, { [TIE]: arrangement })).toMatchObject({
      conclusion: "action_required",
      reason: "policy-needs-approval",
      awaiting: ["foreign"],
    });
    expect(propose(BASE, { [TIE]: arrangement }, { approvals: ["foreign"] }).conclusion).toBe("success");
  });

  it("that stands on the base already is not held against a branch about something else", () => {
    expect(said(propose({ ...BASE, [TIE]: scoring }, { [MARKET]: market }))).toEqual([]);
  });

  const buying = market
    .replace("status: operation", "status: procurement")
    .replace("order_signed_on: 2026-09-01", "order_signed_on: none")
    .replace("deployed_on: 2026-10-05", "deployed_on: none")
    .replace("operating_since: 2026-10-20", "operating_since: none");
  const japan = arrangement.replace('country: "DE"', 'country: "JP"');

  it.for([
    ["is on the base", { [TIE]: japan }, {}],
    ["comes with the branch", {}, { [TIE]: japan }],
    ["is deleted by the branch", { [TIE]: japan }, { [TIE]: null }],
    [
      "is ended by the branch",
      { [TIE]: japan },
      {
        [TIE]: japan.replace("active: true", "active: false").replace("exit_on: none", "exit_on: 2020-01-31"),
      },
    ],
    ["is moved to another country by the branch", { [TIE]: japan }, { [TIE]: arrangement }],
  ] as const)("with a supplier's country counts where it %s", ([, before, change]) => {
    const review = propose(
      { ...BASE, ...before },
      { [MARKET]: buying, ...change },
      { approvals: ["governance"] },
    );
    expect(said(review, /^FOR-03/).length).toBeGreaterThan(0);
  });

  it("that the branch adds is said to meet suppliers of manifests it does not touch", () => {
    const review = propose({ ...BASE, [MARKET]: buying }, { [TIE]: japan });
    expect(new Set(said(review, /^FOR-03/))).toEqual(new Set([`FOR-03 approve ${MARKET}`]));
    const padded = buying.replace('cbs_code: "9900"', 'cbs_code: "09900"');
    const zero = propose({ ...BASE, [MARKET]: padded }, { [TIE]: japan });
    expect(said(zero, /^FOR-03/)).toEqual(said(review, /^FOR-03/));
  });
});

describe("a waiver", () => {
  const waiver = textOf("policies/example/waiver.yaml");
  const [short, long] = [waiver, waiver.replace("expires: 2027-04-30", "expires: 2027-05-01")];

  it("that the branch adds is judged, though it does not count yet", () => {
    expect(said(propose(BASE, { "waivers/w.yaml": short }))).toEqual([]);
    expect(said(propose(BASE, { "waivers/w.yaml": long }))).toEqual(["GOV-01 block waivers/w.yaml"]);
  });

  it("on the base that lasts too long is found with the manifest it is for, unless the branch mends it", () => {
    const base = { ...BASE, "waivers/w.yaml": long };
    expect(said(propose(base, { [MARKET]: market }))).toEqual(["GOV-01 block waivers/w.yaml"]);
    expect(said(propose(base, { [MARKET]: market, "waivers/w.yaml": short }))).toEqual([]);
    expect(said(propose(base, { [LIGHTS]: lights }), /^GOV-01/)).toEqual([]);
  });
});
