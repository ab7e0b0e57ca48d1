import { html } from "./html.ts";
import { stateOf } from "./page.ts";
import { newestChecks, verdictOf } from "./page-checks.ts";
import { renderShell } from "./page-shell.ts";
import type { Repository, World } from "./world.ts";

/** Every repository with its pull requests, newest first. */
export function renderIndexPage(world: World): string {
  const repositories = [...world.repositories.values()];
  const none = html`<p>There is no repository yet.</p>`;
  const main = repositories.length === 0 ? none : html`${repositories.map(renderRepository)}`;
  return renderShell("Repositories", html`<h1>Repositories</h1>`, main);
}

function renderRepository(repository: Repository) {
  const pulls = [...repository.pulls.values()].reverse();
  return html`<section><h2><bdi>${repository.fullName}</bdi></h2>
${pulls.length === 0 && html`<p class="dim">No pull requests.</p>`}<ul class="plain">${pulls.map((pull) => {
    const { word, tone } = stateOf(pull);
    const address = `/${encodeURIComponent(repository.owner.login)}/${encodeURIComponent(repository.name)}/pull/${pull.number}`;
    return html`<li><a href="${address}" dir="auto">${pull.title}</a> <span class="number">#${pull.number}</span>
<span class="${tone}">${word}</span> ${newestChecks(pull).map((run) => html`${verdictOf(run)} <code>${run.name}</code> `)}</li>`;
  })}</ul></section>`;
}
