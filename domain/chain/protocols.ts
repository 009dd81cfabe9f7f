/**
 * The protocols of Stellar that this release was tested with: the first is what the oldest nodes in use spoke when it was
 * made, the last the newest whose answers its tests hold (`sandbox/stellar/testing/`). A network that votes for a later one
 * may send what nobody here has read yet, so it is told before anything breaks. Raised only together with those tests.
 */
export const PROTOCOLS_TESTED = { first: 27, last: 30 } as const;

export const isProtocolNewer = (protocol: number): boolean => protocol > PROTOCOLS_TESTED.last;
