-- What a new run of a dispute must know of the one before, when that one ended too early.
ALTER TABLE dispute
  ADD COLUMN decided_by TEXT,
  -- decisions that an operator stopped before they were paid: each had a step of its own
  ADD COLUMN rulings_given_up INTEGER NOT NULL DEFAULT 0 CHECK (rulings_given_up >= 0);

-- What was held for a contract is given back only when no funding of it has happened or still can: whoever asks, and also
-- when a signature is committed in the same moment (which holds the order's row).
CREATE FUNCTION canceled_with_nothing_in_flight() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM chain_transaction WHERE step_key = 'order/' || NEW.id || '#fund'
             AND (outcome IS NULL OR outcome = 'SUCCEEDED')) THEN
    RAISE EXCEPTION 'order % has a funding that has happened, or still may', NEW.id
      USING ERRCODE = 'OH001', DETAIL = jsonb_build_object('currentState', OLD.status, 'orderId', NEW.id)::text;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER canceled_with_nothing_in_flight BEFORE UPDATE ON orders FOR EACH ROW
  WHEN (NEW.outcome = 'CANCELED' AND OLD.outcome IS DISTINCT FROM NEW.outcome)
  EXECUTE FUNCTION canceled_with_nothing_in_flight();
