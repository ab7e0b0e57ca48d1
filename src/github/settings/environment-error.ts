/** The environment does not say what the app needs: one line that names the variable, and an imperative `help`. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  readonly help: string;

  constructor(message: string, help: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.help = help;
  }
}
