import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/model/document.ts";
import type { RegistryDocument } from "../../../src/model/generated/registry.ts";
import { proposalYaml } from "../../../src/registry/import/proposal-yaml.ts";
import { proposeEdits } from "../../../src/registry/import/propose-edits.ts";
import { unifiedDiff } from "../../../src/registry/import/unified-diff.ts";
import { loadRegistryFile } from "../registry-files.ts";
import { propose, SAME, smallRegistry } from "./small-list.ts";

type Options = Parameters<typeof propose>[1];

/** The lines an edit takes out and puts in, with their signs. */
function diffOf(csv: string, options: Options = {}): readonly string[] {
  const document = options.document ?? smallRegistry();
  const patch = unifiedDiff(proposeEdits(propose(csv, options), [document]));
  return patch.split("\n").filter((line) => /^[-+](?![-+])/.test(line));
}

/** The registry file after an import. */
function imported(csv: string, options: Options = {}): Document<RegistryDocument> {
  const document = options.document ?? smallRegistry();
  const [edit] = proposeEdits(propose(csv, options), [document]);
  return loadRegistryFile("test.yaml", new TextEncoder().encode(edit?.after ?? document.text));
}

const READ = [
  "-    retrieved_on: 2026-06-01",
  "+    retrieved_on: 2026-11-23",
  "+    read_before: [2026-06-01]",
];
const SOURCE = [
  "-  gazette: { title: Gazette of examples, kind: government_list, retrieved: 2026-06-01, verified: true }",
  "+  gazette: { title: Gazette of examples, kind: government_list, retrieved: 2026-11-23, verified: true }",
];

describe("the edits of a file", () => {
  it("of a list that has not changed are its reading alone", () => {
    expect(diffOf(SAME)).toEqual([...READ, ...SOURCE]);
  });

  it("of a list read twice on one day are none", () => {
    expect(diffOf(SAME, { retrievedOn: "2026-06-01" })).toEqual([]);
  });

  it("keep the day of every earlier reading", () => {
    const document = smallRegistry(
      "retrieved_on: 2026-06-01\n",
      "retrieved_on: 2026-06-01\n    read_before: [2026-01-01]\n",
    );
    expect(imported(SAME, { document }).value.lists?.[0]?.read_before).toEqual(["2026-01-01", "2026-06-01"]);
    const block = smallRegistry(
      "retrieved_on: 2026-06-01\n",
      "retrieved_on: 2026-06-01\n    read_before:\n      - 2026-01-01\n",
    );
    expect(imported(SAME, { document: block }).value.lists?.[0]?.read_before).toEqual([
      "2026-01-01",
      "2026-06-01",
    ]);
  });

  it("begin the readings of a list that was never read", () => {
    const document = smallRegistry("retrieved_on: 2026-06-01\n", "retrieved_on: null\n");
    expect(diffOf(SAME, { document })).toEqual([
      "-    retrieved_on: null",
      "+    retrieved_on: 2026-11-23",
      ...SOURCE,
    ]);
  });

  it("write a day into a value in braces or on a line of its own, and leave comments", () => {
    const csv = SAME.replace("2021-03-12,", "2021-03-12,2026-09-30").replace(
      "2022-05,",
      "2022-05,2026-10-01",
    );
    expect(diffOf(csv).slice(0, 4)).toEqual([
      "-  - { list: us-small, entity: vendor:alpha, from: 2021-03-12, to: null, scope: [telecom], source: gazette } # kept",
      "+  - { list: us-small, entity: vendor:alpha, from: 2021-03-12, to: 2026-09-30, scope: [telecom], source: gazette } # kept",
      "-    to: null # still there",
      "+    to: 2026-10-01 # still there",
    ]);
  });

  it("write into a blank value", () => {
    const document = smallRegistry("to: null # still there", "to: # still there");
    const csv = SAME.replace("2022-05,", "2022-05,2026-10-01");
    expect(imported(csv, { document }).value.listings?.[1]?.to).toBe("2026-10-01");
  });

  it("add a scope and a conflict behind the end", () => {
    const csv = "name,from,scope\nAlpha Optics,2020-06-30,telecom\nBeta Signals,,router\n";
    expect(diffOf(csv, { additions: true, source: "other" }).slice(0, 7)).toEqual([
      "-  - { list: us-small, entity: vendor:alpha, from: 2021-03-12, to: null, scope: [telecom], source: gazette } # kept",
      '+  - { list: us-small, entity: vendor:alpha, from: 2021-03-12, to: null, conflict: { text: "first day 2021-03-12 in the registry, 2020-06-30 in the file (gazette and other)", sources: [gazette, other] }, scope: [telecom], source: gazette } # kept',
      "+    conflict:",
      '+      text: "products none in the registry, router in the file (gazette and other)"',
      "+      sources: [gazette, other]",
      ...READ.slice(0, 2),
    ]);
    expect(diffOf("name,scope\nBeta Signals,router\n", { additions: true })[0]).toBe("+    scope: [router]");
  });

  it("put new entities and listings at the end of their tables", () => {
    const csv = `${SAME}Zeta,2026-10-01,\n`;
    expect(diffOf(csv).slice(0, 2)).toEqual([
      "+  - { id: vendor:zeta, legal_name: Zeta, jurisdiction: null, sources: [gazette] }",
      "+  - { list: us-small, entity: vendor:zeta, from: 2026-10-01, to: null, source: gazette }",
    ]);
  });

  it("make a table that was missing, above the comment of the next", () => {
    const text = smallRegistry().text.replace(/listings:\n[\s\S]*?(?=# What)/, "");
    const document = loadRegistryFile("test.yaml", new TextEncoder().encode(text));
    const edited = imported("name\nAlpha Optics\n", { document, additions: true });
    expect(edited.text).toContain(
      "listings:\n  - { list: us-small, entity: vendor:alpha, from: null, to: null, source: gazette }\n# What the list is.\nlists:",
    );
  });

  it("fill a table that was empty", () => {
    const text = smallRegistry().text.replace(/listings:\n[\s\S]*?(?=# What)/, "listings: []\n");
    const document = loadRegistryFile("test.yaml", new TextEncoder().encode(text));
    expect(imported("name\nAlpha Optics\n", { document, additions: true }).value.listings).toHaveLength(1);
  });

  it("add a name where the entity has names, and where it has none", () => {
    const file = "name,aka\nNew Beta,Beta Signals\nNew Alpha,Alpha Optics\n";
    const { value } = imported(file, { additions: true });
    expect(value.entities?.[1]?.names?.map(({ text }) => text)).toEqual(["BSC", "New Beta"]);
    expect(value.entities?.[0]?.names?.map(({ text, sources }) => [text, sources])).toEqual([
      ["New Alpha", ["gazette"]],
    ]);
  });

  it("record the edition with its rows", () => {
    const { value } = imported(SAME, { edition: "2026-10-01" });
    expect(value.lists?.[0]?.editions).toEqual([{ date: "2026-10-01", rows: 4, source: "gazette" }]);
  });

  it("keep line ends of two characters", () => {
    const text = smallRegistry().text.replaceAll("\n", "\r\n");
    const document = loadRegistryFile("test.yaml", new TextEncoder().encode(text));
    const edited = imported(`${SAME}Zeta,,\n`, { document });
    expect(edited.text.match(/(?<!\r)\n/g)).toBeNull();
    expect(edited.value.listings).toHaveLength(5);
  });

  it("make a file that proposes nothing more when it is compared again", () => {
    const csv = `${SAME.replace("2021-03-12", "2021-03-13").replace("Delta Robotics Ltd,,\n", "")}Zeta,2026-10-01,\n`;
    const document = imported(csv);
    const { added, changed, ended, same } = propose(csv, { document });
    expect([added, changed, ended, same]).toEqual([[], [], [], 4]);
  });

  it("load whatever a name is made of", () => {
    const name = fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 })
      .filter((text) => /[a-z]{2}/i.test(text));
    fc.assert(
      fc.property(name, (text) => {
        const csv = `name,from,to\n"x ${text.replaceAll('"', '""')}",2026-10-01,\n`;
        const proposal = propose(csv, { additions: true });
        const [edit] = proposeEdits(proposal, [smallRegistry()]);
        const loaded = loadRegistryFile("test.yaml", new TextEncoder().encode(edit?.after ?? ""));
        return loaded.value.listings?.length === 4 + proposal.added.length;
      }),
      { numRuns: 100 },
    );
  });
});

describe("the patch", () => {
  it("is one that git applies", () => {
    const csv = `${SAME.replace("2021-03-12", "2021-03-13").replace("Delta Robotics Ltd,,\n", "")}Zeta,2026-10-01,\n`;
    const edits = proposeEdits(propose(csv), [smallRegistry()]);
    const folder = mkdtempSync(join(tmpdir(), "bylaw-patch-"));
    writeFileSync(join(folder, "test.yaml"), smallRegistry().text);
    execFileSync("git", ["apply", "-"], { cwd: folder, input: unifiedDiff(edits) });
    const applied = readFileSync(join(folder, "test.yaml"), "utf8");
    rmSync(folder, { recursive: true });
    expect(applied).toBe(edits[0]?.after);
  });

  it.for([
    ["a line exchanged at the end", "a\nb\n", "a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"],
    [
      "a line added to a file without a last line end",
      "a",
      "a\nb",
      "@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n",
    ],
    [
      "two places far apart",
      "a\n1\n2\n3\n4\n5\n6\n7\nz\n",
      "b\n1\n2\n3\n4\n5\n6\n7\ny\n",
      "@@ -1,4 +1,4 @@\n-a\n+b\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-z\n+y\n",
    ],
  ] as const)("shows %s", ([, before, after, hunks]) => {
    expect(unifiedDiff([{ file: "f", before, after }])).toBe(`--- a/f\n+++ b/f\n${hunks}`);
  });
});

it("is shown as YAML to paste, with what is not to be pasted as comments", () => {
  const csv = `${SAME.replace("2021-03-12", "2021-03-13").replace("Delta Robotics Ltd,,\n", "")}Zeta,2026-10-01,
Alpha Optix,,
drones made abroad,2026-03-23,
`;
  expect(proposalYaml(propose(csv))).toMatchInlineSnapshot(`
    "# us-small as read on 2026-11-23; for test.yaml
    entities:
      - { id: vendor:zeta, legal_name: Zeta, jurisdiction: null, sources: [gazette] }
    listings:
      - { list: us-small, entity: vendor:zeta, from: 2026-10-01, to: null, source: gazette }
      # in place of test.yaml:17: first day 2021-03-12 in the registry, 2021-03-13 in the file
      - { list: us-small, entity: vendor:alpha, from: 2021-03-13, to: null, scope: [telecom], source: gazette }
      # in place of test.yaml:24: not in the file
      - { list: us-small, entity: vendor:delta, from: null, to: 2026-11-23, source: other }
    # undecided, line 6: Alpha Optix: it is near a known name
    # a category, which names nobody, line 7: drones made abroad
    # lists: { id: us-small, retrieved_on: 2026-11-23 }
    "
  `);
});
