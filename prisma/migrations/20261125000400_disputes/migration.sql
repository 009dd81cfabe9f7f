-- Disagreements about funded orders, and what is said of them.

CREATE TABLE dispute (
  id                     TEXT PRIMARY KEY,
  order_id               TEXT NOT NULL REFERENCES orders (id),
  -- of a multi-release order: the milestone it is about
  milestone_id           TEXT REFERENCES milestone (id),
  opened_by              TEXT NOT NULL CHECK (opened_by IN ('BUYER', 'SELLER')),
  reason                 TEXT NOT NULL CHECK (reason IN ('NOT_DELIVERED', 'QUALITY_ISSUE', 'OTHER')),
  evidence               JSONB NOT NULL DEFAULT '[]',
  status                 TEXT NOT NULL,
  assigned_to            TEXT,
  notes                  TEXT,
  resolution_decision    TEXT CHECK (resolution_decision IN ('FULL_RELEASE', 'FULL_REFUND', 'SPLIT')),
  decision_note          TEXT,
  -- gross, as they were decided; of a split only
  release_amount_stroops BIGINT CHECK (release_amount_stroops > 0),
  refund_amount_stroops  BIGINT CHECK (refund_amount_stroops > 0),
  resolved_by            TEXT,
  resolved_at            TIMESTAMPTZ(3),
  created_at             TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at             TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CHECK ((release_amount_stroops IS NULL) = (refund_amount_stroops IS NULL)),
  CHECK ((resolution_decision IS NOT DISTINCT FROM 'SPLIT') = (release_amount_stroops IS NOT NULL))
);
-- An order, or a milestone that is settled on its own, has one disagreement at a time.
CREATE UNIQUE INDEX dispute_unresolved ON dispute (order_id, coalesce(milestone_id, '')) WHERE status <> 'RESOLVED';
CREATE INDEX dispute_newest ON dispute (created_at DESC, id DESC);
CREATE INDEX dispute_by_order ON dispute (order_id, created_at DESC);

-- When a milestone of a multi-release order was paid.
ALTER TABLE milestone ADD COLUMN settled_at TIMESTAMPTZ(3);

CREATE TABLE dispute_comment (
  id         TEXT PRIMARY KEY,
  dispute_id TEXT NOT NULL REFERENCES dispute (id),
  comment    TEXT NOT NULL,
  author     TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX dispute_comment_by_dispute ON dispute_comment (dispute_id, created_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_comment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Columns that change while the status stays. Refuses (OH001) when the row is not in one of the statuses.
CREATE FUNCTION apply_edit(edit JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  present_status TEXT;
  assignments TEXT;
BEGIN
  EXECUTE format('SELECT status FROM %I WHERE id = $1 FOR UPDATE', edit->>'noun') INTO present_status USING edit->>'id';
  IF present_status IS NULL OR NOT edit->'while' ? present_status THEN
    RAISE EXCEPTION '% % cannot change now', edit->>'noun', edit->>'id'
      USING ERRCODE = 'OH001',
            DETAIL = jsonb_build_object('currentState', present_status, 'allowedStates', edit->'while')::text;
  END IF;
  SELECT string_agg(format('%1$I = (jsonb_populate_record(NULL::%2$I, $2)).%1$I', name, edit->>'noun'), ', ')
    INTO assignments FROM jsonb_object_keys(edit->'set') AS name;
  EXECUTE format('UPDATE %I SET updated_at = clock_timestamp(), %s WHERE id = $1', edit->>'noun', assignments)
    USING edit->>'id', edit->'set';
END $$;

-- A row without a status: something said about a thing.
CREATE FUNCTION insert_remark(remark JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  columns TEXT;
BEGIN
  SELECT string_agg(quote_ident(name), ', ') INTO columns FROM jsonb_object_keys(remark->'row') AS name;
  EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', remark->>'table', columns)
    USING remark->'row';
END $$;

-- step = {key, correlationId, inserts: [{noun, row}], moves: [{noun, id, from: [], to, set: {}}], edits: [{noun, id, while: [], set: {}}],
--         remarks: [{table, row}], chain: {txId, outcome, …}?, entry: {kind, postings}?, audits: [{…}], events: [{…}]}.
-- False, and nothing done, when the key was recorded before.
CREATE OR REPLACE FUNCTION record_step(step JSONB) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
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
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'edits', '[]')) LOOP
    PERFORM apply_edit(item);
  END LOOP;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'remarks', '[]')) LOOP
    PERFORM insert_remark(item);
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
           a->>'actorType', a->>'actorId', coalesce(a->>'result', 'SUCCESS'), step->>'correlationId'
    FROM jsonb_array_elements(coalesce(step->'audits', '[]')) a;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'events', '[]')) LOOP
    PERFORM append_event(item, before_balances, step->>'correlationId');
  END LOOP;
  RETURN true;
END $$;
