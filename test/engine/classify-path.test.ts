import { describe, expect, it } from "vitest";
import { classifyPaths } from "../../src/engine/classify-path.ts";

describe("a hidden folder", () => {
  it.for([
    ["manifests/**/*.yaml", "manifests/.later/a.yaml", "manifest"],
    ["manifests/**/*.yaml", ".manifests/a.yaml", "other"],
    ["**/*.yaml", "towns/.a/b.yaml", "manifest"],
    ["**/*.yaml", ".github/labels.yaml", "other"],
    [".github/manifests/*.yaml", ".github/manifests/a.yaml", "manifest"],
  ] as const)("by the glob `%s`, `%s` is: %s", ([glob, file, expected]) => {
    expect(classifyPaths([glob])(file)).toBe(expected);
  });
});
