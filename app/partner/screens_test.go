package partner

import (
	"context"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/partner"
	"rumah/shared/words"
)

var now = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

// office is a partner.API with one hospital.
type office struct {
	partner.API
	none bool
}

func (o office) Hospitals(context.Context) (partner.Hospitals, error) {
	if o.none {
		return partner.Hospitals{}, nil
	}
	return partner.Hospitals{Items: []partner.HospitalLine{{Place: "rsud", Name: "RSUD <A>", In: true, Out: true, Waiting: 3, Dead: 1, Contact: now.Add(-5 * time.Minute)}, {Place: "b", Name: "RSUD B"}}}, nil
}

func (o office) Hospital(context.Context, partner.PlaceID) (partner.Hospital, error) {
	if o.none {
		return partner.Hospital{Place: "rsud", Name: "RSUD <A>", Address: "https://x.example.id/bpjs/rsud", Days: 7, Registers: true}, nil
	}
	return partner.Hospital{Place: "rsud", Name: "RSUD <A>", Address: "https://x.example.id/bpjs/rsud", Username: "bpjs", BaseURL: "https://apijkn.example.id/antreanrs", ConsID: "12345",
		Secret: true, UserKey: true, Registers: true, Days: 7, Save: 4, Dead: 1, Patients: 1284, Operations: 6, Contact: now.Add(-5 * time.Minute)}, nil
}

func (o office) Outbox(context.Context, partner.OutboxOf) (partner.Outbox, error) {
	if o.none {
		return partner.Outbox{Now: now}, nil
	}
	return partner.Outbox{Now: now, Next: "next", Items: []partner.Letter{
		{ID: 1, Booking: "20261123ABCDEFGH", Label: "A-012", Kind: partner.Task, Task: 4, Status: partner.Dead, At: now.Add(-time.Hour), Tries: 3, Error: "201 <b>TaskId=3 belum ada</b>"},
		{ID: 2, Booking: "20261123ABCDEFGJ", Label: "A-013", Kind: partner.Added, Status: partner.Waiting, At: now.Add(-time.Minute), Next: now.Add(time.Minute)},
	}}, nil
}

func at(lang words.Lang, path string) link.At { return link.At{Lang: lang, Path: path} }

func open(t *testing.T, lang words.Lang, o office) *Hospital {
	t.Helper()
	s := NewHospital(&house.House{City: city.Info{Offset: 420}, Partner: o, Now: func() time.Time { return now }}).(*Hospital)
	if err := s.Load(t.Context(), at(lang, ListPath+"/rsud")); err != nil {
		t.Fatal(err)
	}
	s.arrived()
	return s
}

// sees checks that a screen says some things and not others.
func sees(t *testing.T, s goapp.UI, say []string, not ...string) {
	t.Helper()
	page := goapp.HTMLString(s)
	for _, text := range say {
		if !strings.Contains(page, text) {
			t.Errorf("does not say %q", text)
		}
	}
	for _, text := range not {
		if strings.Contains(page, text) {
			t.Errorf("says %q", text)
		}
	}
}

func TestHospitals(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Langs {
		s := NewHospitals(&house.House{City: city.Info{Offset: 420}, Partner: office{}, Now: func() time.Time { return now }}).(*Hospitals)
		if err := s.Load(t.Context(), at(lang, ListPath)); err != nil {
			t.Fatal(err)
		}
		sees(t, s, []string{"RSUD &lt;A&gt;", words.BPJSBoth.In(lang), words.BPJSOff.In(lang), words.BPJSNever.In(lang), words.BPJSDeadN.In(lang, "1")})
		s.house.Partner = office{none: true}
		if err := s.Load(t.Context(), at(lang, ListPath)); err != nil {
			t.Fatal(err)
		}
		sees(t, s, []string{words.BPJSNone.In(lang)})
	}
}

// Secrets are never drawn, what BPJS said is text, and what waits is told in
// words.
func TestHospital(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Langs {
		sees(t, open(t, lang, office{}), []string{"https://x.example.id/bpjs/rsud", words.BPJSTask4.In(lang), words.BPJSAdded.In(lang), "&lt;b&gt;TaskId", words.BPJSStored.In(lang),
			words.BPJSProbe.In(lang), words.BPJSHasPassword.In(lang), words.ShowMore.In(lang)}, "<b>TaskId")
		sees(t, open(t, lang, office{none: true}), []string{words.BPJSBoxOff.In(lang), words.BPJSNoPassword.In(lang)}, words.BPJSProbe.In(lang), words.BPJSStored.In(lang))
	}
}

// What is written is not lost when a colleague saved meanwhile, and every
// line of a table that is wrong is named.
func TestConflictAndTable(t *testing.T) {
	t.Parallel()
	s := open(t, words.ID, office{})
	s.c.ConsID = "999"
	s.edited("cons_id")
	s.c.Save = 3
	s.arrived()
	if s.theirs == nil || s.c.ConsID != "999" || s.different(words.ID) != words.BPJSConsID.ID {
		t.Errorf("%+v, %q", s.theirs, s.different(words.ID))
	}
	s.pastes[patients].wrong = fault.From(fault.Wrong(fault.Field{Name: "3", Key: "paste_nik"}))
	s.password = "sandi-sekali"
	sees(t, s, []string{words.BPJSMeanwhile.ID, "Baris 3: NIK harus 16 angka", "sandi-sekali", words.BPJSMadeY.ID})
	s.begin(*s.theirs)
	if s.dirty || s.c.ConsID != "12345" || s.c.Secret != "" {
		t.Errorf("%+v", s.c)
	}
}
