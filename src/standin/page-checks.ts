import { type Html, html } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import { presentApp } from "./present-installation.ts";
import type { CheckRun, PullRequest, World } from "./world.ts";

/** Conclusions as people read them. What GitHub lets pass is good, whatever it is called. */
const WORDS: Readonly<Record<string, readonly [sign: string, word: string, tone: string]>> = {
  success: ["✓", "Successful", "good"],
  neutral: ["■", "Neutral", "good"],
  skipped: ["■", "Skipped", "good"],
  failure: ["✗", "Failed", "bad"],
  timed_out: ["✗", "Timed out", "bad"],
  cancelled: ["■", "Cancelled", "bad"],
  action_required: ["!", "Action required", "wait"],
};

/** The newest check of each name on the head commit. */
export function newestChecks(pull: PullRequest): CheckRun[] {
  const runs = pull.repository.checkRuns.filter((run) => run.headSha === pull.head.sha);
  return [...new Map(runs.map((run) => [`${run.appId} ${run.name}`, run])).values()];
}

/** The checks of the head commit with their output in full. */
export function renderChecks(world: World, pull: PullRequest): Html {
  const checks = newestChecks(pull);
  return html`<section aria-labelledby="checks"><h2 id="checks">Checks</h2>
<p>${overall(checks)} <span class="dim">Head commit <code>${pull.head.sha.slice(0, 12)}</code></span></p>
${checks.map((run) => renderCheck(world, run))}</section>`;
}

/** A check's sign and word, coloured; the word alone says it all. */
export function verdictOf(run: CheckRun): Html {
  const waiting = ["…", run.status === "queued" ? "Queued" : "In progress", "wait"] as const;
  const [sign, word, tone] = (run.conclusion === null ? undefined : WORDS[run.conclusion]) ?? waiting;
  return html`<strong class="${tone}"><span aria-hidden="true">${sign}</span> ${word}</strong>`;
}

function overall(checks: readonly CheckRun[]): Html {
  if (checks.length === 0) return html`<span class="dim">No check has reported.</span>`;
  if (checks.some((run) => run.status !== "completed"))
    return html`<strong class="wait">Checks are running.</strong>`;
  return checks.every((run) => WORDS[run.conclusion ?? ""]?.[2] === "good")
    ? html`<strong class="good">All checks have passed.</strong>`
    : html`<strong class="bad">Some checks were not successful.</strong>`;
}

function renderCheck(world: World, run: CheckRun): Html {
  const { name = "" } = presentApp(world, run.appId);
  const actions = run.actions.map(
    (action) =>
      html`<li><strong dir="auto">${action.label}</strong> <span dir="auto">${action.description}</span></li>`,
  );
  return html`<article class="box" id="check-${run.id}">
<h3>${verdictOf(run)} <code>${run.name}</code> <span class="dim">by <bdi>${`${name}`}</bdi></span></h3>
<section class="text">
${run.title !== null && html`<p dir="auto"><strong>${run.title}</strong></p>`}
${run.summary !== null && renderMarkdown(run.summary)}
${run.text !== null && html`<details><summary>Details</summary>${renderMarkdown(run.text)}</details>`}
${actions.length > 0 && html`<p class="dim">Offers:</p><ul>${actions}</ul>`}
${run.annotations.length > 0 && html`<p class="dim">${run.annotations.length} annotations, shown at their lines below.</p>`}
</section></article>`;
}
