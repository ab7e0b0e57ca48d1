import { describe, expect, it } from "vitest";
import { factsOf, manifest, plain } from "./facts-of.ts";
import { plan, waiver } from "./set-files.ts";

const OWN = "il-9901-test";

function cellOf(head: string, surroundings = {}) {
  const { system } = factsOf(manifest("", head), { surroundings });
  return system.cell("system.owner_reviews_own");
}

describe("the owner among those who approve", () => {
  const national = plan("2026-07-01");
  const own = waiver("approved_by: { role: Head of cameras, group: town }");
  const elsewhere = waiver("manifest: il-9902-other\napproved_by: { role: Head of cameras, group: privacy }");

  it.for([
    [
      "another office and mailbox",
      "{ role: Head of parks, email: parks@town.example }",
      { plan: national },
      false,
    ],
    [
      "the coordinator's mailbox",
      '{ role: Head of parks, email: "National@Coordinator.example" }',
      { plan: national },
      true,
    ],
    [
      "the coordinator's office",
      '{ role: "national  coordinator", email: parks@town.example }',
      { plan: national },
      true,
    ],
    [
      "who approved a waiver for it",
      "{ role: Head of cameras, email: a@town.example }",
      { waivers: [own] },
      true,
    ],
    [
      "who approved one for another system in another group",
      "{ role: Head of cameras, email: a@town.example }",
      { waivers: [elsewhere] },
      false,
    ],
    ["nobody known to approve", "{ role: Head of parks }", {}, false],
    ["a blank mailbox", "{ role: Head of parks }", { plan: national }, "unknown"],
    ["a blank mailbox where only offices are known", "{ role: Head of parks }", { waivers: [own] }, false],
    ["a blank office", "{ email: parks@town.example }", { waivers: [own] }, "unknown"],
    ["a blank owner", "null", { plan: national }, "unknown"],
    ["a blank owner and nobody known to approve", "null", {}, "unknown"],
  ] as const)("%s: %s", ([, owner, surroundings, expected]) => {
    expect(plain(cellOf(`  owner: ${owner}\n`, surroundings).value)).toBe(expected);
  });

  it("counts who approved another system in the group that reviews this one", () => {
    const head = "  owner: { role: Head of cameras, email: a@town.example }\n  reviewer_group: privacy\n";
    expect(cellOf(head, { waivers: [elsewhere] }).value).toBe(true);
  });

  it("points at what is the same, and names where it also stands", () => {
    const head = "  owner: { role: Head of cameras, email: a@town.example }\n";
    const { at, elsewhere: places } = cellOf(head, { waivers: [own] });
    expect([at, places]).toEqual(["/metadata/owner/role", [{ file: own.file, at: "/approved_by" }]]);
    expect(own.value.manifest).toBe(OWN);
  });
});
