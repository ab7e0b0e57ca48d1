/** One thing that was looked at. */
export interface Diagnosis {
  /** `wrong` keeps the app from doing its work; a `note` is for the operator to judge. */
  readonly level: "well" | "note" | "wrong";
  readonly what: string;
  /** What to do, an imperative. */
  readonly help?: string;
}

export const well = (what: string): Diagnosis => ({ level: "well", what });
export const note = (what: string, help: string): Diagnosis => ({ level: "note", what, help });
export const wrong = (what: string, help: string): Diagnosis => ({ level: "wrong", what, help });
