import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PullRef } from "../standin/pulls.ts";
import { listFiles } from "../workspace/list-files.ts";
import type { DemoPair } from "./demo-pair.ts";
import { packageRoot } from "./package-root.ts";

const POLICY = "policies/data-retention/policy.yaml";
const BRANCH = "shorter-video";
const SHIPPED_VERSION = "1.1.0";
const VERSION = "2.0.0";

/** Systems of several municipalities; some keep video longer than the change allows. */
const TOWNS = ["bikat-shikma", "givat-kalanit", "givat-tidhar", "kfar-rimon", "nof-almog"];

/** Five days at every site, announced a month ahead. */
const EDITS: readonly (readonly [string, string])[] = [
  [
    "      - from: 2027-04-01\n        value: { sensitive: P14D, ordinary: P21D }",
    "      - from: 2026-12-24\n        value: { sensitive: P5D, ordinary: P5D }",
  ],
  [`version: ${SHIPPED_VERSION}\n`, `version: ${VERSION}\n`],
  [
    "changes:\n",
    `changes:
  - version: ${VERSION}
    date: 2026-11-23
    summary:
      en: "Announced: raw video is kept five days everywhere from 24 December 2026"
      he: "הודעה מראש: וידאו גולמי יישמר חמישה ימים בכל אתר החל ב-24 בדצמבר 2026"
      ar: "إعلان مسبق: يُحفظ الفيديو الخام خمسة أيام في كل موقع ابتداءً من 24 ديسمبر 2026"
`,
  ],
];

/** What a review of the change has to say, or the demonstration did not happen. */
const SAID: readonly RegExp[] = [
  /`RET-01` .*tighter from 2026-12-24/,
  /tighter on 2026-12-24, for example: /,
  /\| Givat Tidhar \(fictional\) \| 1 \| 1 \|/,
  /\| Nof Almog \(fictional\) \| 1 \| 1 \|/,
];

/**
 * The second act: a pull request that shortens the retention of video, in a repository that holds policies and the
 * systems of several municipalities. Tells whether it was held for its owner and its impact said.
 */
export async function changePolicy(
  { github, quiet }: DemoPair,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly pull: PullRef; readonly reviewed: boolean }> {
  const repository = github.createRepository({
    owner: "gan-alonim",
    name: "national-policies",
    files: {
      ...files,
      ...systems(),
      ".github/bylaw.yml":
        'manifests: ["examples/*/manifests/*.yaml"]\nreviewers:\n  privacy: ["@gan-alonim/privacy"]\nmode: enforce\nlanguage: en\n',
    },
  });
  github.addTeamMember("gan-alonim", "privacy", "ruth");
  const message = "Keep raw video five days";
  github.commit(repository, BRANCH, { message, author: "dana", files: { [POLICY]: shorter(files[POLICY]) } });
  const pull = github.openPullRequest(repository, { title: message, head: BRANCH, author: "dana" });
  await quiet();
  const { sha } = github.pullRequest(repository, pull.number).head;
  const check = github.checkRuns(repository, sha).findLast((run) => run.name === "bylaw");
  const comment = github.comments(repository, pull.number).at(-1)?.body ?? "";
  const said = SAID.every((pattern) => pattern.test(comment));
  return { pull, reviewed: check?.conclusion === "action_required" && said };
}

function systems(): Readonly<Record<string, string>> {
  const root = packageRoot();
  return Object.fromEntries(
    TOWNS.flatMap((town) => {
      const folder = `examples/${town}/manifests`;
      return listFiles(join(root, folder)).map((file) => {
        const path = `${folder}/${file}`;
        return [path, readFileSync(join(root, path), "utf8")] as const;
      });
    }),
  );
}

function shorter(text = ""): string {
  return EDITS.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the text to change does not stand in ${POLICY}`);
    return before.replace(from, to);
  }, text);
}
