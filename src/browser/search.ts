import { type Found, openIndex } from "../web/search/search-engine.ts";

// The search page: reads the question from the address, loads the index at the first question, and lists what it finds.
const area = document.querySelector<HTMLElement>("#search");
const field = document.querySelector<HTMLInputElement>("#q");
if (area !== null && field !== null) start(area, field);

function start(area: HTMLElement, field: HTMLInputElement): void {
  const status = area.querySelector("p");
  const list = area.querySelector("ol");
  if (status === null || list === null) return;
  const { index = "", pages = "", found = "", none = "", broken = "" } = area.dataset;
  let search: Promise<(query: string) => readonly Found[]> | undefined;
  let asked = "";

  const ask = async (query: string): Promise<void> => {
    asked = query;
    if (query === "") return show([], "");
    try {
      search ??= load(index);
      const results = (await search)(query);
      // A later question may have been asked meanwhile.
      if (asked !== query) return;
      const words = results.length === 0 ? none : found;
      show(results, words.replace("{query}", query).replace("{n}", String(results.length)));
    } catch {
      search = undefined;
      show([], broken);
    }
  };
  const show = (results: readonly Found[], words: string) => {
    status.textContent = words;
    list.replaceChildren(...results.map((result) => item(result, pages)));
  };

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  void ask(field.value.trim());
  field.addEventListener("input", () => {
    const query = field.value.trim();
    history.replaceState(null, "", query === "" ? location.pathname : `?q=${encodeURIComponent(query)}`);
    void ask(query);
  });
}

async function load(address: string): Promise<(query: string) => readonly Found[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return openIndex(await response.text());
}

function item({ id, title, description }: Found, pages: string): HTMLElement {
  const link = document.createElement("a");
  link.href = `${pages}${id}/`;
  link.textContent = title;
  const about = document.createElement("p");
  about.dir = "auto";
  about.textContent = description;
  const entry = document.createElement("li");
  entry.append(link, about);
  return entry;
}
