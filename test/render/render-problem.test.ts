import { expect, it } from "vitest";
import type { FileProblem } from "../../src/model/document.ts";
import { renderProblem } from "../../src/render/render-problem.ts";

const PROBLEM: FileProblem = {
  stage: "schema",
  kind: "Policy",
  location: { file: "policies/x/policy.yaml", line: 1, column: 3, end_line: 1, end_column: 11 },
  pointer: "/rules/0",
  message: "unknown key `requires`",
  help: "write `require`",
};

it("shows a problem of a file in the shape of a finding", () => {
  const options = { text: () => "  requires: []", color: false, language: "en" } as const;
  expect(renderProblem(PROBLEM, options)).toMatchInlineSnapshot(`
    "error[policy-schema]: unknown key \`requires\`
     --> policies/x/policy.yaml:1:3
       |
     1 |   requires: []
       |   ^^^^^^^^
       = help: write \`require\`
    "
  `);
});

it("names a problem of a file whose kind is unknown, and writes out what is hidden in it", () => {
  const problem: FileProblem = {
    ...PROBLEM,
    kind: null,
    stage: "syntax",
    message: "a character `\u001b[2J` stands here",
  };
  const shown = renderProblem(problem, { text: () => undefined, color: false, language: "en" });
  expect(shown).toMatch(/^error\[file-syntax\]: a character `\\u\{1B\}\[2J` stands here\n/);
});

it("shows the case in which a problem shows line by line, hidden characters written out", () => {
  const problem: FileProblem = { ...PROBLEM, witness: "data:\n  retention:\n    - period: \u001b[2J\n" };
  const shown = renderProblem(problem, { text: () => undefined, color: false, language: "en" });
  expect(shown).toBe(`error[policy-schema]: unknown key \`requires\`
 --> policies/x/policy.yaml:1:3
   = help: write \`require\`
   = where it shows:
       data:
         retention:
           - period: \\u{1B}[2J
`);
});
