import { nothingSelectedBy } from "./scope.ts";

/** Where each thing may stay without anybody working on it: it waits for a command, or it is over. */
const AT_REST = `
  SELECT 'order/' || id AS workflow_id, 'order ' || id || ' is ' || status AS what FROM orders
    WHERE status NOT IN ('ORDER_CREATED', 'FUNDS_RESERVED', 'ESCROW_FUNDING', 'IN_PROGRESS', 'DISPUTED', 'CLOSED')
  UNION ALL
  SELECT 'order/' || e.order_id, 'escrow of ' || e.order_id || ' is ' || e.status || ' while its order is ' || o.status
    FROM escrow e JOIN orders o ON o.id = e.order_id
    WHERE e.status NOT IN ('CREATED', 'FUNDED', 'RELEASED', 'REFUNDED', 'DISPUTED')
      AND NOT (e.status = 'CREATING' AND o.status IN ('FUNDS_RESERVED', 'CLOSED'))
  UNION ALL
  SELECT 'dispute/' || id, 'dispute ' || id || ' is decided and not carried out' FROM dispute
    WHERE resolution_decision IS NOT NULL AND status <> 'RESOLVED'
  UNION ALL
  SELECT 'withdrawal/' || id, 'withdrawal ' || id || ' is ' || status FROM withdrawal
    WHERE status NOT IN ('WITHDRAWAL_CREATED', 'WITHDRAWAL_COMPLETED', 'WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED')
      AND NOT (airtm_payout_id IS NOT NULL AND status IN ('WITHDRAWAL_PENDING', 'WITHDRAWAL_PENDING_USER_ACTION'))
  UNION ALL
  SELECT 'platform-payout/' || id, 'platform payout ' || id || ' is ' || status FROM platform_payout
    WHERE status = 'PLATFORM_PAYOUT_PENDING'
  UNION ALL
  SELECT 'topup/' || id, 'top-up ' || id || ' is ' || status FROM topup WHERE status = 'TOPUP_CREATED'
  UNION ALL
  SELECT 'wallet/' || coalesce(user_id, 'platform/' || platform_role), 'wallet ' || id || ' is ' || status FROM wallet
    WHERE status <> 'ACTIVE'
  UNION ALL
  SELECT split_part(step_key, '#', 1), 'transaction ' || hash || ' of ' || step_key || ' has no known end'
    FROM chain_transaction WHERE outcome IS NULL`;

/** I4, nothing lost: once quiet, everything is at rest, or its workflow is parked where a person sees it. */
export const nothingInTransit = nothingSelectedBy(
  "I4",
  `SELECT moving.what FROM (${AT_REST}) moving
   LEFT JOIN workflow_progress p ON p.workflow_id = moving.workflow_id AND p.parked
   WHERE p.workflow_id IS NULL`,
);
