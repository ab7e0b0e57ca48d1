import { effectRank } from "../engine/effect-order.ts";
import type { ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { Effect } from "../model/rule.ts";
import type { Source } from "../model/source.ts";
import type { Format } from "./formats.ts";

/** A report in one format; the renderer is loaded only when asked for. */
export async function renderFormat(
  report: ReportDocument,
  format: Format,
  options: {
    readonly language: Language;
    readonly failOn: Effect;
    readonly color: boolean;
    readonly read: (file: string) => Source;
    /** Files already read, under the names the report has for them: the policies may come from elsewhere. */
    readonly sources: readonly Source[];
  },
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../render/render-json.ts")).renderJson(report);
    case "sarif":
      return (await import("../render/render-sarif.ts")).renderSarif(report, { language: options.language });
    case "markdown":
      return (await import("../render/render-markdown.ts")).renderMarkdown(report, {
        language: options.language,
      });
    case "github":
      return (await import("../render/render-github.ts")).renderGithub(report, {
        language: options.language,
      });
    case "csv":
      return (await import("../render/render-csv.ts")).renderCsv(report, { language: options.language });
    case "junit":
      return (await import("../render/render-junit.ts")).renderJunit(report, {
        language: options.language,
        fails: (effect) => effectRank(effect) >= effectRank(options.failOn),
      });
    case "text": {
      const known = new Map(options.sources.map((source) => [source.file, source]));
      const text = (file: string) => new TextDecoder().decode((known.get(file) ?? options.read(file)).bytes);
      const { renderText } = await import("../render/render-text.ts");
      return renderText(report, { text, color: options.color, language: options.language });
    }
  }
}
