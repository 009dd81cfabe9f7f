-- The one writer of a status: everything that a step of a workflow changes, in one statement and one transaction.

-- 7-decimal stroops as the API prints balances: two decimals, more only where a sub-cent rest exists.
CREATE FUNCTION stroops_text(stroops BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace((stroops::numeric / 10000000)::numeric(30, 7)::text, '(\.\d{2}\d*?)0*$', '\1')
$$;

CREATE FUNCTION ledger_balance(account TEXT) RETURNS BIGINT LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT balance FROM ledger_account WHERE name = account AND asset = 'USDC'), 0)
$$;

-- What the API shows of a user: a withdrawal's hold counts as reserved.
CREATE FUNCTION user_balances(user_id TEXT) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'available', ledger_balance('user/' || user_id || '/available'),
    'reserved', ledger_balance('user/' || user_id || '/reserved') + ledger_balance('user/' || user_id || '/withdrawing'))
$$;

-- One conditional write of a status with its columns. Refuses (OH001) when the row is not where the move begins.
CREATE FUNCTION apply_move(step_key TEXT, move JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  old_status TEXT;
  assignments TEXT;
BEGIN
  EXECUTE format('SELECT status FROM %I WHERE id = $1 FOR UPDATE', move->>'noun') INTO old_status USING move->>'id';
  IF old_status IS NULL OR NOT move->'from' ? old_status THEN
    RAISE EXCEPTION '% % cannot go to %', move->>'noun', move->>'id', move->>'to'
      USING ERRCODE = 'OH001',
            DETAIL = jsonb_build_object('currentState', old_status, 'allowedStates', move->'from')::text;
  END IF;
  SELECT string_agg(format('%1$I = (jsonb_populate_record(NULL::%2$I, $3)).%1$I', name, move->>'noun'), ', ')
    INTO assignments FROM jsonb_object_keys(coalesce(move->'set', '{}')) AS name;
  EXECUTE format('UPDATE %I SET status = $2, updated_at = clock_timestamp()%s WHERE id = $1',
                 move->>'noun', coalesce(', ' || assignments, ''))
    USING move->>'id', move->>'to', move->'set';
  INSERT INTO status_history (step_key, noun, noun_id, from_status, to_status)
    VALUES (step_key, move->>'noun', move->>'id', old_status, move->>'to');
END $$;

CREATE FUNCTION insert_row(step_key TEXT, new_row JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  columns TEXT;
BEGIN
  SELECT string_agg(quote_ident(name), ', ') INTO columns FROM jsonb_object_keys(new_row->'row') AS name;
  EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', new_row->>'noun', columns)
    USING new_row->'row';
  INSERT INTO status_history (step_key, noun, noun_id, to_status)
    VALUES (step_key, new_row->>'noun', new_row->'row'->>'id', new_row->'row'->>'status');
END $$;

-- The end of a chain transaction, told by the chain. Told twice, it must be the same end.
CREATE FUNCTION settle_chain_transaction(chain JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  settled chain_transaction;
BEGIN
  UPDATE chain_transaction SET
      outcome = chain->>'outcome', result_code = chain->>'resultCode', receipt = nullif(chain->'receipt', 'null'),
      fee_stroops = (chain->>'feeStroops')::bigint, proof = nullif(chain->'proof', 'null'), settled_at = clock_timestamp()
    WHERE id = chain->>'txId' AND outcome IS NULL;
  SELECT * INTO settled FROM chain_transaction WHERE id = chain->>'txId';
  IF settled.outcome IS DISTINCT FROM chain->>'outcome' THEN
    RAISE EXCEPTION 'transaction % is already %', chain->>'txId', settled.outcome USING ERRCODE = 'OH002';
  END IF;
END $$;

-- Numbers an event. `balance` = {userId, fields: {payload field: previousAvailable | newAvailable | previousReserved | newReserved}}
-- puts a user's balance into the payload, as it was before and as it is after the postings of the step.
CREATE FUNCTION append_event(new_event JSONB, before_balances JSONB, correlation TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
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
  INSERT INTO event (sequence, id, type, aggregate_type, aggregate_id, user_id, payload, correlation_id)
    VALUES (next_sequence, new_event->>'id', new_event->>'type', new_event->>'aggregateType', new_event->>'aggregateId',
            new_event->>'userId', payload, correlation);
END $$;

-- step = {key, correlationId, inserts: [{noun, row}], moves: [{noun, id, from: [], to, set: {}}], chain: {txId, outcome, …}?,
--         entry: {kind, postings}?, audits: [{…}], events: [{…}]}. False, and nothing done, when the key was recorded before.
CREATE FUNCTION record_step(step JSONB) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
  item JSONB;
  step_key TEXT := step->>'key';
  before_balances JSONB := '{}';
BEGIN
  INSERT INTO step_record (key) VALUES (step_key) ON CONFLICT (key) DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'inserts', '[]')) LOOP
    PERFORM insert_row(step_key, item);
  END LOOP;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'moves', '[]')) LOOP
    PERFORM apply_move(step_key, item);
  END LOOP;
  IF step ? 'chain' THEN
    PERFORM settle_chain_transaction(step->'chain');
  END IF;
  IF step ? 'entry' THEN
    -- The accounts are locked first, so that the balances read here are the ones the postings change.
    PERFORM lock_accounts(ARRAY(SELECT p->>'account' FROM jsonb_array_elements(step->'entry'->'postings') p));
    SELECT coalesce(jsonb_object_agg(e->'balance'->>'userId', user_balances(e->'balance'->>'userId')), '{}') INTO before_balances
      FROM jsonb_array_elements(coalesce(step->'events', '[]')) e WHERE e ? 'balance';
    PERFORM post_entry(step_key, step->'entry'->>'kind', step->'entry'->'postings', step->>'correlationId');
  END IF;
  INSERT INTO audit_record (id, action, event_type, resource_type, resource_id, payload_before, payload_after, actor_type, actor_id, result, correlation_id)
    SELECT a->>'id', a->>'action', a->>'eventType', a->>'resourceType', a->>'resourceId', a->'before', a->'after',
           a->>'actorType', a->>'actorId', 'SUCCESS', step->>'correlationId'
    FROM jsonb_array_elements(coalesce(step->'audits', '[]')) a;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'events', '[]')) LOOP
    PERFORM append_event(item, before_balances, step->>'correlationId');
  END LOOP;
  RETURN true;
END $$;
