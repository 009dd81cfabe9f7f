// Generated from docs/openapi.json.

export interface paths {
    "/admin/deposits/rescan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read again what deposits came, and credit those that were left out.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["rescanDeposits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/fence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which deployment signs, and whether it is this one.
         * @description Needs the scope `support`.
         */
        get: operations["getFence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/fence/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make this deployment the one that signs. Stop the other one first.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["takeFence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether outgoing money is stopped, by whom and why.
         * @description Needs the scope `support`.
         */
        get: operations["getFreeze"];
        put?: never;
        /**
         * Stop all outgoing money at once; deposits go on. Also withdraws a request to unfreeze.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["freezeOperations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/maintenance/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take commands again.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["disableMaintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/maintenance/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take no commands from now on; reads, webhooks and payments under way go on.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["enableMaintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/maintenance/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether commands are taken now.
         * @description Needs the scope `read`.
         */
        get: operations["getMaintenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Platform payouts, newest first.
         * @description Needs the scope `support`.
         */
        get: operations["listPlatformPayouts"];
        put?: never;
        /**
         * Ask to take money out of a wallet of the platform or of a suspended user; a second person's key approves it.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["requestPlatformPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One platform payout.
         * @description Needs the scope `support`.
         */
        get: operations["getPlatformPayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what another key asked for. The key that approves must be older than the request.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["approvePlatformPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a request that nobody has approved; one key is enough.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["cancelPlatformPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/platform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The platform's own wallets as the chain has them, its fees, and what it took out of providers' budgets.
         * @description Needs the scope `support`.
         */
        get: operations["getPlatform"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where our ledger, our records and the chain do not agree, since when, and why if it can be told.
         * @description Needs the scope `support`.
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reconciliation/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare our ledger, our records and the chain now.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 1 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["runReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/treasury/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book money of the operator's own that went into or out of the account at Airtm. In crypto mode: 404.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for always days.
         */
        post: operations["bookTreasury"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to let outgoing money go; asked by a second person's key, it goes.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["unfreezeOperations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/wallets/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many wallets each encryption key still seals, and where the rotation is.
         * @description Needs the scope `support`.
         */
        get: operations["getKeyRotation"];
        put?: never;
        /**
         * Seal every wallet under the newest encryption key, while payments go on.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["rotateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book money as lost that the ledger shows and nobody holds: in suspense, or taken back by the issuer.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for always days.
         */
        post: operations["writeOffBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, newest first.
         * @description Needs the scope `support`.
         */
        get: operations["listAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys that were not revoked, newest first.
         * @description Needs the scope `support`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key; the key itself is shown this once.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key and its tokens, at once and for ever.
         * @description Needs the scope `support`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/api-keys/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short-lived token in place of an API key; it dies with the key.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["createTokenForKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The credential that was sent.
         * @description Any credential will do.
         */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short-lived token of the master key, for the master key only.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Currencies, limits and features in force.
         * @description No credential is needed.
         */
        get: operations["getConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disputes, newest first.
         * @description Needs the scope `read`.
         */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dispute, with its order and what was said.
         * @description Needs the scope `read`.
         */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody of support takes care of it.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 3650 days.
         */
        post: operations["assignDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something about a dispute that is not resolved yet.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 3650 days.
         */
        post: operations["commentDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add evidence to a dispute that is not resolved yet.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 3650 days.
         */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the dispute is not resolved: what it waits for, who must act, the evidence, and what may be done now.
         * @description Needs the scope `read`.
         */
        get: operations["explainDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a decision would pay now, with its fees and transactions. Changes nothing.
         * @description Needs the scope `read`.
         */
        post: operations["previewDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide: the contract pays the seller, the buyer, or both.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 3650 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["resolveDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, in order: a stream of server-sent events, or with `Accept: application/json` a page.
         * @description Needs the scope `events.read`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This process is alive.
         * @description No credential is needed.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of every dependency; 503 when one is away that the service cannot do without.
         * @description No credential is needed.
         */
        get: operations["getDetailedHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The installation and the credential that was sent.
         * @description Any credential will do.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments that are parked, oldest first: why, since when, and who must act.
         * @description Needs the scope `support`.
         */
        get: operations["listParkedOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{workflowType}/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a parked payment: try again, give the step up, or have a settled step looked up.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days.
         */
        post: operations["decideOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a parked payment: try again, give the step up, or have a settled step looked up.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days.
         */
        post: operations["decideOperationAtShortPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, newest first; buyerId and sellerId together mean either.
         * @description Needs the scope `read`.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Open an order between a buyer and a seller.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order, with its escrow and milestones.
         * @description Needs the scope `read`.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the order before its escrow is funded, and give back what was held. A key of one user undoes only what a key of that user held.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/escrow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy the order's escrow contract.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["createEscrow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/escrow/fund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the reserved money into the escrow contract.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["fundEscrow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the order is not finished: what it waits for, who must act, the evidence, and what may be done now.
         * @description Needs the scope `read`.
         */
        get: operations["explainOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The order's milestones, oldest first.
         * @description Needs the scope `read`.
         */
        get: operations["listMilestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/milestones/{ref}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller has done a part of the order; also said on the contract.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["completeMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the order is now, step by step, and what it waits for.
         * @description Needs the scope `read`.
         */
        get: operations["getOrderProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold the buyer's money for the order.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["reserveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/resolution/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disagree about a funded order: its contract is frozen until support has decided.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 3650 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disagree about a funded order: its contract is frozen until support has decided.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 3650 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["openDisputeAtShortPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/resolution/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a release, a refund or a split would pay now, with its fees and transactions. Changes nothing.
         * @description Needs the scope `read`.
         */
        post: operations["previewSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/resolution/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the buyer back from escrow, less the fees that the contract takes.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the buyer back from escrow, less the fees that the contract takes.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["refundOrderAtShortPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/resolution/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the seller from escrow.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["releaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the seller from escrow.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["releaseOrderAtShortPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this installation can serve, dependency by dependency; 503 when it cannot.
         * @description No credential is needed.
         */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Top-ups, newest first. 404 without Airtm.
         * @description Needs the scope `read`.
         */
        get: operations["listTopUps"];
        put?: never;
        /**
         * Ask a user's Airtm account for money; the user confirms at `confirmationUri`. 404 without Airtm.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["createTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One top-up. 404 without Airtm.
         * @description Needs the scope `read`.
         */
        get: operations["getTopUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where Airtm sends users back: on to the marketplace's page. Nothing in the address is believed.
         * @description No credential is needed.
         */
        get: operations["topUpCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a top-up that its user has not confirmed. 404 without Airtm.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["cancelTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the top-up is not finished: what it waits for, who must act, and the evidence. 404 without Airtm.
         * @description Needs the scope `read`.
         */
        get: operations["explainTopUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the top-up is now, and what it waits for. 404 without Airtm.
         * @description Needs the scope `read`.
         */
        get: operations["getTopUpProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topups/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Airtm about a top-up, and show it. 404 without Airtm.
         * @description Needs the scope `read`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["refreshTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, newest first.
         * @description Needs the scope `read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user with a wallet; a known externalUserId answers with the existing one.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user.
         * @description Needs the scope `read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/airtm/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tie a user to the Airtm account with this e-mail address. 404 without Airtm.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["linkAirtm"];
        /**
         * Untie a user from their Airtm account, once nothing of theirs is under way there. 404 without Airtm.
         * @description Needs the scope `write`.
         */
        delete: operations["unlinkAirtm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a suspended user's money leave again, if it might before; what was parked meanwhile waits for a decision.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["reinstateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold back everything that would leave a user; what comes in goes on.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["suspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user can spend and what is held; zeros for an unknown user.
         * @description Needs the scope `read`.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/cancel-reservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back what is held for an order, or a part of it. A key of one user undoes only what a key of that user held.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["cancelReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to what a user can spend, by hand: nothing moves on the chain.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["creditBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/debit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take from what a user can spend, by hand: nothing moves on the chain.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["debitBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/deduct-reserved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away what is held for an order, by hand: nothing moves on the chain.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["deductReserved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give what is held for an order to its seller, by hand: nothing moves on the chain. Answers with the seller's balance.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["releaseBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a user's money for an order of yours, once per order.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["reserveBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare the books with the wallet on the chain (with Airtm: with all that lies there), and flag a difference in the audit log. Nothing is corrected.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["syncBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/balance/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The balance, compared with all that the user's wallet holds on the chain; with Airtm, with what lies there for all users.
         * @description Needs the scope `read`.
         */
        get: operations["verifyBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The user's wallet, with what the chain says it holds.
         * @description Needs the scope `read`.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/wallet/deposit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where to send USDC for this user. 404 with Airtm, where money comes by top-up.
         * @description Needs the scope `read`.
         */
        get: operations["getDepositAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/wallet/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the user's wallet is not active: what it waits for, who must act, and the evidence.
         * @description Needs the scope `read`.
         */
        get: operations["explainWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/wallet/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest operations of the wallet on the chain, newest first.
         * @description Needs the scope `read`.
         */
        get: operations["listWalletTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhook endpoints, newest first.
         * @description Needs the scope `support`.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Have events sent to an address, signed as Standard Webhooks says; the secret is shown this once.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook endpoint.
         * @description Needs the scope `support`.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        /**
         * Change where events go, or which.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["updateWebhookEndpoint"];
        /**
         * Send nothing more there, for ever.
         * @description Needs the scope `support`.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was or will be sent to an endpoint, newest first.
         * @description Needs the scope `support`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with all its attempts.
         * @description Needs the scope `support`.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one event again, now; by its own id also one that was never sent there.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a range of events again: those of them that the endpoint wants.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["replayWebhookEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a paused endpoint where it stopped.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["resumeWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret, shown this once; the one so far signs beside it for a while.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event of the type webhook_endpoint.test, whatever the endpoint wants otherwise.
         * @description Needs the scope `support`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/airtm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For Airtm: signed by Svix (`svix-id`, `svix-timestamp`, `svix-signature`). A hint to ask Airtm, no more. 404 without Airtm.
         * @description No credential is needed.
         */
        post: operations["receiveAirtmWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/trustless-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For Trustless Work: `x-tw-signature` is the hex HMAC-SHA256 of the body. A hint to look at the chain, no more.
         * @description No credential is needed.
         */
        post: operations["receiveTrustlessWorkWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Withdrawals, newest first.
         * @description Needs the scope `read`.
         */
        get: operations["listWithdrawals"];
        put?: never;
        /**
         * Send money out of a user's balance, or hold it first: crypto is sent at once, the rest waits for commit.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["createWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One withdrawal.
         * @description Needs the scope `read`.
         */
        get: operations["getWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back the money of a withdrawal that was not committed, or that Airtm still takes back.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["cancelWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a withdrawal that was held.
         * @description Needs the scope `write`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 30 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["commitWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the withdrawal is not finished: what it waits for, who must act, the evidence, and what may be done.
         * @description Needs the scope `read`.
         */
        get: operations["explainWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the withdrawal is now, and what it waits for.
         * @description Needs the scope `read`.
         */
        get: operations["getWithdrawalProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the chain, or Airtm, about a withdrawal, and show it.
         * @description Needs the scope `read`. With an `Idempotency-Key`, the same call again has one effect and one answer, for 7 days. It answers 202 when its effect is not final in time, and goes on.
         */
        post: operations["refreshWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        DepositRescan: {
            /** @description Null while it is still reading: ask again. One rescan runs at a time; one that asks for more than it reads runs after it. */
            report: {
                fromLedger: number;
                throughLedger: number;
                /** @description Deposits that had not been credited, and are now. */
                creditedCount: number;
                /** @description Events that this release cannot read; they are kept. */
                unreadCount: number;
                /** @description Deposits beyond what their wallets hold. Nothing was done about them. */
                unexplainedHashes: string[];
            } | null;
        };
        Error: {
            error: {
                code: string;
                message: string;
                details?: {
                    [key: string]: unknown;
                };
                requestId: string;
                docs: string;
            };
        };
        Fence: {
            /** @description The deployment that signs; null before the first worker. */
            holder: string | null;
            thisDeployment: string;
            /** @description Whether this deployment is the one that signs. */
            holds: boolean;
            /** @description Grows whenever somebody takes it. */
            epoch: number;
            takenBy: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            takenAt: string | null;
            reason: string | null;
        };
        Freeze: {
            frozen: boolean;
            reason: string | null;
            /** @description Id of the API key. */
            frozenBy: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            frozenAt: string | null;
            /** @description Asked for; the key of a second person must send POST /admin/unfreeze too. */
            unfreezing: {
                askedBy: string;
                /**
                 * Format: date-time
                 * @description UTC, with milliseconds.
                 */
                askedAt: string;
                reason: string | null;
            } | null;
            /** @description The same, for a person. */
            message: string;
        };
        Maintenance: {
            enabled: boolean;
            message: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            enabledAt: string | null;
            /** @description Id of the API key that switched it on. */
            enabledBy: string | null;
        };
        PlatformPayout: {
            id: string;
            /** @enum {string} */
            status: "PLATFORM_PAYOUT_REQUESTED" | "PLATFORM_PAYOUT_PENDING" | "PLATFORM_PAYOUT_COMPLETED" | "PLATFORM_PAYOUT_FAILED" | "PLATFORM_PAYOUT_CANCELED";
            source: string;
            /** @enum {string} */
            asset: "USDC" | "XLM";
            amount: string;
            destination: string;
            memo: string | null;
            /** @enum {string|null} */
            memoType: "text" | "id" | "hash" | "return" | null;
            reason: string;
            /** @description Id of the API key that asked for it. */
            requestedBy: string;
            /** @description Id of the second person's API key. */
            approvedBy: string | null;
            transactionHash: string | null;
            failureReason: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        Platform: {
            network: string;
            usdc: {
                code: string;
                issuer: string;
            };
            /** @description Of a release. */
            fees: {
                platformBps: number;
                trustlessWorkBps: number;
            };
            wallets: components["schemas"]["PlatformWallet"][];
            /** @description Taken out of each provider's budget in its present window; null: nobody can say. */
            providerRequests: {
                trustlessWork: number | null;
            };
        };
        PlatformWallet: {
            /** @description sponsor, fee-receiver, dispute-resolver; with Airtm also treasury, whose USDC funds escrows. */
            role: string;
            address: string;
            isActive: boolean;
            isOnChain: boolean;
            xlm: string;
            /** @description null: it has no trustline, and can receive none. */
            usdc: string | null;
        };
        Reconciliation: {
            lastRun: {
                id: string;
                startedAt: string;
                finishedAt: string;
                ledger: components["schemas"]["ReconciliationBook"];
                /** @description Events of the token that could not be read when they came. */
                deposits: {
                    checked: number | null;
                    differing: number | null;
                    /** @description Nothing is said of these: money of theirs was in flight. */
                    inMotion: number | null;
                    /** @description Deposits that the follower had missed. */
                    credited: number | null;
                    /** @description Why this book could not be compared. */
                    failure: string | null;
                } | null;
                wallets: components["schemas"]["ReconciliationBook"];
                escrows: components["schemas"]["ReconciliationBook"];
                fiat: components["schemas"]["ReconciliationBook"] & (Record<string, never> | null);
            } | null;
            openCount: number;
            /** @description Open ones, oldest first, 100 at most. */
            differences: components["schemas"]["ReconciliationDifference"][];
        };
        ReconciliationBook: {
            checked: number | null;
            differing: number | null;
            /** @description Nothing is said of these: money of theirs was in flight. */
            inMotion: number | null;
            /** @description Deposits that the follower had missed. */
            credited: number | null;
            /** @description Why this book could not be compared. */
            failure: string | null;
        };
        ReconciliationDifference: {
            id: string;
            kind: string;
            subject: string;
            cause: string;
            /** @description What our ledger says; seven decimals. */
            expected: string | null;
            /** @description What the chain or the postings say. */
            found: string | null;
            details: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            lastSeenAt: string;
            ageSeconds: number;
        };
        TreasuryMovement: {
            /** @enum {string} */
            rail: "airtm";
            /** @enum {string} */
            direction: "in" | "out" | "write-off";
            amount: string;
            /** @description The operator's own part of what the account holds, afterwards. */
            ownAmount: string;
        };
        KeyRotation: {
            /** @description How many wallets are sealed under each key. A key that is missing here opens none. */
            keys: {
                keyId: string;
                wallets: number;
            }[];
            /** @description The newest rotation; null when there was none lately or nobody can say. */
            rotation: {
                newestKeyId: string | null;
                rotated: number;
                unreadableCount: number;
                /** @description The first 20. */
                unreadableWallets: string[];
                startedAt: string;
                finishedAt: string | null;
            } | null;
        };
        WriteOff: {
            account: string;
            amount: string;
            /** @description What the account holds in our ledger afterwards. */
            balance: string;
        };
        /** @description Secrets, e-mails and addresses were redacted before it was stored. */
        AuditRow: {
            id: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            occurredAt: string;
            /** @enum {string} */
            action: "CREATE" | "UPDATE" | "DELETE";
            eventType: string;
            resourceType: string;
            resourceId: string;
            payloadBefore: {
                [key: string]: unknown;
            } | null;
            payloadAfter: {
                [key: string]: unknown;
            } | null;
            actorType: string;
            actorId: string;
            /** @enum {string} */
            result: "SUCCESS" | "FAILURE";
            correlationId: string | null;
        };
        NewApiKey: {
            id: string;
            name: string;
            scopes: string[];
            userId: string | null;
            maskedKey: string;
            marketplaceId: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /** @description Shown this once. */
            key: string;
        };
        ApiKey: {
            id: string;
            name: string;
            scopes: string[];
            userId: string | null;
            maskedKey: string;
            marketplaceId: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
        };
        RevokedApiKey: {
            id: string;
            /** @enum {string} */
            status: "revoked";
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            revokedAt: string;
        };
        Token: {
            /** @description Shown this once. */
            token: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            expiresAt: string;
        };
        AuthMe: {
            apiKeyId: string;
            apiKeyName: string;
            scopes: string[];
        };
        Config: {
            currencies: string[];
            limits: {
                topup: {
                    min: string;
                    max: string;
                };
                withdrawal: {
                    min: string;
                    max: string;
                };
                order: {
                    min: string;
                    max: string;
                };
            };
            features: {
                milestones: boolean;
                disputes: boolean;
                sse: boolean;
                airtm: boolean;
                trustlessWork: boolean;
                manualAdjustments: boolean;
            };
            rateLimits: {
                windowSeconds: number;
                perKey: number;
                withdrawalsPerUser: number;
                topupsPerUser: number;
            };
            providers: {
                /** @description null: money moves as crypto only. */
                fiat: string | null;
                escrow: string;
            };
            version: string;
        };
        Dispute: {
            id: string;
            orderId: string;
            /** @description Of a multi-release order: the milestone it is about. */
            milestoneRef: string | null;
            /** @enum {string} */
            openedBy: "BUYER" | "SELLER";
            /** @enum {string} */
            reason: "NOT_DELIVERED" | "QUALITY_ISSUE" | "OTHER";
            evidence: string[];
            /** @enum {string} */
            status: "OPEN" | "UNDER_REVIEW" | "RESOLVED";
            assignedTo: string | null;
            notes: string | null;
            /** @enum {string|null} */
            resolutionDecision: "FULL_RELEASE" | "FULL_REFUND" | "SPLIT" | null;
            decisionNote: string | null;
            releaseAmount: string | null;
            refundAmount: string | null;
            comments: components["schemas"]["DisputeComment"][];
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            resolvedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            order: components["schemas"]["Order"];
        };
        DisputeComment: {
            id: string;
            disputeId: string;
            comment: string;
            author: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
        };
        Order: {
            id: string;
            clientOrderRef: string | null;
            buyerId: string;
            sellerId: string;
            amount: string;
            currency: string;
            escrowType: string;
            /** @enum {string} */
            status: "ORDER_CREATED" | "FUNDS_RESERVED" | "ESCROW_CREATING" | "ESCROW_FUNDING" | "ESCROW_FUNDED" | "IN_PROGRESS" | "RELEASE_REQUESTED" | "REFUND_REQUESTED" | "DISPUTED" | "RELEASED" | "REFUNDED" | "CLOSED";
            /** @enum {string|null} */
            outcome: "RELEASED" | "REFUNDED" | "SPLIT" | "CANCELED" | null;
            title: string;
            description: string | null;
            metadata: {
                [key: string]: unknown;
            } | null;
            escrow: components["schemas"]["Escrow"];
            dispute: components["schemas"]["DisputeOfOrder"];
            milestones: components["schemas"]["Milestone"][];
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        Escrow: {
            id: string;
            orderId: string;
            trustlessContractId: string | null;
            contractId: string | null;
            /** @enum {string} */
            status: "CREATING" | "CREATED" | "FUNDING" | "FUNDED" | "RELEASING" | "RELEASED" | "REFUNDING" | "REFUNDED" | "DISPUTED";
            amount: string;
            currency: string;
            terms: {
                milestones_required: boolean;
            };
            txHash: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            fundedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            releasedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            refundedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        } | null;
        DisputeOfOrder: {
            id: string;
            orderId: string;
            /** @description Of a multi-release order: the milestone it is about. */
            milestoneRef: string | null;
            /** @enum {string} */
            openedBy: "BUYER" | "SELLER";
            /** @enum {string} */
            reason: "NOT_DELIVERED" | "QUALITY_ISSUE" | "OTHER";
            evidence: string[];
            /** @enum {string} */
            status: "OPEN" | "UNDER_REVIEW" | "RESOLVED";
            assignedTo: string | null;
            notes: string | null;
            /** @enum {string|null} */
            resolutionDecision: "FULL_RELEASE" | "FULL_REFUND" | "SPLIT" | null;
            decisionNote: string | null;
            releaseAmount: string | null;
            refundAmount: string | null;
            comments: components["schemas"]["DisputeComment"][];
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            resolvedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        } | null;
        Milestone: {
            id: string;
            orderId: string;
            milestoneRef: string;
            ref: string;
            title: string;
            description: string;
            amount: string;
            /** @enum {string} */
            status: "OPEN" | "COMPLETED" | "RELEASE_REQUESTED" | "REFUND_REQUESTED" | "DISPUTED" | "RELEASED" | "REFUNDED" | "SPLIT";
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it was paid, of a multi-release order.
             */
            settledAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        Explanation: {
            subject: {
                /** @enum {string} */
                kind: "order" | "topup" | "withdrawal" | "dispute" | "wallet";
                id: string;
                /** @description The workflow that holds it up: its own, or that of its dispute. */
                workflowId: string;
            };
            state: string;
            isFinished: boolean;
            /** @enum {string} */
            waitingFor: "nothing" | "command" | "support" | "operator" | "provider" | "chain" | "time" | "system";
            since: string;
            /**
             * @description user: in their account at Airtm.
             * @enum {string}
             */
            whoMustAct: "nobody" | "user" | "marketplace" | "support" | "operator";
            /** @description Whole sentences for people. */
            why: string;
            step: string | null;
            /** @enum {string|null} */
            parkedReason: "LANE_BUSY" | "PROVIDER_UNAVAILABLE" | "PROVIDER_BUDGET_EXHAUSTED" | "PROVIDER_INDEX_STALE" | "NETWORK_NEWER" | "CHAIN_UNREACHABLE" | "NETWORK_BEHIND" | "HISTORY_LOST" | "WALLET_NOT_READY" | "TREASURY_LOW" | "BOOKS_SHORT" | "FIAT_BALANCE_LOW" | "FIAT_LIMIT_REACHED" | "WALLET_LOW_ON_XLM" | "FEE_LIMIT_BELOW_PRICE" | "ATTEMPT_FORGOTTEN" | "SIGNING_FROZEN" | "STORAGE_UNAVAILABLE" | "PROVIDER_REFUSED" | "CONTRACT_REFUSED" | "DESTINATION_INVALID" | "FUNDS_NOT_FREE" | "TRANSACTION_REFUSED" | "RECIPIENT_NOT_ELIGIBLE" | "USER_SUSPENDED" | "PROVIDER_CREDENTIAL_REFUSED" | "TRANSACTION_NOT_AS_INTENDED" | "ESCROW_NOT_AS_AGREED" | "STATE_UNEXPECTED" | "SIGNER_UNAVAILABLE" | "FENCE_LOST" | "ACCOUNT_OUT_OF_XLM" | "GENERATIONS_EXHAUSTED" | "DISPUTE_NOT_BEGUN" | "BOOKING_REFUSED" | "UNKNOWN_ERROR" | null;
            /** @description In plain words, as it was told, and the reason it was sorted under. */
            lastError: {
                plain: string;
                raw: string;
                code: string | null;
            } | null;
            nextAttemptAt: string | null;
            deadline: {
                /** @enum {string} */
                action: "cancel" | "release";
                /**
                 * Format: date-time
                 * @description UTC, with milliseconds.
                 */
                at: string;
            } | null;
            /** @description Why the last decision of an operator was not followed. */
            ignoredDecision: string | null;
            /** @enum {string} */
            source: "live" | "recorded" | "status";
            evidence: {
                transactions: components["schemas"]["ExplainedTransaction"][];
                providerReferences: {
                    provider: string;
                    kind: string;
                    id: string;
                }[];
                ledgerEntries: components["schemas"]["ExplainedLedgerEntry"][];
            };
            safeActions: components["schemas"]["SafeAction"][];
            links: {
                runbook: string | null;
                webUi: string | null;
                docs: string;
            };
        };
        ExplainedTransaction: {
            hash: string;
            step: string;
            workflowId: string;
            generation: number;
            /**
             * @description null: not known yet.
             * @enum {string|null}
             */
            outcome: "SUCCEEDED" | "FAILED" | "EXPIRED" | null;
            meaning: string;
            resultCode: string | null;
            ledger: number | null;
            sourceAccount: string;
            validUntil: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            preparedAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            settledAt: string | null;
            proofOfDeath: {
                [key: string]: unknown;
            } | null;
        };
        ExplainedLedgerEntry: {
            key: string;
            kind: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            recordedAt: string;
            postings: {
                account: string;
                amount: string;
            }[];
        };
        SafeAction: {
            action: string;
            how: {
                rest: string;
                signal: string | null;
            };
            whatItWouldDo: string;
            needs: string;
        };
        SettlementPreview: {
            /** @enum {string} */
            decision: "FULL_RELEASE" | "FULL_REFUND" | "SPLIT";
            /** @description What the contract holds now. */
            heldAmount: string;
            seller: {
                grossAmount: string;
                netAmount: string;
            };
            buyer: {
                grossAmount: string;
                netAmount: string;
            };
            fees: {
                trustlessWork: string;
                platform: string;
            };
            /** @description What stays in the contract afterwards. */
            remainingAmount: string;
            transactions: {
                step: string;
                /** @enum {string} */
                signedBy: "buyer" | "seller" | "resolver";
            }[];
        };
        DomainEvent: {
            eventId: string;
            eventType: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            occurredAt: string;
            aggregateId: string;
            aggregateType: string;
            payload: {
                [key: string]: unknown;
            };
            metadata: {
                correlationId: string | null;
                causationId: string | null;
                userId: string | null;
                marketplaceId: string;
            };
            /** @description Grows by one from event to event, without a gap. */
            sequence: number;
        };
        Health: {
            /** @enum {string} */
            status: "healthy";
            version: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            timestamp: string;
        };
        DetailedHealth: {
            /** @enum {string} */
            status: "healthy" | "degraded" | "unhealthy";
            version: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            timestamp: string;
            dependencies: {
                [key: string]: {
                    /**
                     * @description degraded: it answers, and a person must be told of it. disabled: not part of this installation.
                     * @enum {string}
                     */
                    status: "up" | "degraded" | "down" | "disabled";
                    /** @description False: its absence degrades, and does not stop, the service. */
                    required: boolean;
                    latencyMs: number;
                    /** @description The same, where existing clients read it. */
                    latency?: number;
                    error: string | null;
                    detail: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        Me: {
            marketplaceId: string;
            apiKey: {
                id: string;
                name: string;
                scopes: string[];
            };
            environment: string;
            version: string;
        };
        ParkedOperation: {
            workflowId: string;
            subject: {
                kind: string;
                id: string;
            };
            userIds: string[];
            state: string;
            step: string | null;
            parkedReason: string;
            why: string;
            lastError: string | null;
            txHash: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            since: string;
            ageSeconds: number;
            nextAttemptAt: string | null;
            /** @enum {string} */
            whoMustAct: "operator" | "nobody";
            links: {
                runbook: string;
                explain: string;
            };
        };
        OperatorDecision: {
            workflowId: string;
            decisionId: string;
            /** @enum {string} */
            action: "retry" | "abandon" | "markSettled";
            /**
             * @description What was decided about.
             * @enum {string|null}
             */
            parkedReason: "LANE_BUSY" | "PROVIDER_UNAVAILABLE" | "PROVIDER_BUDGET_EXHAUSTED" | "PROVIDER_INDEX_STALE" | "NETWORK_NEWER" | "CHAIN_UNREACHABLE" | "NETWORK_BEHIND" | "HISTORY_LOST" | "WALLET_NOT_READY" | "TREASURY_LOW" | "BOOKS_SHORT" | "FIAT_BALANCE_LOW" | "FIAT_LIMIT_REACHED" | "WALLET_LOW_ON_XLM" | "FEE_LIMIT_BELOW_PRICE" | "ATTEMPT_FORGOTTEN" | "SIGNING_FROZEN" | "STORAGE_UNAVAILABLE" | "PROVIDER_REFUSED" | "CONTRACT_REFUSED" | "DESTINATION_INVALID" | "FUNDS_NOT_FREE" | "TRANSACTION_REFUSED" | "RECIPIENT_NOT_ELIGIBLE" | "USER_SUSPENDED" | "PROVIDER_CREDENTIAL_REFUSED" | "TRANSACTION_NOT_AS_INTENDED" | "ESCROW_NOT_AS_AGREED" | "STATE_UNEXPECTED" | "SIGNER_UNAVAILABLE" | "FENCE_LOST" | "ACCOUNT_OUT_OF_XLM" | "GENERATIONS_EXHAUSTED" | "DISPUTE_NOT_BEGUN" | "BOOKING_REFUSED" | "UNKNOWN_ERROR" | null;
            /** @description Where to see what became of it. */
            explain: string;
        };
        Progress: {
            workflowId: string;
            state: string;
            step: string | null;
            /** @description Which signed attempt of the step; 0 before anything is signed. */
            generation: number;
            txHash: string | null;
            /** @enum {string} */
            waitingFor: "command" | "provider" | "chain" | "operator" | "support" | "nothing";
            since: string;
            parkedReason: string | null;
            lastError: string | null;
            nextAttemptAt: string | null;
            /** @description What will happen by itself, and when. */
            deadline?: {
                /** @enum {string} */
                action: "cancel" | "release";
                /**
                 * Format: date-time
                 * @description UTC, with milliseconds.
                 */
                at: string;
            } | null;
            ignoredDecision: string | null;
            /**
             * @description live: told by the workflow now; recorded: last written down; status: only the status is known.
             * @enum {string}
             */
            source: "live" | "recorded" | "status";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "unready";
            version: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            timestamp: string;
            dependencies: {
                [key: string]: {
                    /**
                     * @description degraded: it answers, and a person must be told of it. disabled: not part of this installation.
                     * @enum {string}
                     */
                    status: "up" | "degraded" | "down" | "disabled";
                    /** @description False: its absence degrades, and does not stop, the service. */
                    required: boolean;
                    latencyMs: number;
                    /** @description The same, where existing clients read it. */
                    latency?: number;
                    error: string | null;
                    detail: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        TopUp: {
            id: string;
            userId: string;
            /** @description Your own name of it. */
            reference: string | null;
            amount: string;
            currency: string;
            /** @enum {string} */
            status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
            airtmPayinId: string | null;
            /** @description Where the user confirms the payment. */
            confirmationUri: string | null;
            /** @description Where the user lands who does not. */
            cancelUri: string | null;
            /**
             * Format: date-time
             * @description What nobody confirmed by then is canceled by Airtm.
             */
            expiresAt: string | null;
            /** @description What the user paid; null before. */
            paidAmount: string | null;
            /** @description What Airtm kept of it: the balance grew by the rest. */
            fee: string | null;
            failureReason: string | null;
            description: string | null;
            metadata: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        TopUpCallback: {
            location: string;
        };
        User: {
            id: string;
            externalUserId: string;
            email: string | null;
            /** @enum {string} */
            type: "BUYER" | "SELLER" | "BOTH";
            /** @enum {string} */
            status: "ACTIVE" | "SUSPENDED" | "PENDING_VERIFICATION";
            metadata: {
                [key: string]: unknown;
            } | null;
            balance: {
                available: string;
                reserved: string;
                currency: string;
            };
            airtmLinked: boolean;
            airtmUserId: string | null;
            airtmEmail: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            airtmLinkedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        AirtmLink: {
            userId: string;
            airtmUserId: string;
            airtmEmail: string;
            email: string;
            /** @description True: Airtm has been asked, and lets this user be paid. */
            eligible: boolean;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            airtmLinkedAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            linkedAt: string;
            /** @enum {boolean} */
            success: true;
        };
        Balance: {
            userId: string;
            user_id: string;
            available: string;
            reserved: string;
            currency: string;
            total: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updated_at: string;
        };
        BalanceOperation: {
            /** @enum {boolean} */
            success: true;
            /** @enum {string} */
            operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
            amount: string;
            previousBalance: {
                available: string;
                reserved: string;
            };
            newBalance: {
                available: string;
                reserved: string;
            };
            balance: components["schemas"]["Balance"];
            auditLogId: string;
            userId: string;
            user_id: string;
            available: string;
            reserved: string;
            currency: string;
            total: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updated_at: string;
        };
        SyncResult: {
            /** @description True when it was compared, and agrees. */
            synced: boolean;
            /** @description What the wallet should hold: available and reserved. */
            localBalance: string;
            /** @description What it holds; null when it could not be compared, or something is missing at Airtm. */
            providerBalance: string | null;
            /** @description The difference, or `unknown`. */
            discrepancy: string;
            /** @enum {string} */
            action: "none" | "flagged";
            userId: string;
            user_id: string;
            available: string;
            reserved: string;
            currency: string;
            total: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updated_at: string;
        };
        VerifiedBalance: {
            userId: string;
            user_id: string;
            available: string;
            reserved: string;
            currency: string;
            total: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updated_at: string;
            /** @enum {boolean} */
            providerVerified: true;
        };
        Wallet: {
            publicKey: string;
            /** @enum {string} */
            type: "INVISIBLE" | "EXTERNAL";
            /** @enum {string} */
            provider: "STELLAR";
            isActive: boolean;
            isPrimary: boolean;
            balance: {
                usdc: string;
                xlm: string;
            };
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
        };
        DepositAddress: {
            /** @enum {string} */
            provider: "crypto";
            /** @enum {string} */
            method: "stellar_address";
            address: string;
            asset: {
                code: string;
                issuer: string;
            };
            /** @enum {string} */
            network: "testnet" | "mainnet" | "local";
            instructions: string;
        };
        WalletTransaction: {
            id: string;
            type: string;
            from: string | null;
            to: string | null;
            amount: string | null;
            asset: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            hash: string;
            successful: boolean;
        };
        WebhookEndpointWithSecret: {
            id: string;
            url: string;
            description: string | null;
            eventTypes: string[];
            userId: string | null;
            /** @enum {string} */
            status: "ACTIVE" | "PAUSED";
            /** @enum {string|null} */
            pausedReason: "GONE" | "FAILING" | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            pausedAt: string | null;
            /**
             * Format: date-time
             * @description Of the first failure since anything was taken.
             */
            failingSince: string | null;
            /** @description The newest event that was looked at for it. */
            sequence: number;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            previousSecretExpiresAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            /** @description Shown this once. */
            secret: string;
        };
        WebhookEndpoint: {
            id: string;
            url: string;
            description: string | null;
            eventTypes: string[];
            userId: string | null;
            /** @enum {string} */
            status: "ACTIVE" | "PAUSED";
            /** @enum {string|null} */
            pausedReason: "GONE" | "FAILING" | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            pausedAt: string | null;
            /**
             * Format: date-time
             * @description Of the first failure since anything was taken.
             */
            failingSince: string | null;
            /** @description The newest event that was looked at for it. */
            sequence: number;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            previousSecretExpiresAt: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        DeletedWebhookEndpoint: {
            id: string;
            /** @enum {string} */
            status: "deleted";
        };
        WebhookDelivery: {
            id: string;
            webhookEndpointId: string;
            eventId: string;
            eventType: string;
            sequence: number;
            /**
             * @description HELD: waits until its endpoint is resumed. FAILED: three days of attempts are over.
             * @enum {string}
             */
            status: "PENDING" | "DELIVERED" | "FAILED" | "HELD" | "CANCELED";
            /** @description Grows with every replay. */
            round: number;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
        WebhookDeliveryWithAttempts: {
            id: string;
            webhookEndpointId: string;
            eventId: string;
            eventType: string;
            sequence: number;
            /**
             * @description HELD: waits until its endpoint is resumed. FAILED: three days of attempts are over.
             * @enum {string}
             */
            status: "PENDING" | "DELIVERED" | "FAILED" | "HELD" | "CANCELED";
            /** @description Grows with every replay. */
            round: number;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
            attempts: {
                round: number;
                number: number;
                /**
                 * Format: date-time
                 * @description UTC, with milliseconds.
                 */
                attemptedAt: string;
                durationMs: number;
                /** @description null when there was no answer. */
                statusCode: number | null;
                error: string | null;
                /** @description The first 500 characters of the answer. */
                answerPrefix: string | null;
            }[];
        };
        WebhookReplay: {
            replayed: number;
        };
        WebhookTestEvent: {
            eventId: string;
        };
        WebhookReceipt: {
            /** @enum {string} */
            status: "ok";
            /** @description false: kept, and passed on later; or of a type that means nothing here. */
            processed: boolean;
            /** @enum {boolean} */
            duplicate?: true;
        };
        Withdrawal: {
            id: string;
            userId: string;
            /** @description Your own name of it. */
            reference: string | null;
            amount: string;
            fee: string;
            currency: string;
            /** @enum {string} */
            status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
            destinationType: string;
            destinationRef: string;
            memo: string | null;
            /** @enum {string|null} */
            memoType: "text" | "id" | "hash" | "return" | null;
            committed: boolean;
            airtmPayoutId: string | null;
            transactionHash: string | null;
            failureReason: string | null;
            description: string | null;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            updatedAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    rescanDeposits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The first Stellar ledger to read; as far back as the node's history goes without it. */
                    fromLedger?: number;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DepositRescan"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DepositRescan"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Fence"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    takeFence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Fence"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Freeze"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    freezeOperations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Freeze"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    disableMaintenance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Maintenance"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    enableMaintenance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What callers are told. */
                    message?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Maintenance"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Maintenance"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPlatformPayouts: {
        parameters: {
            query?: {
                /** @description Whose wallet pays: platform/fee-receiver, platform/sponsor, platform/dispute-resolver, platform/treasury (with Airtm), or the id of a suspended user (USDC of their available balance; not with Airtm). */
                source?: string;
                status?: "PLATFORM_PAYOUT_REQUESTED" | "PLATFORM_PAYOUT_PENDING" | "PLATFORM_PAYOUT_COMPLETED" | "PLATFORM_PAYOUT_FAILED" | "PLATFORM_PAYOUT_CANCELED";
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestPlatformPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whose wallet pays: platform/fee-receiver, platform/sponsor, platform/dispute-resolver, platform/treasury (with Airtm), or the id of a suspended user (USDC of their available balance; not with Airtm).
                     * @example platform/fee-receiver
                     */
                    source: string;
                    /** @enum {string} */
                    asset: "USDC" | "XLM";
                    /** @example 25.00 */
                    amount: string;
                    /** @description A G… or M… address; for USDC also a C… address. */
                    destination: string;
                    /** @description With a G… address only; what the receiver matches the payment by. See memoType for its form. */
                    memo?: string | null;
                    /**
                     * @description text (the default): at most 28 bytes. id: a whole number up to 18446744073709551615. hash, return: 64 hexadecimal digits. An exchange says which one it matches by.
                     * @enum {string|null}
                     */
                    memoType?: "text" | "id" | "hash" | "return" | null;
                    /** @description Why; it is kept, and the second person reads it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `SECOND_KEY_REQUIRED`: This needs the API key of a second person.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_FUNDS`: The available balance does not cover it.
             *
             *     `WITHDRAWAL_DESTINATION_INVALID`: The destination cannot receive this payment.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPlatformPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    approvePlatformPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `SECOND_KEY_REQUIRED`: This needs the API key of a second person.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_FUNDS`: The available balance does not cover it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelPlatformPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlatformPayout"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Platform"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Reconciliation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    runReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Reconciliation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Reconciliation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    bookTreasury: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description in: you put money into the account at Airtm; out: you took it; write-off: you bear what a user was paid twice.
                     * @enum {string}
                     */
                    direction: "in" | "out" | "write-off";
                    amount: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TreasuryMovement"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_FUNDS`: The available balance does not cover it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unfreezeOperations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Freeze"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `SECOND_KEY_REQUIRED`: This needs the API key of a second person.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getKeyRotation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyRotation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyRotation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyRotation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    writeOffBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The ledger account. What a user was paid twice is written off by POST /admin/treasury/movements. */
                    account: string;
                    /** @example 25.00 */
                    amount: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WriteOff"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_FUNDS`: The available balance does not cover it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuditLogs: {
        parameters: {
            query?: {
                resourceType?: string;
                resourceId?: string;
                action?: string;
                /** @description Rows about this user and this user's orders, withdrawals and keys. */
                userId?: string;
                from?: string;
                to?: string;
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditRow"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                userId?: string;
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description read, write, support, events.read or *; others are stored and grant nothing. */
                    scopes: string[];
                    name?: string | null;
                    /** @description A user's id: the key then sees and moves this user's objects only. */
                    userId?: string | null;
                    /**
                     * Format: date-time
                     * @description None: until it is revoked. A credential that ends makes only keys that end no later.
                     */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewApiKey"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RevokedApiKey"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createTokenForKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Seconds; the token ends no later than the credential that asks for it.
                     * @default 3600
                     */
                    ttl?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Token"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuthMe"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description This installation's id, see GET /me. */
                    marketplaceId: string;
                    /** @description read, write, support, events.read or *; others are stored and grant nothing. */
                    scopes: string[];
                    /** @default 900 */
                    ttlSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Token"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currencies: string[];
                        limits: {
                            topup: {
                                min: string;
                                max: string;
                            };
                            withdrawal: {
                                min: string;
                                max: string;
                            };
                            order: {
                                min: string;
                                max: string;
                            };
                        };
                        features: {
                            milestones: boolean;
                            disputes: boolean;
                            sse: boolean;
                            airtm: boolean;
                            trustlessWork: boolean;
                            manualAdjustments: boolean;
                        };
                        rateLimits: {
                            windowSeconds: number;
                            perKey: number;
                            withdrawalsPerUser: number;
                            topupsPerUser: number;
                        };
                        providers: {
                            /** @description null: money moves as crypto only. */
                            fiat: string | null;
                            escrow: string;
                        };
                        version: string;
                        data: components["schemas"]["Config"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                orderId?: string;
                status?: "OPEN" | "UNDER_REVIEW" | "RESOLVED";
                openedBy?: "BUYER" | "SELLER";
                /** @description 1 to 100 (100). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignedTo: string;
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    commentDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment: string;
                    /** @description The name of the key, when missing. */
                    author?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DisputeComment"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    explainDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Explanation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "FULL_RELEASE" | "FULL_REFUND" | "SPLIT";
                    /**
                     * @description Of a split: the seller's share, before fees.
                     * @example 120.00
                     */
                    releaseAmount?: string | null;
                    /**
                     * @description Of a split: the buyer's share, before fees.
                     * @example 120.00
                     */
                    refundAmount?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["SettlementPreview"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PROVIDER_TIMEOUT`: A provider did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "FULL_RELEASE" | "FULL_REFUND" | "SPLIT";
                    /**
                     * @description Of a split: the seller's share, before fees.
                     * @example 120.00
                     */
                    releaseAmount?: string | null;
                    /**
                     * @description Of a split: the buyer's share, before fees.
                     * @example 120.00
                     */
                    refundAmount?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `DISPUTE_NOT_FOUND`: No such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Event types, separated by commas or repeated; `order.*` and `*` are wildcards. */
                types?: string;
                /** @description Aggregate types, separated by commas or repeated. */
                resourceTypes?: string;
                userId?: string;
                /** @description As `since`, and wins over it; the header Last-Event-ID wins over both. */
                cursor?: string;
                /** @description What was read last: an event's id, a sequence number or an ISO time. Without it a stream begins now. */
                since?: string;
                /** @description 1 to 100 (20). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DomainEvent"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                    "text/event-stream": string;
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `CURSOR_EXPIRED`: What comes after the cursor is older than 30 days. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy";
                        version: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        timestamp: string;
                        data: components["schemas"]["Health"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDetailedHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                        version: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        timestamp: string;
                        dependencies: {
                            [key: string]: {
                                /**
                                 * @description degraded: it answers, and a person must be told of it. disabled: not part of this installation.
                                 * @enum {string}
                                 */
                                status: "up" | "degraded" | "down" | "disabled";
                                /** @description False: its absence degrades, and does not stop, the service. */
                                required: boolean;
                                latencyMs: number;
                                /** @description The same, where existing clients read it. */
                                latency?: number;
                                error: string | null;
                                detail: {
                                    [key: string]: unknown;
                                } | null;
                            };
                        };
                        data: components["schemas"]["DetailedHealth"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                        version: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        timestamp: string;
                        dependencies: {
                            [key: string]: {
                                /**
                                 * @description degraded: it answers, and a person must be told of it. disabled: not part of this installation.
                                 * @enum {string}
                                 */
                                status: "up" | "degraded" | "down" | "disabled";
                                /** @description False: its absence degrades, and does not stop, the service. */
                                required: boolean;
                                latencyMs: number;
                                /** @description The same, where existing clients read it. */
                                latency?: number;
                                error: string | null;
                                detail: {
                                    [key: string]: unknown;
                                } | null;
                            };
                        };
                        data: components["schemas"]["DetailedHealth"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    } | components["schemas"]["Error"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Me"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listParkedOperations: {
        parameters: {
            query?: {
                reason?: "LANE_BUSY" | "PROVIDER_UNAVAILABLE" | "PROVIDER_BUDGET_EXHAUSTED" | "PROVIDER_INDEX_STALE" | "NETWORK_NEWER" | "CHAIN_UNREACHABLE" | "NETWORK_BEHIND" | "HISTORY_LOST" | "WALLET_NOT_READY" | "TREASURY_LOW" | "BOOKS_SHORT" | "FIAT_BALANCE_LOW" | "FIAT_LIMIT_REACHED" | "WALLET_LOW_ON_XLM" | "FEE_LIMIT_BELOW_PRICE" | "ATTEMPT_FORGOTTEN" | "SIGNING_FROZEN" | "STORAGE_UNAVAILABLE" | "PROVIDER_REFUSED" | "CONTRACT_REFUSED" | "DESTINATION_INVALID" | "FUNDS_NOT_FREE" | "TRANSACTION_REFUSED" | "RECIPIENT_NOT_ELIGIBLE" | "USER_SUSPENDED" | "PROVIDER_CREDENTIAL_REFUSED" | "TRANSACTION_NOT_AS_INTENDED" | "ESCROW_NOT_AS_AGREED" | "STATE_UNEXPECTED" | "SIGNER_UNAVAILABLE" | "FENCE_LOST" | "ACCOUNT_OUT_OF_XLM" | "GENERATIONS_EXHAUSTED" | "DISPUTE_NOT_BEGUN" | "BOOKING_REFUSED" | "UNKNOWN_ERROR";
                kind?: "order" | "dispute" | "topup" | "withdrawal" | "wallet" | "refill" | "platform-payout";
                userId?: string;
                /** @description Parked for at least so long. */
                minAgeSeconds?: number;
                /** @description true: waits for a person; false: tries again by itself. */
                needsOperator?: boolean;
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ParkedOperation"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    decideOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                workflowType: string;
                /** @description What follows in the workflow's id; at the short path the whole id, URL-encoded. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "retry" | "abandon" | "markSettled";
                    reason: string;
                    /** @description markSettled needs the hash of the transaction that made it so. */
                    evidence?: {
                        txHash?: string;
                    };
                    /** @description Counts once; without it, one is made of the Idempotency-Key. */
                    decisionId?: string;
                };
            };
        };
        responses: {
            /** @description Accepted. See `Location` for what becomes of it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OperatorDecision"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `DISPUTE_NOT_FOUND`: No such dispute.
             *
             *     `NOT_FOUND`: There is nothing at this address.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             *
             *     `WITHDRAWAL_NOT_FOUND`: No such withdrawal.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    decideOperationAtShortPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description What follows in the workflow's id; at the short path the whole id, URL-encoded. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "retry" | "abandon" | "markSettled";
                    reason: string;
                    /** @description markSettled needs the hash of the transaction that made it so. */
                    evidence?: {
                        txHash?: string;
                    };
                    /** @description Counts once; without it, one is made of the Idempotency-Key. */
                    decisionId?: string;
                };
            };
        };
        responses: {
            /** @description Accepted. See `Location` for what becomes of it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OperatorDecision"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `DISPUTE_NOT_FOUND`: No such dispute.
             *
             *     `NOT_FOUND`: There is nothing at this address.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             *
             *     `WITHDRAWAL_NOT_FOUND`: No such withdrawal.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                buyerId?: string;
                sellerId?: string;
                status?: "ORDER_CREATED" | "FUNDS_RESERVED" | "ESCROW_CREATING" | "ESCROW_FUNDING" | "ESCROW_FUNDED" | "IN_PROGRESS" | "RELEASE_REQUESTED" | "REFUND_REQUESTED" | "DISPUTED" | "RELEASED" | "REFUNDED" | "CLOSED" | "CANCELLED";
                createdAfter?: string;
                createdBefore?: string;
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    buyerId: string;
                    sellerId: string;
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    title: string;
                    clientOrderRef?: string | null;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    description?: string | null;
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * @description multi-release: each milestone is paid on its own.
                     * @default single-release
                     * @enum {string}
                     */
                    escrowType?: "single-release" | "multi-release";
                    /** @default [] */
                    milestones?: {
                        milestoneRef: string;
                        title: string;
                        /**
                         * @description Missing on all: equal shares, the rest on the last.
                         * @example 120.00
                         */
                        amount?: string;
                    }[];
                    /** @description Canceled by itself unless its escrow is funded within so many hours. */
                    cancelUnfundedAfterHours?: number | null;
                    /** @description Released by itself so many days after none of its milestones is open any more, or after its funding where it has none, unless somebody asks for anything else meanwhile: then the time begins anew. */
                    releaseAfterDays?: number | null;
                    /** @description So long before either, an event reminds of it. */
                    remindBeforeHours?: number | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `INVALID_REQUEST`: Buyer and seller must be two users.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `CLIENT_ORDER_REF_REUSED`: Another order already has this clientOrderRef.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createEscrow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `ESCROW_ALREADY_EXISTS`: The order already has an escrow.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PROVIDER_ERROR`: A provider refused or failed. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    fundEscrow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `ESCROW_FUNDING_FAILED`: The escrow was not funded; the money is back as before.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `ESCROW_NOT_READY`: The escrow contract is not on the chain yet.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    explainOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Explanation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMilestones: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Milestone"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    completeMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Milestone"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Milestone"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrderProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Progress"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reserveOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Must equal the order's.
                     * @example 120.00
                     */
                    amount?: string;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `ORDER_NOT_FOUND`: No such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_FUNDS`: The available balance does not cover it.
             *
             *     `RESERVE_MISMATCH_AMOUNT`: The amount differs from the order's.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    openedBy: "BUYER" | "SELLER";
                    /** @enum {string} */
                    reason: "NOT_DELIVERED" | "QUALITY_ISSUE" | "OTHER";
                    evidence?: string[] | null;
                    /** @description Must be the order of the path. */
                    orderId?: string | null;
                    /** @description Of a multi-release order: the milestone it is about; there it is required. */
                    milestoneRef?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `DISPUTE_ALREADY_OPEN`: The order has another dispute that is not resolved.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    openDisputeAtShortPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    openedBy: "BUYER" | "SELLER";
                    /** @enum {string} */
                    reason: "NOT_DELIVERED" | "QUALITY_ISSUE" | "OTHER";
                    evidence?: string[] | null;
                    /** @description Must be the order of the path. */
                    orderId?: string | null;
                    /** @description Of a multi-release order: the milestone it is about; there it is required. */
                    milestoneRef?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Dispute"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `DISPUTE_ALREADY_OPEN`: The order has another dispute that is not resolved.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "FULL_RELEASE" | "FULL_REFUND" | "SPLIT";
                    /**
                     * @description Of a split: the seller's share, before fees.
                     * @example 120.00
                     */
                    releaseAmount?: string | null;
                    /**
                     * @description Of a split: the buyer's share, before fees.
                     * @example 120.00
                     */
                    refundAmount?: string | null;
                    /** @description Of a multi-release order. */
                    milestoneRef?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["SettlementPreview"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PROVIDER_TIMEOUT`: A provider did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a multi-release order: the milestone it is about. Missing: all that are not paid. */
                    milestoneRef?: string | null;
                    reason: string;
                    requestedBy?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refundOrderAtShortPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a multi-release order: the milestone it is about. Missing: all that are not paid. */
                    milestoneRef?: string | null;
                    reason: string;
                    requestedBy?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    releaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Of a multi-release order: the milestone it is about. Missing: all that are not paid. */
                    milestoneRef?: string | null;
                    reason?: string | null;
                    requestedBy?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    releaseOrderAtShortPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Of a multi-release order: the milestone it is about. Missing: all that are not paid. */
                    milestoneRef?: string | null;
                    reason?: string | null;
                    requestedBy?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Order"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_STATE`: It cannot do that in its present state.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MILESTONE_NOT_FOUND`: No such milestone.
             *
             *     `ORDER_NOT_FOUND`: No such order.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "degraded" | "unready";
                        version: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        timestamp: string;
                        dependencies: {
                            [key: string]: {
                                /**
                                 * @description degraded: it answers, and a person must be told of it. disabled: not part of this installation.
                                 * @enum {string}
                                 */
                                status: "up" | "degraded" | "down" | "disabled";
                                /** @description False: its absence degrades, and does not stop, the service. */
                                required: boolean;
                                latencyMs: number;
                                /** @description The same, where existing clients read it. */
                                latency?: number;
                                error: string | null;
                                detail: {
                                    [key: string]: unknown;
                                } | null;
                            };
                        };
                        data: components["schemas"]["Readiness"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "degraded" | "unready";
                        version: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        timestamp: string;
                        dependencies: {
                            [key: string]: {
                                /**
                                 * @description degraded: it answers, and a person must be told of it. disabled: not part of this installation.
                                 * @enum {string}
                                 */
                                status: "up" | "degraded" | "down" | "disabled";
                                /** @description False: its absence degrades, and does not stop, the service. */
                                required: boolean;
                                latencyMs: number;
                                /** @description The same, where existing clients read it. */
                                latency?: number;
                                error: string | null;
                                detail: {
                                    [key: string]: unknown;
                                } | null;
                            };
                        };
                        data: components["schemas"]["Readiness"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    } | components["schemas"]["Error"];
                };
            };
        };
    };
    listTopUps: {
        parameters: {
            query?: {
                userId?: string;
                reference?: string;
                status?: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TopUp"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createTopUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userId?: string | null;
                    /** @description Your own name of the payment, used once for ever: the same again, with the same content, is the same payment. */
                    reference?: string | null;
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    description?: string | null;
                    /**
                     * Format: uri
                     * @description https; where the user lands who paid. Else the installation's page.
                     */
                    returnUrl?: string | null;
                    /**
                     * Format: uri
                     * @description https; where the user lands who did not.
                     */
                    cancelUrl?: string | null;
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `USER_NOT_FOUND`: No such user.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `REFERENCE_REUSED`: Another payment already has this reference.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `AIRTM_USER_INVALID`: Airtm does not let this user do that.
             *
             *     `AIRTM_USER_NOT_LINKED`: The user is not linked to an Airtm account.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `PROVIDER_UNAVAILABLE`: A provider is away; try again later.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTopUp: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    topUpCallback: {
        parameters: {
            query?: {
                /** @description Not believed. */
                status?: string;
                /** @description Not believed. */
                code?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on to `Location`. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TopUpCallback"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelTopUp: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    explainTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Explanation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTopUpProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workflowId: string;
                        state: string;
                        step: string | null;
                        /** @description Which signed attempt of the step; 0 before anything is signed. */
                        generation: number;
                        txHash: string | null;
                        /** @enum {string} */
                        waitingFor: "command" | "provider" | "chain" | "operator" | "support" | "nothing";
                        since: string;
                        parkedReason: string | null;
                        lastError: string | null;
                        nextAttemptAt: string | null;
                        /** @description What will happen by itself, and when. */
                        deadline?: {
                            /** @enum {string} */
                            action: "cancel" | "release";
                            /**
                             * Format: date-time
                             * @description UTC, with milliseconds.
                             */
                            at: string;
                        } | null;
                        ignoredDecision: string | null;
                        /**
                         * @description live: told by the workflow now; recorded: last written down; status: only the status is known.
                         * @enum {string}
                         */
                        source: "live" | "recorded" | "status";
                        data: components["schemas"]["Progress"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refreshTopUp: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        currency: string;
                        /** @enum {string} */
                        status: "TOPUP_CREATED" | "TOPUP_AWAITING_USER_CONFIRMATION" | "TOPUP_PROCESSING" | "TOPUP_SUCCEEDED" | "TOPUP_FAILED" | "TOPUP_CANCELED";
                        airtmPayinId: string | null;
                        /** @description Where the user confirms the payment. */
                        confirmationUri: string | null;
                        /** @description Where the user lands who does not. */
                        cancelUri: string | null;
                        /**
                         * Format: date-time
                         * @description What nobody confirmed by then is canceled by Airtm.
                         */
                        expiresAt: string | null;
                        /** @description What the user paid; null before. */
                        paidAmount: string | null;
                        /** @description What Airtm kept of it: the balance grew by the rest. */
                        fee: string | null;
                        failureReason: string | null;
                        description: string | null;
                        metadata: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["TopUp"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `TOPUP_NOT_FOUND`: No such top-up.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                type?: "BUYER" | "SELLER" | "BOTH";
                status?: "ACTIVE" | "SUSPENDED" | "PENDING_VERIFICATION";
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Your id of the user; the same one again is the same user. */
                    externalUserId: string;
                    /** Format: email */
                    email?: string | null;
                    /**
                     * @default BOTH
                     * @enum {string}
                     */
                    type?: "BUYER" | "SELLER" | "BOTH";
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    linkAirtm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Of the user's account at Airtm.
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AirtmLink"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `AIRTM_USER_INVALID`: Airtm does not let this user do that.
             *
             *     `USER_INACTIVE`: The Airtm account is not active.
             *
             *     `USER_NOT_FOUND`: No such user.
             *
             *     `USER_NOT_VERIFIED`: Airtm has not verified the user.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `AIRTM_USER_ALREADY_LINKED`: The user, or the Airtm account, is linked to another one.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `AIRTM_USER_NOT_LINKED`: The user is not linked to an Airtm account.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `PROVIDER_UNAVAILABLE`: A provider is away; try again later.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PROVIDER_TIMEOUT`: A provider did not answer in time. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unlinkAirtm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `USER_NOT_FOUND`: No such user.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INVALID_STATE`: It cannot do that in its present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reinstateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kept in the audit log and told in the event. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    suspendUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kept in the audit log and told in the event. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["Balance"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description Any name of an order of yours; `reference` means the same. */
                    orderId: string;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /** @enum {string} */
                        operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
                        amount: string;
                        previousBalance: {
                            available: string;
                            reserved: string;
                        };
                        newBalance: {
                            available: string;
                            reserved: string;
                        };
                        balance: components["schemas"]["Balance"];
                        auditLogId: string;
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["BalanceOperation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `RESERVE_NOT_FOUND`: Not that much is held for this order.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    creditBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description The reason, kept in the audit log. */
                    description: string;
                    /** @description Used once per user: the same again is the same adjustment. */
                    reference?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /** @enum {string} */
                        operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
                        amount: string;
                        previousBalance: {
                            available: string;
                            reserved: string;
                        };
                        newBalance: {
                            available: string;
                            reserved: string;
                        };
                        balance: components["schemas"]["Balance"];
                        auditLogId: string;
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["BalanceOperation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `MANUAL_ADJUSTMENTS_DISABLED`: Manual adjustments are switched off here.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `BALANCE_REFERENCE_REUSED`: The reference was used for another amount of this user.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    debitBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description The reason, kept in the audit log. */
                    description: string;
                    /** @description Used once per user: the same again is the same adjustment. */
                    reference?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /** @enum {string} */
                        operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
                        amount: string;
                        previousBalance: {
                            available: string;
                            reserved: string;
                        };
                        newBalance: {
                            available: string;
                            reserved: string;
                        };
                        balance: components["schemas"]["Balance"];
                        auditLogId: string;
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["BalanceOperation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `MANUAL_ADJUSTMENTS_DISABLED`: Manual adjustments are switched off here.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `BALANCE_REFERENCE_REUSED`: The reference was used for another amount of this user.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_FUNDS`: The available balance does not cover it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deductReserved: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description Any name of an order of yours; `reference` means the same. */
                    orderId: string;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /** @enum {string} */
                        operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
                        amount: string;
                        previousBalance: {
                            available: string;
                            reserved: string;
                        };
                        newBalance: {
                            available: string;
                            reserved: string;
                        };
                        balance: components["schemas"]["Balance"];
                        auditLogId: string;
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["BalanceOperation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `MANUAL_ADJUSTMENTS_DISABLED`: Manual adjustments are switched off here.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RESERVE_NOT_FOUND`: Not that much is held for this order. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    releaseBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description Any name of an order of yours; `reference` means the same. */
                    orderId: string;
                    description?: string | null;
                    /** @description Who gets it. */
                    sellerId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /** @enum {string} */
                        operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
                        amount: string;
                        previousBalance: {
                            available: string;
                            reserved: string;
                        };
                        newBalance: {
                            available: string;
                            reserved: string;
                        };
                        balance: components["schemas"]["Balance"];
                        auditLogId: string;
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["BalanceOperation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `INVALID_REQUEST`: Buyer and seller must be two users.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call.
             *
             *     `MANUAL_ADJUSTMENTS_DISABLED`: Manual adjustments are switched off here.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `RESERVE_NOT_FOUND`: Not that much is held for this order.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reserveBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Two decimals, e.g. 120.00.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description Any name of an order of yours; `reference` means the same. */
                    orderId: string;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /** @enum {string} */
                        operation: "CREDIT_AVAILABLE" | "DEBIT_AVAILABLE" | "RESERVE" | "RELEASE" | "CANCEL_RESERVATION" | "DEDUCT_RESERVED";
                        amount: string;
                        previousBalance: {
                            available: string;
                            reserved: string;
                        };
                        newBalance: {
                            available: string;
                            reserved: string;
                        };
                        balance: components["schemas"]["Balance"];
                        auditLogId: string;
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["BalanceOperation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `FUNDS_ALREADY_RESERVED`: Money is already held for this order.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INSUFFICIENT_FUNDS`: The available balance does not cover it.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    syncBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description True when it was compared, and agrees. */
                        synced: boolean;
                        /** @description What the wallet should hold: available and reserved. */
                        localBalance: string;
                        /** @description What it holds; null when it could not be compared, or something is missing at Airtm. */
                        providerBalance: string | null;
                        /** @description The difference, or `unknown`. */
                        discrepancy: string;
                        /** @enum {string} */
                        action: "none" | "flagged";
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        data: components["schemas"]["SyncResult"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    verifyBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        user_id: string;
                        available: string;
                        reserved: string;
                        currency: string;
                        total: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updated_at: string;
                        /** @enum {boolean} */
                        providerVerified: true;
                        data: components["schemas"]["VerifiedBalance"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `BALANCE_DISCREPANCY`: The books and the wallet on the chain differ. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Wallet"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `USER_NOT_FOUND`: No such user.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDepositAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DepositAddress"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `USER_NOT_FOUND`: No such user.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    explainWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Explanation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWalletTransactions: {
        parameters: {
            query?: {
                /** @description 1 to 100 (20). */
                limit?: number;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletTransaction"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_FOUND`: There is nothing at this address.
             *
             *     `USER_NOT_FOUND`: No such user.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `STELLAR_NETWORK_ERROR`: The Stellar network did not answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description https, on the internet; redirects are not followed.
                     */
                    url: string;
                    /** @description Types and wildcards; all of them without it. */
                    eventTypes?: string[] | null;
                    /** @description Only events of this user. */
                    userId?: string | null;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpointWithSecret"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description https, on the internet; redirects are not followed.
                     */
                    url?: string;
                    /** @description Types and wildcards: `order.*`, `*`. */
                    eventTypes?: string[];
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeletedWebhookEndpoint"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                status?: "PENDING" | "DELIVERED" | "FAILED" | "HELD" | "CANCELED";
                eventId?: string;
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description The delivery's id, or its event's. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryWithAttempts"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                /** @description The delivery's id, or its event's. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookReplay"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replayWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromSequence: number;
                    /** @description Inclusive; without it the newest event. */
                    toSequence?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookReplay"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resumeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How long the secret so far signs too, beside the new one (24).
                     * @default 24
                     */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpointWithSecret"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookTestEvent"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_IN_PROGRESS`: The first request with this key is still running.
             *
             *     `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveAirtmWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    type?: string | null;
                    eventType?: string | null;
                    eventId?: string | null;
                    data?: ({
                        id?: string | null;
                        code?: string | null;
                        status?: string | null;
                        amount?: number | string | null;
                        netAmount?: number | string | null;
                        currency?: string | null;
                        reasonCode?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        /** @description false: kept, and passed on later; or of a type that means nothing here. */
                        processed: boolean;
                        /** @enum {boolean} */
                        duplicate?: true;
                        data: components["schemas"]["WebhookReceipt"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WEBHOOK_SIGNATURE_INVALID`: The webhook's signature is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveTrustlessWorkWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    event_id: string;
                    data?: ({
                        contract_id?: string | null;
                        order_id?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        /** @description false: kept, and passed on later; or of a type that means nothing here. */
                        processed: boolean;
                        /** @enum {boolean} */
                        duplicate?: true;
                        data: components["schemas"]["WebhookReceipt"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WEBHOOK_SIGNATURE_INVALID`: The webhook's signature is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                userId?: string;
                reference?: string;
                status?: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                /** @description 1 to 100 (20). */
                limit?: number;
                /** @description Id of the last item of the page before. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Withdrawal"][];
                        hasMore?: boolean;
                        nextCursor?: string | null;
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userId?: string | null;
                    /** @description Your own name of the payment, used once for ever: the same again, with the same content, is the same payment. */
                    reference?: string | null;
                    /**
                     * @description crypto: two to seven decimals, or all: everything that is available when it is held, within the limits of GET /config; the answer says how much. airtm_balance and bank: two decimals.
                     * @example 120.00
                     */
                    amount: string;
                    /** @enum {string} */
                    destinationType: "bank" | "crypto" | "airtm_balance";
                    /** @description crypto: a G…, M… or C… address. airtm_balance: the id or the e-mail address of the user's linked Airtm account, kept as the id. bank: an account of yours; no more than its last four characters are kept or shown. */
                    destinationRef: string;
                    /** @description With a G… address only; what the receiver matches the payment by. See memoType for its form. */
                    memo?: string | null;
                    /**
                     * @description text (the default): at most 28 bytes. id: a whole number up to 18446744073709551615. hash, return: 64 hexadecimal digits. An exchange says which one it matches by.
                     * @enum {string|null}
                     */
                    memoType?: "text" | "id" | "hash" | "return" | null;
                    /**
                     * @description USD or USDC: one balance.
                     * @default USD
                     * @example USD
                     */
                    currency?: string;
                    /** @description false: held until commit or cancel. Without it: true for crypto, false for airtm_balance and bank. */
                    commit?: boolean | null;
                    description?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /**
             * @description `INVALID_AMOUNT`: The amount is outside the limits or does not add up.
             *
             *     `INVALID_AMOUNT_FORMAT`: The amount must be above zero, with two decimals.
             *
             *     `INVALID_CURRENCY`: The currency must be USD or USDC.
             *
             *     `VALIDATION_ERROR`: The request is not of the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_FOUND`: No such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `REFERENCE_REUSED`: Another payment already has this reference.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `AIRTM_USER_INVALID`: Airtm does not let this user do that.
             *
             *     `AIRTM_USER_NOT_LINKED`: The user is not linked to an Airtm account.
             *
             *     `INSUFFICIENT_FUNDS`: The available balance does not cover it.
             *
             *     `USER_NOT_ELIGIBLE`: The user may not do this.
             *
             *     `WITHDRAWAL_DESTINATION_INVALID`: The destination cannot receive this payment.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PROVIDER_RATE_LIMITED`: A provider's request budget is used up. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `PROVIDER_UNAVAILABLE`: A provider is away; try again later.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWithdrawal: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WITHDRAWAL_NOT_FOUND`: No such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelWithdrawal: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WITHDRAWAL_NOT_FOUND`: No such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `INVALID_STATE`: It cannot do that in its present state.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `USER_NOT_ELIGIBLE`: The user may not do this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    commitWithdrawal: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WITHDRAWAL_NOT_FOUND`: No such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request.
             *
             *     `WITHDRAWAL_NOT_COMMITTABLE`: The withdrawal cannot be committed now.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `USER_NOT_ELIGIBLE`: The user may not do this.
             *
             *     `WITHDRAWAL_DESTINATION_INVALID`: The destination cannot receive this payment.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `MAINTENANCE_MODE`: The service is in maintenance and takes no commands.
             *
             *     `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    explainWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Explanation"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WITHDRAWAL_NOT_FOUND`: No such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWithdrawalProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workflowId: string;
                        state: string;
                        step: string | null;
                        /** @description Which signed attempt of the step; 0 before anything is signed. */
                        generation: number;
                        txHash: string | null;
                        /** @enum {string} */
                        waitingFor: "command" | "provider" | "chain" | "operator" | "support" | "nothing";
                        since: string;
                        parkedReason: string | null;
                        lastError: string | null;
                        nextAttemptAt: string | null;
                        /** @description What will happen by itself, and when. */
                        deadline?: {
                            /** @enum {string} */
                            action: "cancel" | "release";
                            /**
                             * Format: date-time
                             * @description UTC, with milliseconds.
                             */
                            at: string;
                        } | null;
                        ignoredDecision: string | null;
                        /**
                         * @description live: told by the workflow now; recorded: last written down; status: only the status is known.
                         * @enum {string}
                         */
                        source: "live" | "recorded" | "status";
                        data: components["schemas"]["Progress"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WITHDRAWAL_NOT_FOUND`: No such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refreshWithdrawal: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
                /** @description `wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it. */
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, with the state after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description Accepted and going on: the present state. Poll `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        userId: string;
                        /** @description Your own name of it. */
                        reference: string | null;
                        amount: string;
                        fee: string;
                        currency: string;
                        /** @enum {string} */
                        status: "WITHDRAWAL_CREATED" | "WITHDRAWAL_COMMITTED" | "WITHDRAWAL_PENDING" | "WITHDRAWAL_PENDING_USER_ACTION" | "WITHDRAWAL_COMPLETED" | "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED";
                        destinationType: string;
                        destinationRef: string;
                        memo: string | null;
                        /** @enum {string|null} */
                        memoType: "text" | "id" | "hash" | "return" | null;
                        committed: boolean;
                        airtmPayoutId: string | null;
                        transactionHash: string | null;
                        failureReason: string | null;
                        description: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description UTC, with milliseconds.
                         */
                        updatedAt: string;
                        data: components["schemas"]["Withdrawal"];
                        meta: {
                            requestId: string;
                            timestamp: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not of the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `INVALID_API_KEY`: The API key was revoked or has expired.
             *
             *     `UNAUTHORIZED`: No valid credential was sent.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INSUFFICIENT_SCOPE`: The credential lacks the scope for this call. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WITHDRAWAL_NOT_FOUND`: No such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong here; the request id tells us what. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: A part of this installation is away; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
