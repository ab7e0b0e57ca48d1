import { APP_ASSETS } from "../server/app-assets.ts";
import type { NewApp } from "./convert-code.ts";

/** The first page: what is missing, and the form that leads to a new app. */
export function firstPage(steps: readonly string[]): string {
  return page(
    "Set up Bylaw",
    `<p>The app has no credentials yet, so it reviews nothing.</p>
<h2>Create the app on GitHub</h2>
<form action="/register" method="get">
<p><label>Public address of this server, without a path<br><input name="address" type="url" required placeholder="https://bylaw.example.org" size="50"></label></p>
<p><label>Organisation that owns the app; left out: your own account<br><input name="organisation" size="50"></label></p>
<p><label>Name of the app, unique on GitHub<br><input name="name" value="Bylaw" required maxlength="34" size="50"></label></p>
<p><button>Show what will be registered</button></p>
</form>
<h2>Or by hand</h2>
<ol>
${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join("\n")}
</ol>`,
  );
}

/** What will be registered, and the button that takes it to GitHub. */
export function confirmPage(action: string, manifest: object): string {
  const text = JSON.stringify(manifest, null, 2);
  return page(
    "Create the app",
    `<p>GitHub will ask you to confirm this, and then send you back here with the app's credentials.</p>
<pre>${escapeHtml(text)}</pre>
<form action="${escapeHtml(action)}" method="post">
<input type="hidden" name="manifest" value="${escapeHtml(text)}">
<p><button>Create it on GitHub</button></p>
</form>`,
  );
}

/** The credentials, shown this once, and the offer to write them down. */
export function createdPage(
  app: NewApp,
  { text, state }: { readonly text: string; readonly state: string },
): string {
  return page(
    "The app was created",
    `<p>GitHub shows the private key this once. Put these where the app will find them, and keep them secret:</p>
<pre>${escapeHtml(text)}</pre>
<form action="/env" method="post">
<input type="hidden" name="state" value="${escapeHtml(state)}">
<p><button>Write them to .env in the folder this server runs in</button></p>
</form>
<ol>
<li>Stop this server and start it with them: <code>node --env-file=.env bin/bylaw.js serve</code></li>
<li>Install the app on the repositories it is to review: ${link(app.page)}</li>
<li>Look whether everything is in place: <code>bylaw doctor</code></li>
</ol>`,
  );
}

/** One sentence, after a step that is done or was not possible. */
export function sentencePage(title: string, sentence: string): string {
  return page(title, `<p>${escapeHtml(sentence)}</p>\n<p><a href="/setup">Back to the beginning</a></p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – Bylaw</title>
<link rel="icon" href="${APP_ASSETS}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${APP_ASSETS}/site.css">
</head>
<body>
<header class="site-head"><div class="bar"><a class="brand" href="/"><span class="brand-name">Bylaw</span></a></div></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function link(address: string): string {
  return /^https?:\/\//.test(address)
    ? `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`
    : escapeHtml(address);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
