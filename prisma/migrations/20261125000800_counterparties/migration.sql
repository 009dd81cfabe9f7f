-- An event of an order, its escrow or its dispute concerns both parties: who may see one user's events sees it from either side.
-- Whose balance a payload tells is kept beside it, so that the other party reads the event without it.
ALTER TABLE event ADD COLUMN counterparty_id TEXT, ADD COLUMN balance_user_id TEXT;

CREATE OR REPLACE FUNCTION append_event(new_event JSONB, before_balances JSONB, correlation TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  next_sequence BIGINT;
  payload JSONB := new_event->'payload';
  of_user TEXT := new_event->'balance'->>'userId';
  before JSONB := before_balances->of_user;
  after JSONB;
  amounts JSONB;
BEGIN
  IF of_user IS NOT NULL THEN
    after := user_balances(of_user);
    amounts := jsonb_build_object(
      'previousAvailable', stroops_text((before->>'available')::bigint),
      'newAvailable', stroops_text((after->>'available')::bigint),
      'previousReserved', stroops_text((before->>'reserved')::bigint),
      'newReserved', stroops_text((after->>'reserved')::bigint));
    payload := payload || (SELECT jsonb_object_agg(f.key, amounts->f.value) FROM jsonb_each_text(new_event->'balance'->'fields') f);
  END IF;
  UPDATE event_counter SET value = value + 1 RETURNING value INTO next_sequence;
  INSERT INTO event (sequence, id, type, aggregate_type, aggregate_id, user_id, counterparty_id, balance_user_id, payload, correlation_id)
    VALUES (next_sequence, new_event->>'id', new_event->>'type', new_event->>'aggregateType', new_event->>'aggregateId',
            new_event->>'userId', new_event->>'counterpartyId', of_user, payload, correlation);
END $$;
