import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { renderMarkdown } from "../../src/standin/markdown.ts";
import { renderPullRequestPage } from "../../src/standin/page.ts";
import { client, startWithPull } from "./start.ts";

const ATTACK = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;
const markdown = (text: string) => renderMarkdown(text).markup;

describe("Markdown is shown as GitHub shows it", () => {
  it.for([
    ["**bold** and `code`", '<p dir="auto"><strong>bold</strong> and <code>code</code></p>\n'],
    ["a<sub>2</sub>", '<p dir="auto">a<sub>2</sub></p>\n'],
    ["<!-- bylaw:summary -->\n<!-- state: x -->\n\nshown", '<p dir="auto">shown</p>\n'],
    ["a <!-- hidden --> b", '<p dir="auto">a  b</p>\n'],
    [
      "<details>\n<summary>More &amp; more</summary>\n\n*in*\n\n</details>",
      '<details>\n<summary>More &amp; more</summary>\n<p dir="auto"><em>in</em></p>\n</details>',
    ],
    ['<div dir="rtl">\n\nשלום\n\n</div>', '<div dir="rtl">\n<p dir="auto">שלום</p>\n</div>'],
    ["| a |\n|--:|\n| b |", 'class="right"'],
    ["```yaml\na: <b>\n```", '<pre><code class="language-yaml">a: &lt;b&gt;\n</code></pre>\n'],
  ] as const)("%j", ([text, expected]) => {
    expect(markdown(text)).toContain(expected);
  });
});

describe("Markdown cannot reach out of its box", () => {
  it.for([
    ["a script", "<script>alert(1)</script>", "&lt;script&gt;"],
    ["a tag with a handler", '<details ontoggle="x" open>', "&lt;details ontoggle"],
    ["a style", '<div style="position:fixed">', "&lt;div style"],
    ["an image", "![x](https://example.org/x.png)", '<p dir="auto">x</p>'],
    ["a link that runs", "[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["a link of an unknown scheme", "<svg:svg> [x](app:open)", "&lt;svg:svg&gt; [x](app:open)"],
    ["a tag left open", "<details>", "<details></details>"],
    ["a closing tag too many", "</details></div>x", "x"],
    ["a tag that would close an outer one", '> <div dir="rtl">\n\n</div>', "</div></blockquote>"],
  ] as const)("%s", ([, text, expected]) => {
    expect(markdown(text)).toContain(expected);
    expect(problemsOf(markdown(text))).toEqual([]);
  });

  it("whatever is written", () => {
    const parts = [
      "<details>",
      "</details>",
      "<summary>",
      "</summary>",
      "<div>",
      '<div dir="rtl">',
      "</div>",
      "<sub>",
      "</sub>",
      "<br>",
    ];
    const more = [
      "> ",
      "- ",
      "\n",
      "\n\n",
      "a",
      "`",
      "**",
      "<!--",
      "-->",
      "<script>",
      "<img src=x onerror=y>",
      "| a |\n|--|\n",
      "&lt;",
      "    ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, ...more), { maxLength: 30 }), (text) => {
        expect(problemsOf(markdown(text.join("")))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  const suites = process.env.BYLAW_SUITES;
  const lists = suites === undefined ? [] : attackLists(suites);
  it.skipIf(lists.length === 0)("published attacks (left out where BYLAW_SUITES has none)", () => {
    const harmful = lists.filter((line) => problemsOf(markdown(line)).length > 0);
    expect(harmful).toEqual([]);
  });
});

describe("the page of a pull request", () => {
  async function begin(files: Record<string, string> = {}) {
    const world = await startWithPull();
    const at = { owner: "town", repo: "systems" };
    const head = standinCommit(world, files);
    const { rest } = await client(world.standin);
    const show = async () => (await fetch(`${world.standin.url}/town/systems/pull/1`)).text();
    return { ...world, at, head, rest, show };
  }
  function standinCommit(
    { standin, repo, head }: Awaited<ReturnType<typeof startWithPull>>,
    files: Record<string, string>,
  ) {
    return Object.keys(files).length === 0
      ? head
      : standin.commit(repo, "change", { message: "m", author: "maya", files });
  }

  test("shows checks, annotations under their lines, and the conversation", async () => {
    const { at, head, rest, show, standin, pull } = await begin();
    const annotation = {
      path: "a.yaml",
      annotation_level: "failure" as const,
      message: "kept 90 days; the limit is 30 days",
    };
    await rest.checks.create({
      ...at,
      name: "bylaw",
      head_sha: head,
      conclusion: "failure",
      output: {
        title: "1 finding blocks",
        summary: "| rule |\n|--|\n| RET-01 |",
        annotations: [
          { ...annotation, start_line: 2, end_line: 2, title: "RET-01" },
          { ...annotation, start_line: 9, end_line: 9, title: "far from the change" },
          { ...annotation, start_line: 1, end_line: 1, path: "b.yaml", title: "in another file" },
        ],
      },
    });
    standin.comment(pull, "noa", "<!-- unseen -->\n\nlooks **good**");
    standin.review(pull, { user: "noa", state: "APPROVED" });
    const page = await show();
    expect(page).toContain("Some checks were not successful.");
    expect(page).toMatch(/✗<\/span> Failed<\/strong> <code>bylaw/);
    expect(page).toContain('<td dir="auto">RET-01</td>');
    expect(page).toMatch(
      /line two<\/code><\/td><\/tr><tr><td colspan="3"><aside[\s\S]*?RET-01[\s\S]*?the limit is 30 days/,
    );
    expect(page).toMatch(/line 9<\/code><\/td><\/tr><tr><td colspan="3"><aside[\s\S]*?far from the change/);
    expect(page).toMatch(/b\.yaml<\/code> <span class="dim">not changed here[\s\S]*?in another file/);
    expect(page).toMatch(/looks <strong>good<\/strong>[\s\S]*approved/);
    expect(page).not.toContain("unseen");
  });

  test("lets no submitted text through but as text, and turns no direction unseen", async () => {
    const { at, rest, show, standin, repo, head } = await begin({
      [ATTACK.replaceAll("/", "")]: `${ATTACK}\u202E\n`,
    });
    const evil = standin.openPullRequest(repo, {
      title: ATTACK,
      head: "change",
      author: "maya",
      body: ATTACK,
    });
    standin.comment(evil, "maya", ATTACK);
    const output = {
      title: ATTACK,
      summary: ATTACK,
      text: ATTACK,
      annotations: [
        {
          path: ATTACK,
          start_line: 1,
          end_line: 1,
          annotation_level: "notice" as const,
          message: ATTACK,
          title: ATTACK,
          raw_details: ATTACK,
        },
      ],
    };
    await rest.checks.create({ ...at, name: ATTACK, head_sha: head, output });
    for (const page of [
      await show(),
      renderPullRequestPage(standin, repo, evil.number),
      await (await fetch(standin.url)).text(),
    ]) {
      expect(
        problemsOf(page.slice(page.indexOf("<body>") + "<body>".length, page.indexOf("</body>"))),
      ).toEqual([]);
    }
    expect(await show()).toContain("[U+202E]");
  });

  test("is one file that asks for nothing", async () => {
    const { standin, show } = await begin();
    const response = await fetch(`${standin.url}/town/systems/pull/1`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    const page = await show();
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<form|url\(|@import| style=| on\w+=/);
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual(["/"]);
    expect(page).toMatch(/prefers-color-scheme: dark/);
  });

  test("is found from the list of repositories and from a check's address", async () => {
    const { at, head, rest, standin } = await begin();
    const index = await (await fetch(standin.url)).text();
    expect(index).toMatch(/<a href="\/town\/systems\/pull\/1" dir="auto">A change<\/a>[\s\S]*Open/);
    const { data: run } = await rest.checks.create({ ...at, name: "bylaw", head_sha: head });
    const response = await fetch(run.html_url ?? "", { redirect: "manual" });
    expect(response.headers.get("location")).toBe(`/town/systems/pull/1#check-${run.id}`);
    expect((await fetch(`${standin.url}/town/systems/pull/99`)).status).toBe(404);
  });
});

const ALLOWED =
  /^(?:a|article|aside|bdi|blockquote|body|br|code|details|div|em|footer|h[1-6]|header|hr|kbd|li|main|ol|p|pre|s|section|span|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|ul)$/;
const ATTRIBUTES = /^(?:aria-[a-z]+|class|colspan|datetime|dir|href|id|open|rel|role|start|tabindex|title)$/;

/** Tags and attributes that should not be there, links that run, and tags that do not nest. */
function problemsOf(markup: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [tag, slash, name = "", rest = ""] of markup.matchAll(
    /<(\/?)([a-zA-Z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g,
  )) {
    if (!ALLOWED.test(name)) problems.push(tag);
    for (const [, attribute = "", value = ""] of rest.matchAll(/([^\s="'/]+)(?:="([^"]*)")?/g)) {
      if (!ATTRIBUTES.test(attribute)) problems.push(`${tag}: ${attribute}`);
      if (attribute === "href" && !/^(?:\/|#|https?:|mailto:|[^:]*$)/i.test(value))
        problems.push(`${tag}: ${value}`);
    }
    if (name === "br" || name === "hr") continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) problems.push(`${tag} closes nothing`);
  }
  return [...problems, ...open.map((name) => `<${name}> is not closed`)];
}

function attackLists(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const chosen = files.filter((file) => /xss|naughty|blns/i.test(file) && file.endsWith(".txt"));
  return chosen
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line !== "");
}
