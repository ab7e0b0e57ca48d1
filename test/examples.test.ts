import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { expectationOf, MUNICIPALITIES, PROBLEMS } from "./expected-examples.ts";
import { ROOT } from "./load-repository.ts";

interface Written {
  readonly as_of?: string;
  readonly files?: Readonly<Record<string, unknown>>;
}

/** What stands in `expected.yaml`; nothing where there is none. */
function writtenFor(municipality: string): Written {
  const file = join(ROOT, "examples", municipality, "expected.yaml");
  return existsSync(file) ? (load(readFileSync(file, "utf8")) as Written) : {};
}

describe.for(MUNICIPALITIES)("examples/%s", (municipality) => {
  const written = writtenFor(municipality);
  const { as_of, files } = expectationOf(municipality);

  it("says for which date, names every file, and no other", () => {
    expect({ as_of: written.as_of, files: Object.keys(written.files ?? {}).sort() }).toEqual({
      as_of,
      files: Object.keys(files).sort(),
    });
  });

  it.for(Object.keys(files))(
    "%s has the tier, the verdict and exactly the findings expected of it",
    (file) => {
      expect(files[file]).toEqual(written.files?.[file]);
    },
  );
});

it.for([
  ["ramat-shaked", "manifests/il-9902-signals-spine.yaml", "T4"],
  ["ramat-shaked", "manifests/il-9902-loops-count.yaml", "T2"],
  ["hof-livne", "manifests/il-9917-sweepers.yaml", "T4"],
  ["kerem-shaham", "manifests/il-9927-room-dispatch.yaml", "T4"],
] as const)("%s, %s: in order, so that nothing is found at %s", ([municipality, file, tier]) => {
  expect(expectationOf(municipality).files[file]).toEqual({ tier, verdict: "pass", findings: [] });
});

it("no example is empty, and none holds a file that cannot be judged by", () => {
  expect(PROBLEMS).toEqual([]);
  expect(MUNICIPALITIES.filter((one) => Object.keys(expectationOf(one).files).length === 0)).toEqual([]);
});
