import { nothingSelectedBy } from "./scope.ts";

/** I6: the numbers of events run from 1 to the counter without a gap. */
export const eventsWithoutGap = nothingSelectedBy(
  "I6",
  `SELECT format('%s events, the last is number %s, the counter says %s', count(e.sequence), max(e.sequence), c.value) AS what
   FROM event_counter c LEFT JOIN event e ON true
   GROUP BY c.value HAVING count(e.sequence) <> c.value OR coalesce(max(e.sequence), 0) <> c.value
     OR (c.value > 0 AND min(e.sequence) <> 1)`,
);

/** Every change of a status that consumers are told of: from (null: any), to, and the event's type. */
const TOLD = `(VALUES
  ('users', NULL, 'ACTIVE', 'user.created'),
  ('wallet', NULL, 'ACTIVE', 'wallet.created'),
  ('orders', NULL, 'ORDER_CREATED', 'order.created'),
  ('orders', 'ORDER_CREATED', 'FUNDS_RESERVED', 'order.funds_reserved'),
  ('orders', NULL, 'ESCROW_CREATING', 'order.escrow_creating'),
  ('orders', NULL, 'ESCROW_FUNDING', 'order.escrow_funding'),
  ('orders', NULL, 'ESCROW_FUNDED', 'order.escrow_funded'),
  ('orders', 'ESCROW_FUNDED', 'IN_PROGRESS', 'order.in_progress'),
  ('orders', NULL, 'RELEASE_REQUESTED', 'order.release_requested'),
  ('orders', NULL, 'REFUND_REQUESTED', 'order.refund_requested'),
  ('orders', 'IN_PROGRESS', 'DISPUTED', 'order.disputed'),
  ('orders', NULL, 'RELEASED', 'order.released'),
  ('orders', NULL, 'REFUNDED', 'order.refunded'),
  ('orders', NULL, 'CLOSED', 'order.closed'),
  ('escrow', 'CREATING', 'CREATED', 'escrow.created'),
  ('escrow', NULL, 'FUNDING', 'escrow.funding_started'),
  ('escrow', 'FUNDING', 'FUNDED', 'escrow.funded'),
  ('escrow', NULL, 'RELEASED', 'escrow.released'),
  ('escrow', NULL, 'REFUNDED', 'escrow.refunded'),
  ('dispute', NULL, 'OPEN', 'dispute.opened'),
  ('dispute', NULL, 'UNDER_REVIEW', 'dispute.under_review'),
  ('dispute', NULL, 'RESOLVED', 'dispute.resolved'),
  ('withdrawal', NULL, 'WITHDRAWAL_CREATED', 'withdrawal.created'),
  ('withdrawal', NULL, 'WITHDRAWAL_COMMITTED', 'withdrawal.committed'),
  ('withdrawal', NULL, 'WITHDRAWAL_PENDING', 'withdrawal.pending'),
  ('withdrawal', NULL, 'WITHDRAWAL_COMPLETED', 'withdrawal.completed'),
  ('withdrawal', NULL, 'WITHDRAWAL_FAILED', 'withdrawal.failed'),
  ('withdrawal', NULL, 'WITHDRAWAL_PENDING_USER_ACTION', 'withdrawal.pending_user_action'),
  ('withdrawal', NULL, 'WITHDRAWAL_CANCELED', 'withdrawal.canceled'),
  ('platform_payout', NULL, 'PLATFORM_PAYOUT_REQUESTED', 'platform_payout.requested'),
  ('platform_payout', NULL, 'PLATFORM_PAYOUT_PENDING', 'platform_payout.approved'),
  ('platform_payout', NULL, 'PLATFORM_PAYOUT_COMPLETED', 'platform_payout.completed'),
  ('platform_payout', NULL, 'PLATFORM_PAYOUT_FAILED', 'platform_payout.failed'),
  ('platform_payout', NULL, 'PLATFORM_PAYOUT_CANCELED', 'platform_payout.canceled'),
  ('topup', NULL, 'TOPUP_CREATED', 'topup.created'),
  ('topup', NULL, 'TOPUP_AWAITING_USER_CONFIRMATION', 'topup.confirmation_required'),
  ('topup', NULL, 'TOPUP_PROCESSING', 'topup.processing'),
  ('topup', NULL, 'TOPUP_SUCCEEDED', 'topup.succeeded'),
  ('topup', NULL, 'TOPUP_FAILED', 'topup.failed'),
  ('topup', NULL, 'TOPUP_CANCELED', 'topup.canceled')
) AS told (noun, from_status, to_status, type)`;

/** I6: each of them has exactly one event, and no event of these types is without its change; a deposit likewise. */
export const oneEventPerChange = nothingSelectedBy(
  "I6",
  `WITH changes AS (
     SELECT told.type, h.noun_id, count(*) AS changes FROM status_history h
     JOIN ${TOLD} ON told.noun = h.noun AND told.to_status = h.to_status
       AND (told.from_status IS NULL OR told.from_status = h.from_status)
     WHERE NOT EXISTS (SELECT 1 FROM wallet w WHERE w.id = h.noun_id AND w.user_id IS NULL)
     GROUP BY told.type, h.noun_id
     UNION ALL SELECT 'deposit', id, 1 FROM deposit WHERE user_id IS NOT NULL
     -- a split goes by the way of a release and pays the buyer too; of a multi-release order each milestone tells it
     UNION ALL SELECT 'order.refunded', id, 1 FROM orders WHERE outcome = 'SPLIT' AND escrow_type = 'single-release'
     UNION ALL SELECT 'escrow.refunded', e.id, 1 FROM escrow e JOIN orders o ON o.id = e.order_id
       WHERE o.outcome = 'SPLIT' AND o.escrow_type = 'single-release'
   ), events AS (
     SELECT type, aggregate_id AS noun_id, count(*) AS events FROM event
       WHERE type IN (SELECT type FROM ${TOLD}) GROUP BY type, aggregate_id
     UNION ALL
     SELECT 'deposit', payload->>'sourceId', count(*) FROM event
       WHERE type = 'balance.credited' AND payload->>'sourceId' LIKE 'dep\\_%' GROUP BY payload->>'sourceId'
   )
   SELECT format('%s of %s: %s changes, %s events', type, noun_id, coalesce(changes, 0), coalesce(events, 0)) AS what
   FROM changes FULL JOIN events USING (type, noun_id) WHERE changes IS DISTINCT FROM events`,
);

const lastOf = (noun: string) => `
  SELECT '${noun} ' || n.id || ' is ' || n.status || ', its history ends with ' || coalesce(h.to_status, 'nothing') AS what
  FROM ${noun} n LEFT JOIN LATERAL (
    SELECT to_status FROM status_history WHERE noun = '${noun}' AND noun_id = n.id ORDER BY id DESC LIMIT 1
  ) h ON true
  WHERE h.to_status IS DISTINCT FROM n.status`;

/** I6: no status was ever changed behind the back of its history. */
export const statusesFromHistory = nothingSelectedBy(
  "I6",
  [
    ...["users", "orders", "escrow", "milestone", "withdrawal", "platform_payout", "topup", "dispute"].map(lastOf),
    `${lastOf("wallet")} AND n.status <> 'CREATED'`,
  ].join(" UNION ALL "),
);
