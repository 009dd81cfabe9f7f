import { commentUpdate } from "../../../../workflows/contracts/dispute.ts";
import { endpoint } from "../../../endpoint.ts";
import { created } from "../../../envelope.ts";
import { refuseBoundKey } from "../../../grants.ts";
import { presentComment } from "../present.ts";
import { CommentWire } from "../schemas.ts";
import { askDispute } from "./command-dispute.ts";
import { CommentDisputeBody, DisputeParams } from "./schemas.ts";

export const commentDispute = endpoint(
  {
    method: "post",
    path: "/disputes/{id}/comment",
    operationId: "commentDispute",
    tag: "Disputes",
    summary: "Say something about a dispute that is not resolved yet.",
    access: "support",
    params: DisputeParams,
    body: CommentDisputeBody,
    shape: "flagged",
    status: 201,
    data: CommentWire,
    errors: ["DISPUTE_NOT_FOUND", "INVALID_STATE"],
    idempotency: { kind: "attach", keepDays: 3650 },
  },
  async (call) => {
    const { body, caller, identity, deps, params } = call;
    refuseBoundKey(caller); // it would speak for support; a party adds evidence
    const commentId = identity.idFor("disputeComment");
    const author = body.author ?? caller.name;
    const { dispute } = await askDispute(call, {
      disputeId: params.id,
      update: commentUpdate,
      argument: { commentId, comment: body.comment, author },
      allowedStates: ["OPEN", "UNDER_REVIEW"],
      isAchieved: ({ comments }) => comments.some(({ id }) => id === commentId),
    });
    const written = dispute.comments.find(({ id }) => id === commentId);
    const said = { id: commentId, disputeId: dispute.id, comment: body.comment, author, createdAt: deps.now() };
    return created(presentComment(written ?? said));
  },
);
