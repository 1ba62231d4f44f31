package permit_test

import (
	"slices"
	"testing"
	"time"

	"rumah/shared/access"
	contract "rumah/shared/permit"
)

// A desk in a house with 100,000 applications, of which a third is not over,
// in forty agencies and one that has a fifth of all.
func BenchmarkDesk(b *testing.B) {
	h := open(b)
	h.exec(`
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) SELECT 'kantor-' || n, n::text, 'K', 'Kantor ' || n, 'village', 'taman', 's' FROM generate_series(1, 40) n;
INSERT INTO people (id, kind, name, created_at) SELECT 'warga-' || n, 'citizen', 'Warga ' || md5(n::text), now() FROM generate_series(1, 20000) n;
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, rank, due_at, created_at, saved_at, sent_at, changed_at)
SELECT 'X' || lpad(n::text, 9, '0'), 'domisili', 1, p.id, p.name, CASE WHEN n % 5 = 0 THEN 'bebekan' ELSE 'kantor-' || 1 + n % 40 END, 'kantor-bebekan', '\x00'::bytea || sha256(n::text::bytea) || sha256('a') || sha256('b') || sha256('c'),
  sha256(n::text::bytea), 3, jsonb_build_object('stage', stage, 'step', 'berkas', 'since', 1795000000000 + n * 1000, 'clock', '{}'::jsonb, 'officer', CASE WHEN n % 300 = 0 THEN 'vera' END),
  CASE stage WHEN 'issued' THEN -n ELSE 1795400000000 + (n * 7919 % 100000) * 10000 END, CASE WHEN stage <> 'issued' THEN to_timestamp(1795400000 + (n * 7919 % 100000) * 10) END, now(), now(), now(), now()
FROM generate_series(1, 100000) n JOIN people p ON p.id = 'warga-' || 1 + n % 20000,
  LATERAL (SELECT CASE WHEN n % 3 > 0 THEN 'issued' WHEN n % 7 = 0 THEN 'signature' WHEN n % 101 = 0 THEN 'returned' ELSE 'documents' END AS stage) x;
ANALYZE applications`)
	grants["warga-kantor-3"] = []access.Grant{{Role: access.Verifier, Agency: "kantor-3"}}
	for _, c := range []struct {
		name, who string
		f         contract.DeskFilter
	}{
		{"agency with a fifth", "vera", contract.DeskFilter{}},
		{"small agency", "warga-kantor-3", contract.DeskFilter{}},
		{"kecamatan over forty", "camat", contract.DeskFilter{}},
		{"everything", "bupati", contract.DeskFilter{}},
		{"a place in everything", "bupati", contract.DeskFilter{Place: "kantor-bebekan"}},
		{"a rare stage", "vera", contract.DeskFilter{Stage: contract.Returned}},
		{"a stage nobody is at", "bupati", contract.DeskFilter{Stage: contract.PickUp}},
		{"mine", "vera", contract.DeskFilter{Mine: true}},
		{"free and late", "vera", contract.DeskFilter{Free: true, Late: true}},
		{"a name", "vera", contract.DeskFilter{Text: "abc12"}},
		{"a name in everything", "bupati", contract.DeskFilter{Text: "abc12"}},
		{"over", "vera", contract.DeskFilter{Over: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				if _, err := h.Desk(h.as(c.who), c.f); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
