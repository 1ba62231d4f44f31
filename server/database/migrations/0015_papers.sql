-- Files that answer questions of applications. The row comes first and says
-- what will come; the bytes lie outside, sealed: in pieces while they come,
-- then in one.
CREATE TABLE files (
  id             text PRIMARY KEY,
  person_id      text NOT NULL REFERENCES people,
  application_id text NOT NULL REFERENCES applications ON DELETE CASCADE,
  question       text NOT NULL,
  name           text NOT NULL,
  type           text NOT NULL,
  size           bigint NOT NULL CHECK (size > 0), -- as it was said, then as it is kept
  received       bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
  pieces         text[] NOT NULL DEFAULT '{}', -- where they lie, in their order
  hash           bytea,          -- SHA-256 of what is kept
  saved          boolean NOT NULL DEFAULT false, -- the saved answers of a draft name it
  begun_at       timestamptz NOT NULL,
  touched_at     timestamptz NOT NULL,
  finished_at    timestamptz,
  sent_at        timestamptz,    -- from here on it is a record of the office
  CHECK ((finished_at IS NULL) = (hash IS NULL)),
  CHECK (sent_at IS NULL OR finished_at IS NOT NULL)
);
CREATE INDEX files_application ON files (application_id);
CREATE INDEX files_waiting ON files (person_id) WHERE sent_at IS NULL;
CREATE INDEX files_pieces ON files (finished_at) WHERE finished_at IS NOT NULL AND pieces <> '{}';
CREATE INDEX files_untouched ON files (touched_at) WHERE sent_at IS NULL;

-- Files whose row is gone and whose bytes are still to be deleted.
CREATE TABLE files_gone (
  id text PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION files_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO files_gone (id) SELECT id FROM gone ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER files_go AFTER DELETE ON files REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION files_go();
