-- Whose money leaves them by a signature of each kind. A kind that is not listed is refused: nobody has decided that it may be
-- signed for a suspended user. Releases, rulings and the rest of a contract go on: they pay what an agreement already owes, or
-- bring money in.
CREATE OR REPLACE FUNCTION chain_transaction_not_of_suspended() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payment TEXT := split_part(split_part(NEW.step_key, '#', 1), '/', 2);
  payer TEXT;
  payer_status TEXT;
BEGIN
  IF NEW.intent = 'payOut' THEN
    SELECT user_id INTO payer FROM withdrawal WHERE id = payment;
  ELSIF NEW.intent = 'fundEscrow' THEN
    SELECT buyer_id INTO payer FROM orders WHERE id = payment;
  ELSIF NEW.intent IN ('activateWallet', 'deployEscrow', 'completeMilestone', 'approveMilestone', 'releaseEscrow', 'freezeEscrow',
    'resolveEscrow', 'withdrawRest', 'refillWallets', 'payOutPlatform') THEN
    RETURN NEW;
  ELSE
    RAISE EXCEPTION 'whether a suspension stops the intent % is not decided', NEW.intent USING ERRCODE = 'OH031';
  END IF;
  SELECT status INTO payer_status FROM users WHERE id = payer FOR SHARE;
  IF payer_status = 'SUSPENDED' THEN
    RAISE EXCEPTION 'the user % is suspended', payer USING ERRCODE = 'OH030';
  END IF;
  RETURN NEW;
END $$;
