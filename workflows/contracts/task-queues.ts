/** Task queues, by what their activities may reach. In development one process polls all of them. */
export const PAYMENTS_QUEUE = "payments";
export const SIGNING_QUEUE = "signing";
export const SENDING_QUEUE = "sending";
export const CONFIRMING_QUEUE = "confirming";
export const NOTIFY_QUEUE = "notify";
/** Deposits are followed beside everything that waits for the chain, so that nothing undecidable takes their place. */
export const FOLLOWING_QUEUE = "following";
