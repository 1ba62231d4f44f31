-- What an application took, written in the moment the office is done with it:
-- working days and promises are reckoned by the rules, never by the database.
ALTER TABLE applications
  ADD ended_at     timestamptz, -- null until the office has decided, and for what it did not decide
  ADD took_days    integer,     -- working days; null when its clock never began
  ADD took_minutes integer,     -- in which the office was open
  ADD in_time      boolean,     -- null without a promise
  ADD returned     boolean;     -- to be corrected, at least once
CREATE INDEX applications_sent ON applications (service_id, sent_at) WHERE version > 0;
CREATE INDEX applications_ended ON applications (service_id, ended_at) INCLUDE (took_days, took_minutes, in_time, returned) WHERE ended_at IS NOT NULL;
CREATE INDEX applications_unmeasured ON applications (id) WHERE ended_at IS NULL AND stage IN ('pickup', 'issued', 'collected', 'refused', 'revoked', 'replaced');
