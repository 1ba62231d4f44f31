-- Answers already given to operations that must not happen twice. A retry
-- with the same key gets the same answer.
CREATE TABLE idempotency_keys (
  actor        text NOT NULL,
  operation    text NOT NULL,
  key          text NOT NULL,
  request_hash bytea NOT NULL,
  status       integer,          -- NULL while the first try is under way
  body         bytea,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, operation, key)
);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
