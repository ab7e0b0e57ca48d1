import { describe, expect, test } from "vitest";
import { COMMENT_MARKER, commentedHead, isRefusal } from "../../src/render/comment-state.ts";
import { renderRefusal } from "../../src/render/render-refusal.ts";

const [HEAD, BEFORE] = ["a".repeat(40), "b".repeat(40)];
const [ONE, TWO, THREE] = ["RET-01:0000000000000001", "RET-02:0000000000000002", "RET-03:0000000000000003"];

function comment(state: string): string {
  return `${COMMENT_MARKER}\n${state}\n\n**Bylaw: fails.** 2 findings block.`;
}

function refuse(previous: string): string {
  return renderRefusal({ head: HEAD, language: "en", lasting: true, previous });
}

describe("the comment on a head that could not be evaluated", () => {
  test.for([
    [
      "what was open at the head before, none of it new",
      `<!-- bylaw:state v1 next head=${BEFORE} open=${ONE},+${TWO} fixed=${THREE} -->`,
      `<!-- bylaw:state v1 next head=${HEAD} open=${ONE},${TWO} fixed= -->`,
    ],
    [
      "as it is what was found at this head, by another base",
      `<!-- bylaw:state v1 first head=${HEAD} open=+${TWO} fixed= -->`,
      `<!-- bylaw:state v1 first head=${HEAD} open=+${TWO} fixed= -->`,
    ],
    ["nothing of a line that is not ours", "<!-- bylaw:state v1 next head=x -->", ""],
  ] as const)("remembers %s", ([, before, after]) => {
    const said = refuse(comment(before));
    expect(said.split("\n").slice(0, 3)).toEqual([COMMENT_MARKER, after, "<!-- bylaw:refused -->"]);
    expect(said).not.toContain("2 findings");
  });

  test("is the same when it is refused once more, and is told from one with a verdict", () => {
    const before = comment(`<!-- bylaw:state v1 next head=${BEFORE} open=${ONE} fixed= -->`);
    const said = refuse(before);
    expect(refuse(said)).toBe(said);
    expect(commentedHead(said)).toBe(HEAD);
    expect([isRefusal(before), isRefusal(said)]).toEqual([false, true]);
  });
});
