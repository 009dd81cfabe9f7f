/** Why a dependency is not ready, in words that may be shown to everybody: other messages may hold addresses. */
export class NotReady extends Error {}
