-- Payments that a bank told of, each once: what became of it, and who looked.
CREATE TABLE payments (
  number         text NOT NULL, -- of the bill, as the payer wrote it
  ref            text NOT NULL, -- of the payment, as the bank names it
  amount         bigint NOT NULL CHECK (amount > 0), -- whole rupiah
  day            date NOT NULL,
  bank           text NOT NULL, -- gateway that told of it; '' for a statement
  agency_id      text REFERENCES agencies, -- whose officer looked; null for a gateway
  application_id text REFERENCES applications,
  outcome        text NOT NULL,
  person_id      text REFERENCES people, -- who looked; null for the house
  seen_at        timestamptz NOT NULL,
  PRIMARY KEY (number, ref)
);
CREATE INDEX payments_odd ON payments (seen_at DESC) WHERE outcome NOT IN ('settled', 'again');
CREATE INDEX applications_bill ON applications ((head #>> '{bill,number}')) WHERE head #>> '{bill,number}' IS NOT NULL;
CREATE INDEX applications_billed ON applications (((head #>> '{bill,at}')::bigint), id) WHERE head #>> '{bill,number}' IS NOT NULL;
