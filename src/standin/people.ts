import { setTeamMember } from "./access.ts";
import * as checks from "./check-runs.ts";
import * as comments from "./comments.ts";
import { changeInstallation, changeInstalledRepository } from "./installation-events.ts";
import * as groups from "./merge-groups.ts";
import * as pulls from "./pulls.ts";
import * as pushes from "./pushes.ts";
import * as repositories from "./repositories.ts";
import * as reviews from "./reviews.ts";
import type { Standin } from "./standin.ts";
import type { World } from "./world.ts";

/** What people do on GitHub, bound to a world. */
export function peopleOf(world: World) {
  return {
    createRepository: (given) => repositories.createRepository(world, given).fullName,
    createFork: (name, owner) => repositories.forkRepository(world, name, owner).fullName,
    commit: (name, branch, change) => pushes.commit(world, name, branch, change),
    forcePush: (name, branch, sha, user) => pushes.forcePush(world, name, branch, sha, user),
    openPullRequest: (name, given) => pulls.openPullRequest(world, name, given),
    closePullRequest: (pull, user) => pulls.closePullRequest(world, pull, user),
    reopenPullRequest: (pull, user) => pulls.reopenPullRequest(world, pull, user),
    markReady: (pull, user) => pulls.markReady(world, pull, user),
    retarget: (pull, base, user) => pulls.retarget(world, pull, base, user),
    retitle: (pull, title, user) => pulls.retitle(world, pull, title, user),
    merge: (pull, user) => pulls.mergePullRequest(world, pull, user),
    createMergeGroup: (queued) => groups.createMergeGroup(world, queued),
    destroyMergeGroup: (group, reason) => groups.destroyMergeGroup(world, group, reason),
    review: (pull, given) => reviews.submitReview(world, pull, given),
    dismissReview: (pull, id) => reviews.dismissReview(world, pull, id),
    comment: (pull, user, body) => comments.writeComment(world, pull, user, body),
    editComment: (pull, id, user, body) => comments.editCommentAs(world, pull, id, user, body),
    deleteComment: (pull, id, user) => comments.deleteCommentAs(world, pull, id, user),
    addTeamMember: (org, team, user) => setTeamMember(world, org, team, user, true),
    removeTeamMember: (org, team, user) => setTeamMember(world, org, team, user, false),
    requireCheck: (name, context, appId) => {
      repositories.findRepository(world, name).requiredChecks.push({ context, appId });
    },
    setCollaborator: (name, user, role) => {
      repositories.findRepository(world, name).collaborators.set(user.toLowerCase(), role);
    },
    requestRerun: (run, user) => checks.requestRerun(world, run, user),
    requestSuiteRerun: (name, sha, user) => checks.requestSuiteRerun(world, name, sha, user),
    requestAction: (run, identifier, user) => checks.requestAction(world, run, identifier, user),
    addForeignCheck: (name, check) => checks.addForeignCheck(world, name, check),
    installation: (owner, action) => changeInstallation(world, owner, action),
    setInstalled: (name, installed) => changeInstalledRepository(world, name, installed),
  } satisfies Partial<Standin>;
}
