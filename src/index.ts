// The pure part of Bylaw, for other programs. The app, the command line and the stand-in are not exported.
export type { Bundle } from "./engine/bundle.ts";
export { ENGINE_VERSION } from "./engine/engine-version.ts";
export { type EvaluateOptions, evaluate } from "./engine/evaluate.ts";
export { type LoadedBundle, loadBundle } from "./engine/load-bundle.ts";
export { review } from "./engine/review.ts";
export type { Submitted } from "./engine/submitted.ts";
export type { Document, FileProblem, Loaded, Location, Manifest } from "./model/document.ts";
export type { Finding, ReportDocument } from "./model/generated/report.ts";
export type { Review, ReviewInput } from "./model/review.ts";
export type { FileMode, Source } from "./model/source.ts";
export { loadDocument } from "./parse/load-document.ts";
