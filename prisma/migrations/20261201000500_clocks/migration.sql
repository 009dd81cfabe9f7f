-- What a new run of a dispute must know of the one before, when that one ended too early.
ALTER TABLE dispute
  ADD COLUMN decided_by TEXT,
  -- decisions that an operator stopped before they were paid: each had a step of its own
  ADD COLUMN rulings_given_up INTEGER NOT NULL DEFAULT 0 CHECK (rulings_given_up >= 0);
