import type { Database } from "../../prisma/client.ts";
import { refuseOutsideFence } from "./signing-fence.ts";
import { refuseWhileFrozen } from "./signing-freeze.ts";

/** @throws StepFailure SIGNING_FROZEN or FENCE_LOST when no key may be used and nothing may be sent */
export async function requireSigningAllowed(db: Pick<Database, "sql">, deploymentId: string | null): Promise<void> {
  await refuseOutsideFence(db, deploymentId);
  await refuseWhileFrozen(db);
}
