import { expect, it } from "vitest";
import { policyExamples } from "../../src/engine/policy-examples.ts";

it("tells examples of tiers from those of rules", () => {
  const page = [
    "```yaml tier=T3",
    "data: { kinds: [video] }",
    "```",
    "",
    "```yaml passes=RET-01",
    "data: {}",
    "```",
    "",
    "```yaml tier=unknown",
    "data: { kinds: null }",
    "```",
  ].join("\n");
  const { rules, tiers } = policyExamples(page);
  expect(rules).toMatchObject([{ line: 5, rule: "RET-01" }]);
  expect(tiers).toEqual([
    { line: 1, tier: "T3", yaml: "data: { kinds: [video] }\n" },
    { line: 9, tier: undefined, yaml: "data: { kinds: null }\n" },
  ]);
});

it.for(["tier=T5", "tier=", "tier=T3 effect=block"])("refuses `%s` with its line", (info) => {
  const page = `# One\n\n\`\`\`yaml ${info}\ndata: {}\n\`\`\`\n`;
  expect(() => policyExamples(page)).toThrow(/^line 3: an example of a tier says tier=T1/);
});
