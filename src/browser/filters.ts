// Filters of a list: each choice stands in the address, and hides the rows that are not of it.
for (const filters of document.querySelectorAll<HTMLElement>("[data-filters]")) start(filters);

function start(filters: HTMLElement): void {
  const table = document.getElementById(filters.dataset.filters ?? "");
  const status = filters.querySelector("[role=status]");
  if (table === null || status === null) return;
  const rows = [...table.querySelectorAll<HTMLElement>("tbody > tr")];
  const choices = [...filters.querySelectorAll("select")];

  const apply = (): void => {
    const chosen = choices.filter(({ value }) => value !== "");
    for (const row of rows)
      row.hidden = !chosen.every(({ name, value }) => marksOf(row, name).includes(value));
    const shown = rows.filter(({ hidden }) => !hidden).length;
    const words = filters.dataset.shown ?? "";
    status.textContent = words.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
  };
  const fromAddress = (): void => {
    const address = new URLSearchParams(location.search);
    for (const choice of choices) {
      choice.value = address.get(choice.name) ?? "";
      // What the address asks for and the list does not have is no choice.
      if (choice.selectedIndex === -1) choice.value = "";
    }
    apply();
  };
  filters.addEventListener("input", () => {
    const query = new URLSearchParams(
      choices.flatMap(({ name, value }) => (value === "" ? [] : [[name, value]])),
    );
    history.replaceState(null, "", query.size === 0 ? location.pathname : `?${query}`);
    apply();
  });
  addEventListener("popstate", fromAddress);
  filters.hidden = false;
  fromAddress();
}

/** What a row is marked with under a name; several words where it is of several kinds. */
function marksOf(row: HTMLElement, name: string): readonly string[] {
  return (row.dataset[name] ?? "").split(" ");
}
