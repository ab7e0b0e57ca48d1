import type { GraphArguments, GraphObject } from "./graph.ts";
import { GraphqlError } from "./graphql-error.ts";

/** Most entries GitHub gives of a connection at once. */
const LARGEST_PAGE = 100;

/** A list in pages. Throws, as GitHub does, unless `first` or `last` says how much, at most 100. */
export function connection<T>(
  name: string,
  items: readonly T[],
  args: GraphArguments,
  present: (item: T) => GraphObject,
): GraphObject {
  const [size, side] = sizeOf(name, args);
  const from = readCursor(args.after) ?? -1;
  const to = readCursor(args.before) ?? items.length;
  const inside = [...items.entries()].filter(([index]) => index > from && index < to);
  const page = side === "first" ? inside.slice(0, size) : inside.slice(Math.max(inside.length - size, 0));
  const [first, last] = [page[0]?.[0], page.at(-1)?.[0]];
  const cursors = {
    hasNextPage: () => last !== undefined && last < items.length - 1,
    hasPreviousPage: () => first !== undefined && first > 0,
    startCursor: () => cursorOf(first),
    endCursor: () => cursorOf(last),
  };
  return {
    type: `${name}Connection`,
    as: [],
    fields: {
      totalCount: () => items.length,
      nodes: () => page.map(([, item]) => present(item)),
      pageInfo: () => ({ type: "PageInfo", as: [], fields: cursors }),
    },
  };
}

function sizeOf(name: string, args: GraphArguments): [number, "first" | "last"] {
  const side = typeof args.first === "number" ? "first" : "last";
  const size = args[side];
  if (typeof size !== "number") {
    throw new GraphqlError(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
      "MISSING_PAGINATION_BOUNDARIES",
    );
  }
  if (size < 0 || size > LARGEST_PAGE) {
    throw new GraphqlError(
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${side}\` limit of ${LARGEST_PAGE} records.`,
      "EXCESSIVE_PAGINATION",
    );
  }
  return [size, side];
}

function cursorOf(index: number | undefined): string | null {
  return index === undefined ? null : Buffer.from(`cursor:${index}`).toString("base64");
}

function readCursor(cursor: unknown): number | undefined {
  if (typeof cursor !== "string") return undefined;
  const index = /^cursor:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8"))?.[1];
  if (index === undefined)
    throw new GraphqlError(`\`${cursor}\` does not appear to be a valid cursor.`, "INVALID_CURSOR_ARGUMENTS");
  return Number(index);
}
