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
}
