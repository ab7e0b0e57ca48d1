import { elementOf } from "./build-element.ts";

/** Panels of which one is shown, with tabs that arrow keys move between. */
export interface Tabs {
  show(name: string): void;
}

/** Brings the tabs `check-tab-NAME` and their panels `check-NAME` to life. */
export function showTabs(names: readonly string[]): Tabs {
  const tabs = names.map((name) => ({
    name,
    tab: elementOf(`check-tab-${name}`, HTMLElement),
    panel: elementOf(`check-${name}`, HTMLElement),
  }));
  const show = (chosen: string) => {
    for (const { name, tab, panel } of tabs) {
      panel.hidden = name !== chosen;
      tab.setAttribute("aria-selected", String(name === chosen));
      tab.tabIndex = name === chosen ? 0 : -1;
    }
  };
  for (const [index, { name, tab }] of tabs.entries()) {
    tab.addEventListener("click", () => show(name));
    tab.addEventListener("keydown", ({ key }) => {
      // There are two: both arrows lead to the other one, whichever way the page is written.
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      const other = tabs[(index + 1) % tabs.length];
      if (other === undefined) return;
      show(other.name);
      other.tab.focus();
    });
  }
  return { show };
}
