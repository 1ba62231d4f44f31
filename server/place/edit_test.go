package place_test

import (
	"context"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/dbtest"
	service "rumah/server/place"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/revision"
)

// as is a context in which somebody of an agency asks; "" is the whole regency.
func as(name, agency string) context.Context {
	return api.WithActor(context.Background(), access.Actor{
		ID: "id-" + name, Name: name, Staff: true, Grants: []access.Grant{{Role: access.Agency, Agency: agency}},
	})
}

// office is a place to edit, with its pack.
func office(t *testing.T, db bun.IDB) (*service.Service, *city.Pack, place.Place) {
	t.Helper()
	for _, folder := range packs(t) {
		pack := reload(t, db, folder, nil)
		s := service.New(db, func() time.Time { return noon }, wib)
		page, err := s.List(context.Background(), place.Filter{Limit: 1})
		if err != nil || len(page.Items) == 0 {
			t.Fatal(err)
		}
		return s, pack, page.Items[0]
	}
	return nil, nil, place.Place{}
}

// reload loads a pack after a change.
func reload(t *testing.T, db bun.IDB, folder fs.FS, change func(*city.Pack)) *city.Pack {
	t.Helper()
	pack, err := city.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		pack.Hash += "changed"
		change(pack)
	}
	if err := service.Import(context.Background(), db, pack); err != nil {
		t.Fatal(err)
	}
	return pack
}

var written = place.Content{
	Name: "Kantor Baru", Address: "Jl. Mawar 1; depan pasar", Phone: "0318900000", Aliases: []string{"kantor; lama", "balai"}, Confirmed: true, OnLeave: true,
	Week: []place.Span{{Day: 1, Open: 480, Close: 720}, {Day: 1, Open: 780, Close: 960}, {Day: 6, Open: 0, Close: 1440}},
}

func refused(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.From(err); f == nil || f.Code != code || f.Key != key {
		t.Errorf("want %s %s, got %v", code, key, err)
	}
}

// What an agency writes about a place is shown once somebody else agrees,
// and stays when the pack is loaded again or drops the place.
func TestPlaceIsWrittenInTheHouse(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	s, pack, p := office(t, db)
	guest, ani, budi := context.Background(), as("Ani", p.AgencyID), as("Budi", p.AgencyID)
	e, err := s.Edit(ani, place.ID{ID: p.ID})
	if err != nil || e.State != revision.Published || e.Public.Name != p.Name || e.Draft != nil || len(e.History) != 1 || e.History[0].Number != 1 || e.Notes == nil || e.Public.Week == nil {
		t.Fatalf("%+v %v", e, err)
	}
	before := e.Public
	if c, err := s.Version(ani, place.VersionID{ID: p.ID, Number: 1}); err != nil || !reflect.DeepEqual(c, before) {
		t.Errorf("what the pack says is read: %+v %v", c, err)
	}
	_, err = s.Version(ani, place.VersionID{ID: p.ID, Number: 2})
	refused(t, err, fault.Unknown, "unknown")
	mixed := written
	mixed.Week = []place.Span{written.Week[2], written.Week[1], written.Week[0]}
	if e, err = s.Save(ani, place.SaveDraft{ID: p.ID, Note: "pindah", Content: mixed}); err != nil || e.State != revision.Drafted || !reflect.DeepEqual(e.Drafted, written) || !reflect.DeepEqual(e.Public, before) || e.Draft.Base != 1 {
		t.Fatalf("%+v %v", e, err)
	}
	if d, err := s.Get(guest, place.ID{ID: p.ID}); err != nil || d.Place != p {
		t.Errorf("a draft is public: %+v %v", d.Place, err)
	}
	at := place.DraftID{ID: p.ID, Save: e.Draft.Save}
	_, err = s.Publish(ani, at)
	refused(t, err, fault.Denied, "own_draft")
	_, err = s.Publish(budi, place.DraftID{ID: p.ID, Save: at.Save + 1})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	e, err = s.Publish(budi, at)
	if err != nil || !reflect.DeepEqual(e.Public, written) || len(e.History) != 2 || e.History[0].Author != "Ani" || e.History[0].Publisher != "Budi" || e.History[1].Author != "" {
		t.Fatalf("%+v %v", e, err)
	}
	for number, c := range []place.Content{before, written} {
		if read, err := s.Version(budi, place.VersionID{ID: p.ID, Number: number + 1}); err != nil || !reflect.DeepEqual(read, c) {
			t.Errorf("version %d: %+v %v", number+1, read, err)
		}
	}
	shown := func(when string) {
		t.Helper()
		d, err := s.Get(guest, place.ID{ID: p.ID})
		if err != nil || d.Place.Name != written.Name || d.Place.Address != written.Address || d.Place.Phone != written.Phone || d.Place.Kind != p.Kind || d.Place.Lon != p.Lon {
			t.Errorf("%s: %+v %v", when, d.Place, err)
		}
		if d.Source.Title != p.AgencyName || d.Source.Date != "2026-11-23" {
			t.Errorf("%s: the source is %+v", when, d.Source)
		}
		if h := d.Schedule; !reflect.DeepEqual(h.Week, written.Week) || !h.Confirmed || h.OnHoliday || !h.OnLeave {
			t.Errorf("%s: %+v", when, d.Schedule)
		}
	}
	shown("published")
	for _, folder := range packs(t) {
		reload(t, db, folder, func(pack *city.Pack) {
			for i := range pack.Places {
				pack.Places[i].Name, pack.Places[i].Phone, pack.Places[i].Aliases = "Nama Paket", "112", nil
			}
		})
		shown("loaded again")
		reload(t, db, folder, func(pack *city.Pack) {
			pack.Hash += "2"
			pack.Places = pack.Places[:0]
		})
		shown("left the pack")
		if page, err := s.List(guest, place.Filter{}); err != nil || page.Total != 1 {
			t.Errorf("%d of %d places stay: %v", page.Total, len(pack.Places), err)
		}
	}
	// Written once more, by the other way round.
	again := written
	again.Week = []place.Span{}
	if e, err = s.Save(budi, place.SaveDraft{ID: p.ID, Content: again}); err != nil {
		t.Fatal(err)
	}
	if e, err = s.Publish(ani, place.DraftID{ID: p.ID, Save: e.Draft.Save}); err != nil || len(e.History) != 3 || len(e.Public.Week) != 0 {
		t.Fatalf("%+v %v", e, err)
	}
	if d, err := s.Get(guest, place.ID{ID: p.ID}); err != nil || len(d.Schedule.Week) != 0 {
		t.Errorf("%+v %v", d.Schedule, err)
	}
}

// A draft is thrown away; the place is as it was.
func TestPlaceDraftIsDiscarded(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	s, _, p := office(t, db)
	ani := as("Ani", "")
	e, err := s.Save(ani, place.SaveDraft{ID: p.ID, Content: written})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Save(as("Budi", ""), place.SaveDraft{ID: p.ID, Content: written})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	_, err = s.Discard(ani, place.DraftID{ID: p.ID, Save: 7})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	if e, err = s.Discard(ani, place.DraftID{ID: p.ID, Save: e.Draft.Save}); err != nil || e.Draft != nil || !reflect.DeepEqual(e.Drafted, e.Public) {
		t.Errorf("%+v %v", e, err)
	}
	if d, err := s.Get(ani, place.ID{ID: p.ID}); err != nil || d.Place != p {
		t.Errorf("%+v %v", d.Place, err)
	}
}

// Notes wait on the desk until they are settled.
func TestNotesAreSettled(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	s, _, p := office(t, db)
	ani := as("Ani", p.AgencyID)
	receipt, err := s.Correct(context.Background(), place.NewCorrection{ID: p.ID, About: "hours", Text: "tutup lebih awal"})
	if err != nil {
		t.Fatal(err)
	}
	desk, err := s.Desk(ani, place.DeskFilter{Text: p.Name})
	if err != nil || len(desk.Items) == 0 || desk.Items[0].ID != p.ID || desk.Items[0].Notes != 1 {
		t.Errorf("%+v %v", desk, err)
	}
	e, err := s.Edit(ani, place.ID{ID: p.ID})
	if want := (place.Note{Code: receipt.Code, About: "hours", Text: "tutup lebih awal", At: noon.UTC()}); err != nil || len(e.Notes) != 1 || e.Notes[0] != want {
		t.Errorf("%+v %v", e.Notes, err)
	}
	_, err = s.Settle(as("Citra", "no-such-agency"), place.NoteID{ID: p.ID, Code: receipt.Code})
	refused(t, err, fault.Unknown, "unknown")
	for _, code := range []string{"K-NONE", "\x00", ""} {
		_, err = s.Settle(ani, place.NoteID{ID: p.ID, Code: code})
		refused(t, err, fault.Unknown, "unknown")
	}
	for _, name := range []string{"Ani", "Budi"} { // a second time changes nothing
		if e, err = s.Settle(as(name, p.AgencyID), place.NoteID{ID: p.ID, Code: receipt.Code}); err != nil || len(e.Notes) != 0 {
			t.Errorf("%+v %v", e.Notes, err)
		}
	}
	var by string
	if err := db.NewRaw("SELECT handled_name FROM corrections WHERE code = ?", receipt.Code).Scan(ani, &by); err != nil || by != "Ani" {
		t.Errorf("settled by %q: %v", by, err)
	}
}

// Nobody reaches a place of an agency that is not theirs or below theirs.
func TestPlacesOfOthersAreUnknown(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	s, pack, p := office(t, db)
	above := p.AgencyID
	for _, a := range pack.Agencies {
		if a.ID == p.AgencyID && a.Parent != "" {
			above = a.Parent
		}
	}
	e, err := s.Save(as("Ani", above), place.SaveDraft{ID: p.ID, Content: written})
	if err != nil {
		t.Fatal(err)
	}
	at := place.DraftID{ID: p.ID, Save: e.Draft.Save}
	for name, ctx := range map[string]context.Context{"stranger": as("Eko", "no-such-agency"), "guest": context.Background()} {
		for operation, err := range map[string]error{
			"edit":    second(s.Edit(ctx, place.ID{ID: p.ID})),
			"version": second(s.Version(ctx, place.VersionID{ID: p.ID, Number: 1})),
			"save":    second(s.Save(ctx, place.SaveDraft{ID: p.ID, Save: at.Save, Content: written})),
			"discard": second(s.Discard(ctx, at)),
			"publish": second(s.Publish(ctx, at)),
			"unheard": second(s.Save(ctx, place.SaveDraft{ID: "nul\x00"})),
		} {
			if !fault.Is(err, fault.Unknown) {
				t.Errorf("%s of %s: %v", operation, name, err)
			}
		}
		if desk, err := s.Desk(ctx, place.DeskFilter{}); err != nil || desk.Total != 0 || desk.Items == nil {
			t.Errorf("%+v %v", desk, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// Every page of a desk is complete, whatever the names are.
func TestPlaceDeskPages(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	s, pack, p := office(t, db)
	long := written
	long.Name = strings.Repeat("😀", 120)
	e, err := s.Save(as("Ani", ""), place.SaveDraft{ID: p.ID, Content: long})
	if err == nil {
		_, err = s.Publish(as("Budi", ""), place.DraftID{ID: p.ID, Save: e.Draft.Save})
	}
	if err == nil {
		_, err = s.Save(as("Ani", ""), place.SaveDraft{ID: pack.Places[len(pack.Places)-1].ID, Content: written})
	}
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for filter := (place.DeskFilter{Limit: 7}); ; {
		desk, err := s.Desk(as("Budi", ""), filter)
		if err != nil || desk.Total != len(pack.Places) || len(desk.Next) > 200 {
			t.Fatalf("%d, cursor of %d: %v", desk.Total, len(desk.Next), err)
		}
		if filter.After == "" && (desk.Items[0].State != revision.Drafted || desk.Items[0].Draft.Own || desk.Items[1].State != revision.Published) {
			t.Errorf("%+v", desk.Items[:2])
		}
		for _, l := range desk.Items {
			if seen[l.ID] {
				t.Errorf("%s twice", l.ID)
			}
			seen[l.ID] = true
		}
		if filter.After = desk.Next; desk.Next == "" {
			break
		}
	}
	if len(seen) != len(pack.Places) {
		t.Errorf("%d of %d", len(seen), len(pack.Places))
	}
	for filter := (place.Filter{Limit: 1}); ; { // a long name in the public list
		page, err := s.List(context.Background(), filter)
		if err != nil || len(page.Next) > 200 {
			t.Fatalf("cursor of %d: %v", len(page.Next), err)
		}
		if filter.After = page.Next; page.Next == "" {
			break
		}
	}
}

// Of two who publish at once one does, and the other is told why not.
func TestTwoWhoPublishAPlaceAtOnce(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	s, _, p := office(t, db)
	e, err := s.Save(as("Ani", ""), place.SaveDraft{ID: p.ID, Content: written})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 2)
	for _, name := range []string{"Budi", "Citra"} {
		go func() { done <- second(s.Publish(as(name, ""), place.DraftID{ID: p.ID, Save: e.Draft.Save})) }()
	}
	one, two := <-done, <-done
	if (one == nil) == (two == nil) || one != nil && !fault.Is(one, fault.Conflict) || two != nil && !fault.Is(two, fault.Conflict) {
		t.Errorf("%v, %v", one, two)
	}
	if e, err = s.Edit(as("Ani", ""), place.ID{ID: p.ID}); err != nil || len(e.History) != 2 {
		t.Errorf("%+v %v", e.History, err)
	}
}
