import { AppError } from "../../../domain/errors.ts";
import { WALLET_RULES, type WalletState } from "../../../domain/explain/other-rules.ts";
import type { UserId } from "../../../domain/ids.ts";
import { walletWorkflowId } from "../../../workflows/contracts/wallet.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleUserWithWallet } from "../../reads/wallets.ts";
import { explainSubject } from "./explain-subject.ts";
import { ExplanationWire, WalletOwnerParams } from "./schemas.ts";

export const explainWallet = endpoint(
  {
    method: "get",
    path: "/users/{userId}/wallet/explain",
    operationId: "explainWallet",
    tag: "Explain",
    summary: "Why the user's wallet is not active: what it waits for, who must act, and the evidence.",
    access: "read",
    params: WalletOwnerParams,
    shape: "flagged",
    status: 200,
    data: ExplanationWire,
    errors: ["USER_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const user = await visibleUserWithWallet(deps.db, caller, params.userId);
    if (!user) throw new AppError("USER_NOT_FOUND", { userId: params.userId });
    const { id, wallet, createdAt } = user;
    const state = (wallet?.status ?? "MISSING") as WalletState; // the database's check allows no other
    const isFinished = state === "ACTIVE";
    const updatedAt = wallet?.updatedAt ?? createdAt;
    return ok(
      await explainSubject(deps, {
        kind: "wallet",
        id: wallet?.id ?? id,
        state,
        isFinished,
        rule: WALLET_RULES[state],
        commands: [],
        workflows: [{ workflowId: walletWorkflowId(id as UserId), status: state, updatedAt, isFinal: isFinished }],
        booked: null,
        references: wallet ? [{ provider: "stellar", kind: "account", id: wallet.publicKey }] : [],
        statesPage: null,
      }),
    );
  },
);
