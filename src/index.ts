// The pure part of Bylaw, for other programs. The app, the command line and the stand-in are not exported.
export { compareRuleOf } from "./change/compare-rule-of.ts";
export { openImpactBase } from "./change/impact/impact-base.ts";
export { type ImpactOptions, impactOf } from "./change/impact/impact-of.ts";
export { compareBundles, reviewPolicies } from "./change/review-policies.ts";
export type { Bundle } from "./engine/bundle.ts";
export { ENGINE_VERSION } from "./engine/engine-version.ts";
export { type EvaluateOptions, evaluate } from "./engine/evaluate.ts";
export { type LoadedBundle, loadBundle } from "./engine/load-bundle.ts";
export { review } from "./engine/review.ts";
export type { Submitted } from "./engine/submitted.ts";
export type { Document, FileProblem, Loaded, Location, Manifest } from "./model/document.ts";
export type { Finding, ReportDocument } from "./model/generated/report.ts";
export type { Impact } from "./model/impact.ts";
export type { Review, ReviewInput } from "./model/review.ts";
export type { PolicyReview, SetChange } from "./model/set-change.ts";
export type { FileMode, Source } from "./model/source.ts";
export { loadDocument } from "./parse/load-document.ts";
