import { DEFAULT_GLOBS } from "../../engine/classify-path.ts";
import { ENGINE_VERSION } from "../../engine/engine-version.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { renderCheck } from "../../render/render-check.ts";
import { renderComment } from "../../render/render-comment.ts";
import { renderRefusal } from "../../render/render-refusal.ts";
import { renderRemarks, renderRemarksHeading, renderSettled } from "../../render/render-remarks.ts";
import { atMost } from "./at-most.ts";
import { answerInChild, type ChildLimits, evaluateInChild } from "./evaluate-in-child.ts";
import type { RepositoryConfiguration, Reviewer } from "./reviewer.ts";

const DEFAULTS: RepositoryConfiguration = {
  manifests: DEFAULT_GLOBS,
  policies: undefined,
  reviewers: {},
  inline: false,
  language: "en",
};

/** Each may take all the memory it is allowed, and what is submitted decides whether it does: together they stay within a container's. */
const MOST_CHILDREN = 2;

/** The engine and the words of this build, judging in a process of its own. */
export function createReviewer(limits: ChildLimits): Reviewer {
  const inTurn = atMost(MOST_CHILDREN);
  return {
    engine: ENGINE_VERSION,
    readConfiguration(source) {
      const loaded = source && loadDocument(source, { gate: true, kind: "Configuration" });
      if (!loaded?.ok) return DEFAULTS;
      const { manifests, policies, reviewers, inline, language } = loaded.document.value;
      return {
        manifests: manifests ?? DEFAULTS.manifests,
        policies,
        reviewers: reviewers ?? {},
        inline: inline ?? DEFAULTS.inline,
        language: language ?? DEFAULTS.language,
      };
    },
    review: (input) => inTurn(() => evaluateInChild(input, limits)),
    answer: (input, question) => inTurn(() => answerInChild(input, question, limits)),
    renderCheck,
    renderRemarks,
    renderSettled,
    renderRemarksHeading,
    renderComment,
    renderRefusal,
  };
}
