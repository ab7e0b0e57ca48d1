import type { JsonValue } from "../model/document.ts";
import { GraphqlError } from "./graphql-error.ts";

/** A value in a query: written out, or a variable to be looked up. */
export type QueryValue =
  | { readonly kind: "literal"; readonly value: JsonValue }
  | { readonly kind: "list"; readonly items: readonly QueryValue[] }
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, QueryValue>> }
  | { readonly kind: "variable"; readonly name: string };

export type Selection =
  | {
      readonly kind: "field";
      readonly alias: string;
      readonly name: string;
      readonly args: Readonly<Record<string, QueryValue>>;
      readonly selections: readonly Selection[];
    }
  | { readonly kind: "fragment"; readonly on: string | undefined; readonly selections: readonly Selection[] }
  | { readonly kind: "spread"; readonly name: string };

export interface Query {
  /** Declared variables with their defaults, and whether they must be given. */
  readonly variables: ReadonlyMap<
    string,
    { readonly fallback: JsonValue | undefined; readonly required: boolean }
  >;
  readonly selections: readonly Selection[];
  readonly fragments: ReadonlyMap<string, Extract<Selection, { kind: "fragment" }>>;
}

const TOKEN =
  /[\s,\uFEFF]+|#[^\n]*|(\.{3}|[!$()[\]{}:=@|&]|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*")/y;

/** One query with its fragments: fields, aliases, arguments, variables. Throws on mutations and directives. */
export function parseQuery(text: string): Query {
  const tokens = readTokens(text);
  const peek = (): string | undefined => tokens[0];
  const next = (): string => tokens.shift() ?? fail("the end");
  const accept = (token: string): boolean => {
    if (peek() !== token) return false;
    tokens.shift();
    return true;
  };
  const expect = (token: string): void => {
    const found = next();
    if (found !== token) fail(`\`${found}\``);
  };
  const name = (): string => {
    const token = next();
    return /^[A-Za-z_]/.test(token) ? token : fail(`\`${token}\``);
  };

  function value(): QueryValue {
    const token = next();
    if (token === "$") return { kind: "variable", name: name() };
    if (token === "[") {
      const items: QueryValue[] = [];
      while (!accept("]")) items.push(value());
      return { kind: "list", items };
    }
    if (/^[-\d"]/.test(token) || ["true", "false", "null"].includes(token)) {
      return { kind: "literal", value: readLiteral(token) };
    }
    if (token === "{") {
      const fields: Record<string, QueryValue> = {};
      while (!accept("}")) {
        const key = name();
        expect(":");
        fields[key] = value();
      }
      return { kind: "object", fields };
    }
    // A bare name is a value of an enumeration.
    return /^[A-Za-z_]/.test(token) ? { kind: "literal", value: token } : fail(`\`${token}\``);
  }

  function args(): Record<string, QueryValue> {
    const found: Record<string, QueryValue> = {};
    if (!accept("(")) return found;
    while (!accept(")")) {
      const key = name();
      expect(":");
      found[key] = value();
    }
    return found;
  }

  function selection(): Selection {
    if (accept("...")) {
      if (peek() === "{") return { kind: "fragment", on: undefined, selections: selectionSet() };
      const first = name();
      if (first !== "on") return { kind: "spread", name: first };
      return { kind: "fragment", on: name(), selections: selectionSet() };
    }
    const first = name();
    const field = accept(":") ? name() : first;
    return {
      kind: "field",
      alias: first,
      name: field,
      args: args(),
      selections: peek() === "{" ? selectionSet() : [],
    };
  }

  function selectionSet(): Selection[] {
    expect("{");
    const found: Selection[] = [];
    while (!accept("}")) found.push(selection());
    return found.length > 0 ? found : fail("an empty selection");
  }

  function type(): boolean {
    if (accept("[")) {
      type();
      expect("]");
    } else name();
    return accept("!");
  }

  const variables = new Map<string, { fallback: JsonValue | undefined; required: boolean }>();
  if (peek() !== "{") {
    expect("query");
    if (peek() !== "(" && peek() !== "{") name();
    if (accept("(")) {
      while (!accept(")")) {
        expect("$");
        const variable = name();
        expect(":");
        const required = type();
        const given = accept("=") ? value() : undefined;
        const fallback = given?.kind === "literal" ? given.value : undefined;
        variables.set(variable, { fallback, required: required && fallback === undefined });
      }
    }
  }
  const selections = selectionSet();
  const fragments = new Map<string, Extract<Selection, { kind: "fragment" }>>();
  while (tokens.length > 0) {
    expect("fragment");
    const fragment = name();
    expect("on");
    fragments.set(fragment, { kind: "fragment", on: name(), selections: selectionSet() });
  }
  return { variables, selections, fragments };
}

function readTokens(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return fail(`\`${text.slice(at, at + 1)}\``);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

function readLiteral(token: string): JsonValue {
  try {
    // The grammar above lets through only what JSON writes the same way.
    return JSON.parse(token) as JsonValue;
  } catch {
    return fail(`\`${token}\``);
  }
}

function fail(found: string): never {
  throw new GraphqlError(`Parse error: ${found} is not understood here`);
}
