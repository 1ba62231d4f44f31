package catalogue_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rumah/server/dbtest"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/revision"
)

// content is what a service says at the least.
func content(name string) catalogue.Content {
	return catalogue.Content{
		Name: name, Summary: "Untuk semua warga yang perlu.", Topic: catalogue.Letters, Aliases: []string{}, Requirements: []catalogue.Requirement{}, Steps: []string{},
		Promise: catalogue.Promise{Unit: catalogue.Unpromised}, Fee: catalogue.Fee{Kind: catalogue.Free}, Legal: []string{}, Places: []string{}, PlaceKinds: []place.Kind{},
	}
}

func refused(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.From(err); f == nil || f.Code != code || f.Key != key {
		t.Errorf("want %s %s, got %v", code, key, err)
	}
}

// A service from its first word to its end.
func TestServiceFromDraftToEnd(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	ani, budi := as("Ani", w.above), as("Budi", w.above)
	guest := context.Background()

	e, err := s.Create(ani, catalogue.NewService{ID: "izin-keramaian", Agency: w.below, Content: content("Izin Keramaian")})
	if err != nil || e.State != revision.Fresh || e.Draft == nil || e.Draft.Save != 1 || !e.Draft.Own || e.Drafted.Name != "Izin Keramaian" || e.Public.Name != "" || len(e.History) != 0 {
		t.Fatalf("%+v %v", e, err)
	}
	if len(e.Places) == 0 && e.AgencyID != w.below {
		t.Errorf("%+v", e)
	}
	if _, err := s.Get(guest, catalogue.ID{ID: "izin-keramaian"}); !fault.Is(err, fault.Unknown) {
		t.Errorf("a draft is public: %v", err)
	}
	if r, err := s.Find(guest, catalogue.Query{Text: "keramaian"}); err != nil || r.Total != 0 {
		t.Errorf("a draft is found: %+v %v", r, err)
	}
	_, err = s.Publish(ani, catalogue.DraftID{ID: "izin-keramaian", Save: 1})
	refused(t, err, fault.Denied, "own_draft")
	_, err = s.Publish(budi, catalogue.DraftID{ID: "izin-keramaian", Save: 2})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	if e, err = s.Edit(budi, catalogue.ID{ID: "izin-keramaian"}); err != nil || e.Draft == nil || e.Draft.Own || e.Draft.Author != "Ani" || !e.Draft.At.Equal(noon) {
		t.Errorf("%+v %v", e.Draft, err)
	}
	e, err = s.Publish(budi, catalogue.DraftID{ID: "izin-keramaian", Save: 1})
	if err != nil || e.State != revision.Published || e.Draft != nil || len(e.History) != 1 || e.History[0].Author != "Ani" || e.History[0].Publisher != "Budi" {
		t.Fatalf("%+v %v", e, err)
	}
	if r, err := s.Find(guest, catalogue.Query{Text: "keramaian"}); err != nil || r.Total != 1 || r.Items[0].ID != "izin-keramaian" {
		t.Errorf("what is public is not found: %+v %v", r, err)
	}

	// The next version replaces what is found and shown; the first stays readable.
	changed := e.Public
	changed.Name, changed.Topic = "Izin Hajatan", catalogue.Safety
	e, err = s.Save(budi, catalogue.SaveDraft{ID: "izin-keramaian", Save: 0, Note: "nama baru", Content: changed})
	if err != nil || e.State != revision.Drafted || e.Draft.Base != 1 || e.Public.Name != "Izin Keramaian" || e.Drafted.Name != "Izin Hajatan" {
		t.Fatalf("%+v %v", e, err)
	}
	_, err = s.Save(ani, catalogue.SaveDraft{ID: "izin-keramaian", Save: 0, Content: changed})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	if e, err = s.Publish(ani, catalogue.DraftID{ID: "izin-keramaian", Save: e.Draft.Save}); err != nil || len(e.History) != 2 || e.History[0].Number != 2 || e.History[0].Note != "nama baru" {
		t.Fatalf("%+v %v", e, err)
	}
	if r, err := s.Find(guest, catalogue.Query{Text: "keramaian"}); err != nil || r.Total != 0 {
		t.Errorf("the old words are found: %+v %v", r, err)
	}
	if c, err := s.Version(ani, catalogue.VersionID{ID: "izin-keramaian", Number: 1}); err != nil || c.Name != "Izin Keramaian" {
		t.Errorf("%+v %v", c, err)
	}
	_, err = s.Version(ani, catalogue.VersionID{ID: "izin-keramaian", Number: 3})
	refused(t, err, fault.Unknown, "unknown")

	// Out of the catalogue, and back by publishing.
	if e, err = s.Retire(ani, catalogue.Retirement{ID: "izin-keramaian", Reason: "pindah ke polisi"}); err != nil || !e.Retired || len(e.History) != 2 {
		t.Fatalf("%+v %v", e, err)
	}
	if _, err := s.Get(guest, catalogue.ID{ID: "izin-keramaian"}); !fault.Is(err, fault.Unknown) {
		t.Errorf("what is retired is public: %v", err)
	}
	if r, err := s.Find(guest, catalogue.Query{Text: "hajatan"}); err != nil || r.Total != 0 {
		t.Errorf("what is retired is found: %+v %v", r, err)
	}
	if e, err = s.Save(ani, catalogue.SaveDraft{ID: "izin-keramaian", Content: changed}); err != nil {
		t.Fatal(err)
	}
	if e, err = s.Publish(budi, catalogue.DraftID{ID: "izin-keramaian", Save: e.Draft.Save}); err != nil || e.Retired {
		t.Fatalf("%+v %v", e, err)
	}
	if svc, err := s.Get(guest, catalogue.ID{ID: "izin-keramaian"}); err != nil || svc.Version != 3 || svc.Since != "2026-11-23" {
		t.Errorf("%+v %v", svc, err)
	}
}

// A draft that was thrown away is not confused with the next one.
func TestDiscardedDraftsAreNotMistaken(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	ani, budi := as("Ani", ""), as("Budi", "")
	e, err := s.Save(ani, catalogue.SaveDraft{ID: "ktp-baru", Content: content("Yang pertama")})
	if err != nil {
		t.Fatal(err)
	}
	seen := e.Draft.Save
	if e, err = s.Discard(budi, catalogue.DraftID{ID: "ktp-baru", Save: seen}); err != nil || e.Draft != nil || !reflect.DeepEqual(e.Drafted, e.Public) {
		t.Fatalf("%+v %v", e, err)
	}
	if e, err = s.Save(ani, catalogue.SaveDraft{ID: "ktp-baru", Content: content("Yang kedua")}); err != nil || e.Draft.Save == seen {
		t.Fatalf("the number %d comes twice: %v", seen, err)
	}
	_, err = s.Publish(budi, catalogue.DraftID{ID: "ktp-baru", Save: seen})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	_, err = s.Discard(budi, catalogue.DraftID{ID: "ktp-baru", Save: seen})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	_, err = s.Save(budi, catalogue.SaveDraft{ID: "kk-baru", Save: 7, Content: content("Tanpa dibaca")})
	refused(t, err, fault.Conflict, "edited_meanwhile")
}

// Nobody reaches a service of an agency that is not theirs or below theirs.
func TestServicesOfOthersAreUnknown(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	stranger, under, nobody := as("Citra", w.other), as("Dewi", w.below), as("Eko", "no-such-agency")
	e, err := s.Save(as("Ani", w.above), catalogue.SaveDraft{ID: "ktp-baru", Content: content("Kartu baru")})
	if err != nil {
		t.Fatal(err)
	}
	at := catalogue.DraftID{ID: "ktp-baru", Save: e.Draft.Save}
	for name, ctx := range map[string]context.Context{"stranger": stranger, "under": under, "nobody": nobody, "guest": context.Background()} {
		for operation, err := range map[string]error{
			"edit":    second(s.Edit(ctx, catalogue.ID{ID: "ktp-baru"})),
			"version": second(s.Version(ctx, catalogue.VersionID{ID: "ktp-baru", Number: 1})),
			"save":    second(s.Save(ctx, catalogue.SaveDraft{ID: "ktp-baru", Save: at.Save, Content: content("Nama lain")})),
			"discard": second(s.Discard(ctx, at)),
			"publish": second(s.Publish(ctx, at)),
			"retire":  second(s.Retire(ctx, catalogue.Retirement{ID: "ktp-baru", Reason: "coba-coba"})),
			"unheard": second(s.Edit(ctx, catalogue.ID{ID: "nul\x00"})),
		} {
			if !fault.Is(err, fault.Unknown) {
				t.Errorf("%s of %s: %v", operation, name, err)
			}
		}
		_, err := s.Create(ctx, catalogue.NewService{ID: "baru", Agency: w.above, Content: content("Layanan baru")})
		refused(t, err, fault.Denied, "denied")
	}
	for name, want := range map[string]struct {
		ctx   context.Context
		total int
	}{"all": {as("Fajar", ""), 10}, "above": {as("Ani", w.above), 8}, "below": {under, 4}, "other": {stranger, 2}, "nobody": {nobody, 0}, "guest": {context.Background(), 0}} {
		desk, err := s.Desk(want.ctx, catalogue.DeskFilter{})
		if err != nil || desk.Total != want.total || len(desk.Items) != want.total || desk.Items == nil || desk.Agencies == nil {
			t.Errorf("the desk of %s has %d, want %d: %v", name, desk.Total, want.total, err)
		}
	}
	if desk, err := s.Desk(under, catalogue.DeskFilter{}); err != nil || len(desk.Agencies) != 1 || desk.Agencies[0].ID != w.below {
		t.Errorf("%+v %v", desk.Agencies, err)
	}
}

func second[T any](_ T, err error) error { return err }

// Those with a draft stand first; every page is complete.
func TestDesk(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	ani := as("Ani", w.above)
	if _, err := s.Save(ani, catalogue.SaveDraft{ID: "tidak-mampu", Note: "biaya", Content: content("Keterangan tidak mampu")}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Create(ani, catalogue.NewService{ID: "zakat", Agency: w.above, Content: content("Zakat")}); err != nil {
		t.Fatal(err)
	}
	seen := []string{}
	for filter := (catalogue.DeskFilter{Limit: 2}); ; {
		desk, err := s.Desk(as("Budi", w.above), filter)
		if err != nil || desk.Total != 9 {
			t.Fatalf("%+v %v", desk, err)
		}
		for _, l := range desk.Items {
			seen = append(seen, l.ID)
			if l.ID == "tidak-mampu" && (l.State != revision.Drafted || l.Draft == nil || l.Draft.Own || l.Draft.Author != "Ani" || l.Draft.Note != "biaya" || l.Version != 1 || l.Name != "Surat Keterangan Tidak Mampu") {
				t.Errorf("%+v", l)
			}
			if l.ID == "zakat" && (l.State != revision.Fresh || l.Version != 0 || l.Name != "Zakat") {
				t.Errorf("%+v", l)
			}
		}
		if filter.After = desk.Next; desk.Next == "" {
			break
		}
	}
	if want := "tidak-mampu zakat akta-kelahiran akta-kematian ktp-baru ktp-hilang kk-baru pindah-keluar pengantar-nikah"; strings.Join(seen, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(seen, " "), want)
	}
	for _, text := range []string{"AKTA", "%", "akta kelahrian", "'", "\x00"} {
		desk, err := s.Desk(ani, catalogue.DeskFilter{Text: text})
		if err != nil || strings.HasPrefix(strings.ToLower(text), "akta") != (desk.Total > 0) {
			t.Errorf("%q: %+v %v", text, desk, err)
		}
	}
}

// What cannot be is refused with the field that says so.
func TestCreateAndSaveRefuse(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	ani := as("Ani", w.above)
	for _, taken := range []string{"ktp-baru", "bayar-pbb"} {
		_, err := s.Create(ani, catalogue.NewService{ID: taken, Agency: w.above, Content: content("Layanan lain")})
		refused(t, err, fault.Conflict, "taken")
	}
	wrong := content("Layanan lain")
	wrong.Places, wrong.App = []string{w.pack.Places[0].ID, "no-such-place"}, "no-such-app"
	_, err := s.Save(ani, catalogue.SaveDraft{ID: "ktp-baru", Content: wrong})
	if f := fault.From(err); f == nil || len(f.Fields) != 2 || f.Fields[0].Name != "content.places.1" || f.Fields[1].Name != "content.app" {
		t.Errorf("%+v", err)
	}
	if e, err := s.Edit(ani, catalogue.ID{ID: "ktp-baru"}); err != nil || e.Draft != nil {
		t.Errorf("what was refused stays: %+v %v", e.Draft, err)
	}
}

// Of two who save at once exactly one wins, and the other is told.
func TestTwoWhoSaveAtOnce(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	save := 0
	for round := range 8 {
		done := make(chan error, 2)
		for _, name := range []string{"Ani", "Budi"} {
			go func() {
				done <- second(s.Save(as(name, ""), catalogue.SaveDraft{ID: "ktp-baru", Save: save, Content: content("Kartu dari " + name)}))
			}()
		}
		one, two := <-done, <-done
		if (one == nil) == (two == nil) || one != nil && !fault.Is(one, fault.Conflict) || two != nil && !fault.Is(two, fault.Conflict) {
			t.Fatalf("round %d: %v, %v", round, one, two)
		}
		e, err := s.Edit(as("Ani", ""), catalogue.ID{ID: "ktp-baru"})
		if err != nil || e.Draft.Save != save+1 || e.Drafted.Name != "Kartu dari "+e.Draft.Author {
			t.Fatalf("round %d: %+v %v", round, e.Draft, err)
		}
		save = e.Draft.Save
	}
}

// Of two who publish at once one does; the history has one version more.
func TestTwoWhoPublishAtOnce(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	for _, id := range []string{"ktp-baru", "kk-baru"} {
		e, err := s.Save(as("Ani", ""), catalogue.SaveDraft{ID: id, Content: content("Kartu " + id)})
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 2)
		for _, name := range []string{"Budi", "Citra"} {
			go func() { done <- second(s.Publish(as(name, ""), catalogue.DraftID{ID: id, Save: e.Draft.Save})) }()
		}
		one, two := <-done, <-done
		if (one == nil) == (two == nil) || one != nil && !fault.Is(one, fault.Conflict) || two != nil && !fault.Is(two, fault.Conflict) {
			t.Errorf("%v, %v", one, two)
		}
		if e, err = s.Edit(as("Ani", ""), catalogue.ID{ID: id}); err != nil || len(e.History) != 2 {
			t.Errorf("%+v %v", e.History, err)
		}
	}
}

// Whatever is published is shown as it was drafted.
func TestPublishShowsExactlyTheDraft(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	text := rapid.StringOfN(rapid.RuneFrom([]rune("aZ é😀'\"\\<>&?$%_{}[]:;\n\t0,.ꦗ")), 3, 40, -1)
	texts := rapid.SliceOfN(text, 0, 3)
	rapid.Check(t, func(r *rapid.T) {
		c := content("x" + text.Draw(r, "name"))
		c.Summary, c.Product, c.Complaints = text.Draw(r, "summary"), text.Draw(r, "product"), text.Draw(r, "complaints")
		c.Topic = rapid.SampledFrom(catalogue.Topics).Draw(r, "topic")
		c.Aliases, c.Steps, c.Legal = texts.Draw(r, "aliases"), texts.Draw(r, "steps"), texts.Draw(r, "legal")
		c.Fee = catalogue.Fee{Kind: catalogue.Levy, Amount: rapid.Int64Range(0, 1e9).Draw(r, "fee")}
		c.Promise.Amount, c.Confirmed = rapid.IntRange(0, 365).Draw(r, "promise"), rapid.Bool().Draw(r, "confirmed")
		for _, name := range texts.Draw(r, "requirements") {
			c.Requirements = append(c.Requirements, catalogue.Requirement{Name: name, Optional: rapid.Bool().Draw(r, "optional")})
		}
		c.PlaceKinds = append(c.PlaceKinds, rapid.SampledFrom(place.Kinds).Draw(r, "kind"))
		e, err := s.Save(as("Ani", ""), catalogue.SaveDraft{ID: "ktp-baru", Content: c})
		if err != nil || !reflect.DeepEqual(e.Drafted, c) {
			r.Fatalf("drafted %+v, got %+v: %v", c, e.Drafted, err)
		}
		if e, err = s.Publish(as("Budi", ""), catalogue.DraftID{ID: "ktp-baru", Save: e.Draft.Save}); err != nil || !reflect.DeepEqual(e.Public, c) {
			r.Fatalf("published %+v, got %+v: %v", c, e.Public, err)
		}
		svc, err := s.Get(context.Background(), catalogue.ID{ID: "ktp-baru"})
		if err != nil || !reflect.DeepEqual(svc.Content, c) {
			r.Fatalf("wrote %+v, shown %+v: %v", c, svc.Content, err)
		}
	})
}
