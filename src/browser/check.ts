import { elementOf } from "./check/build-element.ts";
import { openPage } from "./check/open-page.ts";

// The page says what it can do without a script until here; from now on it does it.
const root = elementOf("check", HTMLElement);
document.getElementById("check-without")?.remove();
root.hidden = false;
await openPage(root);
