import type { JsonObject, JsonValue } from "../model/document.ts";
import type { ApiRequest, Reply } from "./api.ts";

/** One page of a list, with GitHub's `Link` header. `wrap` puts the list into an object. */
export function paginate<T>(
  request: ApiRequest,
  items: readonly T[],
  present: (item: T) => JsonValue,
  wrap?: (page: JsonValue[]) => JsonObject,
): Reply {
  const size = Math.min(Math.max(readInteger(request.query, "per_page", 30), 1), 100);
  const page = Math.max(readInteger(request.query, "page", 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const shown = items.slice((page - 1) * size, page * size).map(present);
  const links = [
    ...(page > 1 ? [link(request, page - 1, "prev"), link(request, 1, "first")] : []),
    ...(page < last ? [link(request, page + 1, "next"), link(request, last, "last")] : []),
  ];
  return {
    status: 200,
    body: wrap === undefined ? shown : wrap(shown),
    ...(links.length > 0 && { headers: { link: links.join(", ") } }),
  };
}

/** An integer of the query; the default where it is absent or no integer. */
export function readInteger(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number.parseInt(query.get(name) ?? "", 10);
  return Number.isNaN(value) ? otherwise : value;
}

function link({ world, path, query }: ApiRequest, page: number, rel: string): string {
  const changed = new URLSearchParams(query);
  changed.set("page", `${page}`);
  return `<${world.url}${path}?${changed}>; rel="${rel}"`;
}
