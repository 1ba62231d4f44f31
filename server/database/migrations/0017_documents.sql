-- Keys that documents are signed with. The newest without an end signs; the
-- others are there to verify what they signed.
CREATE TABLE proof_keys (
  number      smallint PRIMARY KEY CHECK (number BETWEEN 1 AND 255),
  certified   boolean NOT NULL,     -- for documents that a certified provider signs
  public      bytea NOT NULL UNIQUE, -- Ed25519
  sealed      bytea NOT NULL,       -- the secret both keys come from
  certificate bytea NOT NULL,       -- X.509, of the key that signs the PDF
  from_date   date NOT NULL,
  until_date  date                  -- the last day on which it signs; null for now
);
CREATE UNIQUE INDEX proof_keys_current ON proof_keys (certified) WHERE until_date IS NULL;

-- How far each numbering has come. A number is taken by the transaction that
-- writes its document, so none is left out.
CREATE TABLE letter_series (
  agency_id text NOT NULL REFERENCES agencies,
  year      integer NOT NULL,
  class     text NOT NULL,
  last      integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (agency_id, year, class)
);

-- Issued documents; their bytes lie with the files, sealed.
CREATE TABLE documents (
  id             text PRIMARY KEY,     -- 128 random bits: what a code names it by
  application_id text NOT NULL UNIQUE REFERENCES applications,
  person_id      text NOT NULL REFERENCES people,
  service_id     text NOT NULL,
  agency_id      text NOT NULL REFERENCES agencies,
  year           integer NOT NULL,
  class          text NOT NULL,
  seq            integer NOT NULL,
  number         text NOT NULL,
  title          text NOT NULL,
  holder         text NOT NULL,
  issuer         text NOT NULL,
  signer_id      text NOT NULL REFERENCES people,
  signer         text NOT NULL,
  office         text NOT NULL,
  date           date NOT NULL,
  until          date,
  key            smallint NOT NULL REFERENCES proof_keys,
  certified      boolean NOT NULL,
  code           text NOT NULL,        -- that of the QR code
  size           bigint NOT NULL,
  plain_hash     bytea NOT NULL,       -- SHA-256 before and after it was signed
  hash           bytea NOT NULL,
  signed_at      timestamptz NOT NULL,
  ended          text CHECK (ended IN ('revoked', 'replaced')),
  ended_at       timestamptz,
  ended_by       text REFERENCES people,
  reason         text NOT NULL DEFAULT '',
  instead_id     text REFERENCES documents,
  UNIQUE (agency_id, year, class, seq),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK ((ended = 'replaced') = (instead_id IS NOT NULL) OR ended IS NULL AND instead_id IS NULL)
);
CREATE INDEX documents_person ON documents (person_id, signed_at DESC);
CREATE INDEX documents_number ON documents (number);
CREATE INDEX documents_ended ON documents (ended_at) WHERE ended IS NOT NULL;

-- Signatures whose answer was lost: nobody knows whether they were made. The
-- number stays with the application, and is used when it is signed again.
CREATE TABLE lost_signings (
  application_id text PRIMARY KEY REFERENCES applications,
  agency_id      text NOT NULL REFERENCES agencies,
  year           integer NOT NULL,
  class          text NOT NULL,
  seq            integer NOT NULL,
  number         text NOT NULL,
  plain_hash     bytea NOT NULL, -- SHA-256 of what was to be signed
  signer_id      text NOT NULL REFERENCES people,
  at             timestamptz NOT NULL,
  UNIQUE (agency_id, year, class, seq)
);
