import type { StateCore, Token } from "markdown-it";

/**
 * Makes tags nest: one that closes nothing is dropped, one left open is closed where the paragraph, list
 * item or quotation around it ends. So no text can reach out of the box it is shown in.
 */
export function balanceTags(state: StateCore): void {
  state.tokens = balance(state, state.tokens);
}

function balance(state: StateCore, tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  /** Open tags, innermost last, one list for each block that is open itself. */
  const frames: string[][] = [[]];
  const closeAll = (): void => {
    for (const name of (frames.pop() ?? []).reverse()) result.push(closing(state, name));
  };
  for (const token of tokens) {
    if (token.nesting === -1 && frames.length > 1) closeAll();
    if (token.children !== null) token.children = balance(state, token.children);
    if (token.type !== "tag" || keep(token.content, frames.at(-1) ?? [])) result.push(token);
    if (token.nesting === 1) frames.push([]);
  }
  while (frames.length > 0) closeAll();
  return result;
}

/** Notes an opening tag; says whether a closing one fits. */
function keep(tag: string, open: string[]): boolean {
  const [, slash, name = ""] = /^<(\/?)(\w+)/.exec(tag) ?? [];
  if (name === "br") return true;
  if (slash === "") {
    open.push(name);
    return true;
  }
  if (open.at(-1) !== name) return false;
  open.pop();
  return true;
}

function closing(state: StateCore, name: string): Token {
  const token = new state.Token("tag", "", 0);
  token.content = `</${name}>`;
  return token;
}
