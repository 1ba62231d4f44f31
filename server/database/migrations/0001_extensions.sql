-- Trigrams forgive typing errors in searches. The extension is trusted: the
-- owner of a database may create it without being superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
