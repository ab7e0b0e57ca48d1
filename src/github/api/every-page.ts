import type { Client } from "./client.ts";

/** More pages than this are an answer that leads in a circle. */
const MOST_PAGES = 1_000;

/** The items of all pages of a list. */
export async function everyPage(
  client: Client,
  route: string,
  {
    itemsOf,
    ...parameters
  }: Readonly<Record<string, unknown>> & {
    readonly itemsOf: (page: unknown) => readonly unknown[];
  },
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = itemsOf(await client.rest(route, { ...parameters, per_page: 100, page }));
    items.push(...found);
    if (found.length < 100) break;
  }
  return items;
}
