package main

import (
	"context"
	"testing"

	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/identity"
)

// tryPaper are the operations on files with the ids of another's: one that is
// on its way, and one that was sent with an application.
func tryPaper(t *testing.T, base, address string, people []*somebody, mine, other *somebody, child identity.Member) []attempt {
	t.Helper()
	ctx := context.Background()
	sent, begun := apply(t, base, mine, child, "kecamatan-taman")
	db, err := database.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.NewRaw(`
INSERT INTO files (id, person_id, application_id, question, name, type, size, begun_at, touched_at) VALUES ('ONTHEWAY', ?0, ?1, 'ktp', 'Rahasia.jpg', 'image/jpeg', 9, now(), now());
INSERT INTO files (id, person_id, application_id, question, name, type, size, begun_at, touched_at, finished_at, hash, sent_at) VALUES ('WASSENT', ?0, ?2, 'ktp', 'Rahasia.jpg', 'image/jpeg', 9, now(), now(), now(), '', now())`,
		mine.actor.ID, begun, sent).Exec(ctx)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.NewRaw(`
INSERT INTO documents (id, application_id, person_id, service_id, agency_id, year, class, seq, number, title, holder, issuer, signer_id, signer, office, date, key, certified, code, size, plain_hash, hash, signed_at)
SELECT 'WASSIGNED', id, person_id, service_id, agency_id, 2026, '471', 1, '471/1/2026', 'KIA', 'Dimas Rahasia', 'Rahasia', person_id, 'Rahasia', '', '2026-11-23', 1, false, 'X', 1, '', '', now() FROM applications WHERE id = ?`, sent).Exec(ctx)
	if err != nil {
		t.Fatal(err)
	}
	office := find(t, people, func(s *somebody) bool { return holds(access.Verifier)(s) })
	list := []attempt{
		{other, "paper.Begin", "/api/papers/uploads", `{"application":"` + begun + `","question":"ktp","name":"a.jpg","type":"image/jpeg","size":9}`}, {office, "paper.File", "/api/papers/files/WASSENT", ""},
		{other, "document.One", "/api/documents/mine/WASSIGNED", ""}, {other, "document.One", "/api/documents/mine/" + sent, ""}, {other, "document.File", "/api/documents/files/WASSIGNED", ""}, {office, "document.File", "/api/documents/files/WASSIGNED", ""}, {office, "document.Of", "/api/documents/applications/" + sent, ""},
		{other, "document.Attach", "/api/documents/files/WASSIGNED/attachments", `{"application":"` + begun + `","question":"foto_kk"}`}}
	for _, id := range []string{"ONTHEWAY", "WASSENT"} {
		list = append(list,
			attempt{other, "paper.Upload", "/api/papers/uploads/" + id, ""}, attempt{other, "paper.Add", "/api/papers/uploads/" + id, "x"}, attempt{other, "paper.Finish", "/api/papers/uploads/" + id + "/finish", ""},
			attempt{other, "paper.File", "/api/papers/files/" + id, ""}, attempt{other, "paper.Discard", "/api/papers/files/" + id, ""})
	}
	return list
}
