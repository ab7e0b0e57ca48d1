import type { FormField } from "../../forms/form-model.ts";
import { boxesControl, choiceControl, radiosControl } from "./choice-controls.ts";
import type { ControlContext, FormControl } from "./control-parts.ts";
import { entryControl } from "./entry-control.ts";

/** The control for a field, by how it is answered. Blank is unknown, and every control can be blank. */
export function formControl(field: FormField, context: ControlContext): FormControl {
  switch (field.input) {
    case "choice":
      return choiceControl(field, context);
    case "yes-no":
      return radiosControl(context);
    case "choices":
      return boxesControl(field, context);
    default:
      return entryControl(field, context);
  }
}
