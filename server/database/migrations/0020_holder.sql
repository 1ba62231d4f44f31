-- A file can be a letter of the house that its holder has attached: what it is
-- worth says the register, not a scan.
ALTER TABLE files ADD COLUMN letter_id text REFERENCES documents;
