-- What was opened, so that an officer can only vouch for what they have seen:
-- the citizen may have written something else since.
ALTER TABLE openings ADD seen bytea; -- SHA-256 of what was sealed; null for documents
