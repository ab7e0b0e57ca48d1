import { createHash } from "node:crypto";

/** The one style sheet of all pages: light and dark, readable from 320 pixels on, no fonts to fetch. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --paper: #fff; --soft: #f6f8fa;
  --good: #116329; --bad: #a40e26; --wait: #7d4e00; --link: #0550ae; --add: #dafbe1; --cut: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --dim: #9198a1; --line: #3d444d; --paper: #0d1117;
  --soft: #151b23; --good: #56d364; --bad: #ff7b72; --wait: #e3b341; --link: #79c0ff; --add: #12261e; --cut: #301b1e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 64rem; margin-inline: auto; padding-inline: 1rem; }
header { padding-block: 1rem; border-block-end: 1px solid var(--line); }
footer { padding-block: 2rem; color: var(--dim); font-size: .875rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; font-weight: 500; }
h2 { font-size: 1.25rem; margin-block: 2rem .75rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--link); } a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
p { margin-block: .5rem; } .dim { color: var(--dim); } .number { color: var(--dim); font-weight: 300; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 2rem; padding: 0 .75rem; font-weight: 600; }
.box { border: 1px solid var(--line); border-radius: .375rem; margin-block: 1rem; overflow: hidden; }
.box > :first-child { background: var(--soft); padding: .5rem 1rem; border-block-end: 1px solid var(--line); font-weight: 400; }
.text { padding: .5rem 1rem; } .text > :first-child { margin-block-start: 0; }
.text ul, .text ol { padding-inline-start: 1.5rem; } .text blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid var(--line); }
summary { cursor: pointer; padding-block: .25rem; }
code, pre, .code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .8125rem; }
code { background: var(--soft); border-radius: .25rem; padding: .1rem .3rem; } pre code, .code code { background: none; padding: 0; white-space: pre; }
pre { background: var(--soft); padding: .75rem; border-radius: .375rem; overflow-x: auto; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; } .text table { display: block; overflow-x: auto; max-width: 100%; }
.text th, .text td { border: 1px solid var(--line); padding: .25rem .75rem; text-align: start; } .text th { overflow-wrap: normal; } .right { text-align: end !important; } .center { text-align: center !important; }
.code { width: 100%; direction: ltr; text-align: left; } .code td { padding: 0 .5rem; vertical-align: top; }
.code .line { color: var(--dim); text-align: right; user-select: none; width: 1%; white-space: nowrap; }
.code .added { background: var(--add); } .code .removed { background: var(--cut); } .code .gap { background: var(--soft); color: var(--dim); }
.note { font: 1rem/1.5 system-ui, sans-serif; border: 1px solid var(--line); border-inline-start: .25rem solid currentColor; border-radius: .375rem;
  margin: .5rem 0; padding: .5rem .75rem; background: var(--paper); max-width: min(48rem, calc(100vw - 4rem)); position: sticky; left: .5rem; }
.note > * { color: var(--ink); } .note .level { color: inherit; font-weight: 600; } .note p { margin: 0; white-space: pre-wrap; }
ul.plain { list-style: none; padding: 0; } ul.plain > li { padding-block: .75rem; border-block-end: 1px solid var(--line); }
`;

/** Allows the style sheet above and nothing else: no script, no image, no request, no form, no frame. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;
