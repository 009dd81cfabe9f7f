export const FOLLOW_DEPOSITS_WORKFLOW = "followDeposits";
/** One follower per network. */
export const followDepositsWorkflowId = (network: string): string => `deposits/${network}`;
