// The contract of routes that are served by now, or soon: made like types.gen.ts, which will hold all of it.

export interface components {
    schemas: {
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
        Token: {
            /** @description Shown this once. */
            token: string;
            /**
             * Format: date-time
             * @description UTC, with milliseconds.
             */
            expiresAt: string;
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
            /** @description True when the chain was read and agrees. */
            synced: boolean;
            /** @description What the wallet should hold: available and reserved. */
            localBalance: string;
            /** @description What it holds; null when the chain was not read. */
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
        Reconciliation: {
            lastRun: {
                id: string;
                startedAt: string;
                finishedAt: string;
                ledger: components["schemas"]["ReconciliationBook"];
                wallets: components["schemas"]["ReconciliationBook"];
                escrows: components["schemas"]["ReconciliationBook"];
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
        Explanation: {
            subject: {
                /** @enum {string} */
                kind: "order" | "withdrawal" | "dispute" | "wallet";
                id: string;
                /** @description The workflow that holds it up: its own, or that of its dispute. */
                workflowId: string;
            };
            state: string;
            isFinished: boolean;
            /** @enum {string} */
            waitingFor: "nothing" | "command" | "support" | "operator" | "provider" | "chain" | "time" | "system";
            since: string;
            /** @enum {string} */
            whoMustAct: "nobody" | "marketplace" | "support" | "operator";
            /** @description Whole sentences for people. */
            why: string;
            step: string | null;
            /** @enum {string|null} */
            parkedReason: "LANE_BUSY" | "PROVIDER_UNAVAILABLE" | "PROVIDER_BUDGET_EXHAUSTED" | "PROVIDER_INDEX_STALE" | "CHAIN_UNREACHABLE" | "WALLET_NOT_READY" | "STORAGE_UNAVAILABLE" | "PROVIDER_REFUSED" | "CONTRACT_REFUSED" | "DESTINATION_INVALID" | "TRANSACTION_REFUSED" | "PROVIDER_CREDENTIAL_REFUSED" | "TRANSACTION_NOT_AS_INTENDED" | "ESCROW_NOT_AS_AGREED" | "STATE_UNEXPECTED" | "SIGNER_UNAVAILABLE" | "ACCOUNT_OUT_OF_XLM" | "GENERATIONS_EXHAUSTED" | "BOOKING_REFUSED" | "UNKNOWN_ERROR" | null;
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
            parkedReason: "LANE_BUSY" | "PROVIDER_UNAVAILABLE" | "PROVIDER_BUDGET_EXHAUSTED" | "PROVIDER_INDEX_STALE" | "CHAIN_UNREACHABLE" | "WALLET_NOT_READY" | "STORAGE_UNAVAILABLE" | "PROVIDER_REFUSED" | "CONTRACT_REFUSED" | "DESTINATION_INVALID" | "TRANSACTION_REFUSED" | "PROVIDER_CREDENTIAL_REFUSED" | "TRANSACTION_NOT_AS_INTENDED" | "ESCROW_NOT_AS_AGREED" | "STATE_UNEXPECTED" | "SIGNER_UNAVAILABLE" | "ACCOUNT_OUT_OF_XLM" | "GENERATIONS_EXHAUSTED" | "BOOKING_REFUSED" | "UNKNOWN_ERROR" | null;
            /** @description Where to see what became of it. */
            explain: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    disableMaintenance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    enableMaintenance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    createTokenForKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    cancelReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    creditBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    debitBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    deductReserved: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    releaseBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    reserveBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    syncBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
                        /** @description True when the chain was read and agrees. */
                        synced: boolean;
                        /** @description What the wallet should hold: available and reserved. */
                        localBalance: string;
                        /** @description What it holds; null when the chain was not read. */
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
        };
    };
    takeFence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    freezeOperations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    runReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    unfreezeOperations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    rotateKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    replayWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
                    fromSequence?: number;
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
        };
    };
    resumeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
    listParkedOperations: {
        parameters: {
            query?: {
                reason?: "LANE_BUSY" | "PROVIDER_UNAVAILABLE" | "PROVIDER_BUDGET_EXHAUSTED" | "PROVIDER_INDEX_STALE" | "CHAIN_UNREACHABLE" | "WALLET_NOT_READY" | "STORAGE_UNAVAILABLE" | "PROVIDER_REFUSED" | "CONTRACT_REFUSED" | "DESTINATION_INVALID" | "TRANSACTION_REFUSED" | "PROVIDER_CREDENTIAL_REFUSED" | "TRANSACTION_NOT_AS_INTENDED" | "ESCROW_NOT_AS_AGREED" | "STATE_UNEXPECTED" | "SIGNER_UNAVAILABLE" | "ACCOUNT_OUT_OF_XLM" | "GENERATIONS_EXHAUSTED" | "BOOKING_REFUSED" | "UNKNOWN_ERROR";
                kind?: "order" | "dispute" | "withdrawal" | "wallet";
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
        };
    };
    decideOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description order, dispute, withdrawal or wallet. */
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
        };
    };
    decideOperationAtShortPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body has one effect and one answer. */
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
        };
    };
}
