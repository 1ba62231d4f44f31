package main

import (
	"context"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/shared/access"
	callapi "rumah/shared/api"
	"rumah/shared/calendar"
	"rumah/shared/form"
	"rumah/shared/identity"
	"rumah/shared/permit"
)

// apply has a citizen send an application for a child to an office, and begin
// another.
func apply(t *testing.T, base string, citizen *somebody, child identity.Member, place string) (sent, begun string) {
	t.Helper()
	ctx := context.Background()
	client := permit.Client{Caller: api.HTTP{Base: base, Client: citizen.http}}
	start := func(key string) permit.Application {
		a, err := client.Start(callapi.WithKey(ctx, key), permit.Start{Service: "pengaduan", Place: place, Member: child.ID})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a := start("a-key-of-the-one-that-is-sent")
	_, err := client.Send(ctx, permit.Send{ID: a.ID, Answers: form.Answers{
		"nama": {Text: "Dimas Rahasia"}, "nik": {Text: "3515080101200003"}, "telepon": {Text: "081200000001"}, "rahasia": {Text: "yes"}, "tentang": {Text: "waktu"},
		"kantor": {Text: "Loket tiga"}, "tanggal": {Text: string(calendar.DateOf(time.Now().Add(-72 * time.Hour)))}, "cerita": {Text: "Menunggu dari pagi sampai sore."}, "benar": {Text: "yes"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return a.ID, start("a-key-of-the-one-that-waits").ID
}

// tryPermit are the operations on applications with the ids of another's.
func tryPermit(t *testing.T, base string, people []*somebody, mine, other *somebody, child identity.Member) []attempt {
	t.Helper()
	office := find(t, people, func(s *somebody) bool { return holds(access.Verifier)(s) })
	sent, begun := apply(t, base, mine, child, "kecamatan-taman")
	own, desk := "/api/permit/applications/", "/api/permit/desk/"
	list := []attempt{
		{office, "permit.Unphrase", "/api/permit/phrases/" + phrase(t, base, people), ""},
		{other, "permit.Start", "/api/permit/applications", `{"service":"pengaduan","place":"dinas-kominfo","member":"` + child.ID + `"}`},
	}
	for _, id := range []string{sent, begun} {
		list = append(list,
			attempt{other, "permit.Application", own + id, ""},
			attempt{other, "permit.Save", own + id + "/answers", `{"save":1,"answers":{"nama":{"text":"Dicuri"}}}`},
			attempt{other, "permit.Send", own + id + "/send", `{"answers":{"nama":{"text":"Dicuri"}}}`},
			attempt{other, "permit.Resend", own + id + "/correction", `{"answers":{"nama":{"text":"Dicuri"}}}`},
			attempt{other, "permit.Notify", own + id + "/notice", `{"proof":""}`},
			attempt{other, "permit.Drop", own + id + "/cancel", ""},
			attempt{office, "permit.Open", desk + id, ""},
			attempt{office, "permit.Reveal", desk + id + "/answers", ""},
			attempt{office, "permit.Act", desk + id + "/actions", `{"action":"take","seen":1}`},
		)
	}
	return list
}

// phrase is a sentence that an agency's admin keeps for colleagues.
func phrase(t *testing.T, base string, people []*somebody) string {
	t.Helper()
	office := find(t, people, func(s *somebody) bool { return holds(access.Verifier)(s) })
	admin := find(t, people, func(s *somebody) bool { return holds(access.Agency)(s) && s.agency != office.agency })
	p, err := permit.Client{Caller: api.HTTP{Base: base, Client: admin.http}}.Phrase(callapi.WithKey(context.Background(), "a-key-of-a-sentence"), permit.NewPhrase{Agency: admin.agency, Title: "Judul Rahasia", Body: "Isi Rahasia"})
	if err != nil {
		t.Fatal(err)
	}
	return p.ID
}

// tryForms are the operations on how the services of another agency are
// applied for.
func tryForms(other *somebody, service string) []attempt {
	desk := "/api/permitform/" + service
	form := `{"sections":[{"id":"a","title":{"id":"A"},"questions":[{"id":"a","kind":"text","label":{"id":"A"}}]}]}`
	way := `{"steps":[{"id":"a","stage":"documents","roles":["verifier"]},{"id":"b","stage":"signature","roles":["signer"]}],"promise":{"amount":1,"unit":"hours"}}`
	return []attempt{
		{other, "permitform.Edit", desk, ""},
		{other, "permitform.Version", desk + "/versions/1", ""},
		{other, "permitform.Save", desk + "/draft", `{"save":0,"content":{"form":` + form + `,"definition":` + way + `}}`},
		{other, "permitform.Discard", desk + "/draft/1", ""},
		{other, "permitform.Publish", desk + "/draft/1/publish", ""},
		{other, "permitform.Close", desk + "/close", ""},
	}
}
