-- Accounts that were closed are looked for every minute: their numbers end.
CREATE INDEX people_closed ON people (id) WHERE closed_at IS NOT NULL;
