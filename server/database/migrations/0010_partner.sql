-- The health insurance (BPJS) and the hospitals: who may call us, whom we
-- call, and what was said. What identifies people is sealed by the program;
-- beside it stand keyed hashes to find it by.
CREATE TABLE bpjs_hospitals (
  place_id      text PRIMARY KEY REFERENCES places,
  username      text NOT NULL,            -- of those who call us; '' while nobody may
  password_hash text NOT NULL,            -- argon2id
  base_url      text NOT NULL,            -- whom we call; '' for nobody
  sealed        bytea,                    -- JSON: consumer id, secret and user key
  registers     boolean NOT NULL,         -- new patients may be told to us
  days          smallint NOT NULL CHECK (days BETWEEN 0 AND 90), -- ahead that can be booked
  last_norm     integer NOT NULL DEFAULT 0,
  save          bigint NOT NULL DEFAULT 1, -- grows with each change
  changed_at    timestamptz NOT NULL,
  contact_at    timestamptz               -- when either last heard the other, to the minute
);

CREATE TABLE bpjs_patients (
  id        text PRIMARY KEY,
  place_id  text NOT NULL REFERENCES bpjs_hospitals,
  norm      text NOT NULL,          -- number of the medical record
  person    text NOT NULL,          -- key of who it is, as tickets have it
  card_hash bytea,                  -- null for somebody without insurance
  sealed    bytea NOT NULL,         -- JSON: who it is
  made_at   timestamptz NOT NULL,
  seen_at   timestamptz,            -- first time they came; null for somebody new
  UNIQUE (place_id, norm),
  UNIQUE (place_id, person)
);
CREATE UNIQUE INDEX bpjs_patients_card ON bpjs_patients (place_id, card_hash) WHERE card_hash IS NOT NULL;

-- A booking is written before its number is taken, and finished by whoever
-- tries again when the first died in between. Days and tickets are named,
-- not referred to: they are another domain's.
CREATE TABLE bpjs_bookings (
  id             text PRIMARY KEY,
  code           text NOT NULL CHECK (length(code) BETWEEN 1 AND 36),
  place_id       text NOT NULL REFERENCES bpjs_hospitals,
  status         text NOT NULL CHECK (status IN ('taking', 'live', 'cancelled', 'absent')),
  known          boolean NOT NULL,           -- BPJS made it; else we tell them
  patient_id     text NOT NULL REFERENCES bpjs_patients,
  fresh          boolean NOT NULL,           -- on the first visit to the hospital
  jkn            boolean NOT NULL,
  kind           smallint NOT NULL CHECK (kind BETWEEN 1 AND 4), -- jeniskunjungan
  reference_hash bytea,                      -- of the referral; null without one
  person         text NOT NULL,              -- key of the holder, as tickets have it
  sealed         bytea NOT NULL,             -- JSON: card, NIK, phone, referral
  day_id         text NOT NULL,
  ticket_id      text UNIQUE,                -- null while it is being taken
  number         integer NOT NULL DEFAULT 0,
  label          text NOT NULL DEFAULT '',
  pharmacy_id    text UNIQUE,                -- ticket at the pharmacy
  poli           text NOT NULL,
  poli_name      text NOT NULL,
  doctor         integer NOT NULL,
  doctor_name    text NOT NULL,
  date           date NOT NULL,
  opens          smallint NOT NULL,
  closes         smallint NOT NULL,
  opens_at       timestamptz NOT NULL,
  estimate_at    timestamptz,
  made_at        timestamptz NOT NULL,
  checked_at     timestamptz,
  cancelled_at   timestamptz,
  cancelled_by   text NOT NULL DEFAULT '' CHECK (cancelled_by IN ('', 'bpjs', 'house')),
  reason         text NOT NULL DEFAULT '',
  open           boolean NOT NULL DEFAULT true, -- there may be more to tell BPJS
  UNIQUE (place_id, code),
  CHECK (status <> 'live' OR ticket_id IS NOT NULL)
);
CREATE UNIQUE INDEX bpjs_bookings_twice ON bpjs_bookings (day_id, person) WHERE status IN ('taking', 'live');
CREATE UNIQUE INDEX bpjs_bookings_reference ON bpjs_bookings (place_id, reference_hash) WHERE status IN ('taking', 'live') AND reference_hash IS NOT NULL;
CREATE INDEX bpjs_bookings_open ON bpjs_bookings (date) WHERE open;

CREATE TABLE bpjs_operations (
  place_id   text NOT NULL REFERENCES bpjs_hospitals,
  code       text NOT NULL,          -- kodebooking
  date       date NOT NULL,
  action     text NOT NULL,          -- jenistindakan
  poli       text NOT NULL,
  poli_name  text NOT NULL,
  done       boolean NOT NULL,
  card_hash  bytea,                  -- null for somebody without insurance
  card       bytea,                  -- sealed
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (place_id, code)
);
CREATE INDEX bpjs_operations_date ON bpjs_operations (place_id, date);
CREATE INDEX bpjs_operations_card ON bpjs_operations (place_id, card_hash) WHERE card_hash IS NOT NULL;

-- What BPJS is to be told, in the order of id within a booking.
CREATE TABLE bpjs_outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id text NOT NULL REFERENCES bpjs_bookings,
  place_id   text NOT NULL REFERENCES bpjs_hospitals,
  kind       text NOT NULL CHECK (kind IN ('add', 'task', 'cancel', 'pharmacy')),
  task       smallint NOT NULL CHECK (task BETWEEN 0 AND 7 OR task = 99), -- 0 for what is no task
  at         timestamptz NOT NULL, -- when it happened
  status     text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sent', 'dead', 'dismissed')),
  tries      integer NOT NULL DEFAULT 0,
  refusals   integer NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL,
  error      text NOT NULL DEFAULT '', -- what BPJS said last
  made_at    timestamptz NOT NULL,
  ended_at   timestamptz,
  ended_by   text REFERENCES people,   -- who dismissed it
  CONSTRAINT outbox_once UNIQUE (booking_id, kind, task),
  CHECK ((kind = 'task') = (task > 0))
);
CREATE INDEX bpjs_outbox_waiting ON bpjs_outbox (booking_id, id) WHERE status IN ('waiting', 'dead');
CREATE INDEX bpjs_outbox_dead ON bpjs_outbox (place_id, id) WHERE status = 'dead';
