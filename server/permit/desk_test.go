package permit_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"rumah/shared/fault"
	contract "rumah/shared/permit"
)

// ids are what somebody has on their desk.
func (h *house) ids(who string, f contract.DeskFilter) string {
	h.t.Helper()
	desk, err := h.Desk(h.as(who), f)
	if err != nil {
		h.t.Fatal(err)
	}
	list := make([]string, len(desk.Items))
	for i, l := range desk.Items {
		list[i] = l.ID
	}
	return strings.Join(list, " ")
}

// Who works for an agency, at a place of it or for one above it has what is
// theirs on the desk, and can open it; for everybody else it is not there.
func TestWhoseItIs(t *testing.T) {
	t.Parallel()
	h := open(t)
	draft, _ := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	a := h.sent()
	for who := range grants {
		sees := who == "vera" || who == "vino" || who == "dua" || who == "lurah" || who == "camat" || who == "bupati"
		if got := h.ids(who, contract.DeskFilter{}); (got == a.ID) != sees || !sees && got != "" {
			t.Errorf("%s has %q", who, got)
		}
		f, err := h.Open(h.as(who), contract.ID{ID: a.ID})
		if sees != (err == nil) || !sees && !fault.Is(err, fault.Unknown) {
			t.Errorf("%s opens it: %v", who, err)
		}
		if text, _ := json.Marshal(f); strings.Contains(string(text), nik) {
			t.Errorf("%s reads a whole NIK", who)
		}
		if _, err := h.Act(h.as(who), contract.Act{ID: a.ID, Seen: 1, Action: contract.Remark, Note: "x"}); !sees && !fault.Is(err, fault.Unknown) {
			t.Errorf("%s acts on it: %v", who, err)
		}
		if _, err := h.Open(h.as(who), contract.ID{ID: draft.ID}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s opens what was not sent: %v", who, err)
		}
	}
	for _, id := range []string{a.ID, draft.ID} {
		errs := []error{h.Drop(h.as("budi"), contract.ID{ID: id})}
		_, err := h.Application(h.as("budi"), contract.ID{ID: id})
		errs = append(errs, err)
		_, err = h.Save(h.as("budi"), contract.Save{ID: id, Save: 1})
		errs = append(errs, err)
		_, err = h.Send(h.as("budi"), contract.Send{ID: id})
		errs = append(errs, err)
		_, err = h.Resend(h.as("budi"), contract.Send{ID: id})
		errs = append(errs, err)
		_, err = h.Notify(h.as("budi"), contract.Paid{ID: id})
		errs = append(errs, err)
		for _, err := range errs {
			if !fault.Is(err, fault.Unknown) {
				t.Errorf("%v", err)
			}
		}
	}
	if mine, err := h.Mine(h.as("budi"), contract.MineOf{}); err != nil || len(mine.Live)+len(mine.Past) != 0 {
		t.Errorf("%+v %v", mine, err)
	}
	// The head of the kecamatan hands out work of a kelurahan below it.
	f := h.act("camat", a.ID, contract.Act{Action: contract.Take, To: "vino"})
	if f.Officer != (contract.Named{ID: "vino", Name: "Vino"}) || len(f.Colleagues) != 3 {
		t.Errorf("%+v %+v", f.Officer, f.Colleagues)
	}
	_, err := h.try("camat", a.ID, contract.Act{Action: contract.HandOver, To: "carla"})
	want(t, err, "choice")
}

// Who reads a whole NIK does so in front of its owner, and not many of them.
func TestWholeNumbersAreToldOf(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	got, err := h.Reveal(h.as("vera"), contract.ID{ID: a.ID})
	if err != nil || got.Answers["nik"].Text != nik {
		t.Fatal(got, err)
	}
	opened := h.text(`SELECT string_agg(person_id || ' ' || whom || ' ' || reader_id || ' ' || agency_id || ' ' || purpose, ' ') FROM openings`)
	if opened != "siti  vera bebekan Memeriksa permohonan Surat domisili, nomor "+a.ID || !strings.Contains(h.told("siti"), "account_opened: vera membuka data Anda Kelurahan Bebekan") {
		t.Errorf("%s\n%s", opened, h.told("siti"))
	}
	if _, err := h.Reveal(h.as("carla"), contract.ID{ID: a.ID}); !fault.Is(err, fault.Unknown) {
		t.Error(err)
	}
	for range 14 {
		if _, err := h.Reveal(h.as("vera"), contract.ID{ID: a.ID}); err != nil {
			t.Fatal(err)
		}
	}
	_, err = h.Reveal(h.as("vera"), contract.ID{ID: a.ID})
	want(t, err, "opened_many")
	if n := h.text(`SELECT count(*) || ' ' || (SELECT count(*) FROM audit_log WHERE alarm = 'opened_many') FROM openings`); n != "15 1" {
		t.Error(n)
	}
}

// An agency that is asked for its opinion sees what it is asked about, until
// it has answered.
func TestAnotherAgencyIsAsked(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	_, err := h.try("vera", a.ID, contract.Act{Action: contract.Ask, Agency: "tidak-ada", Note: "Benarkah?"})
	want(t, err, "choice")
	h.act("vera", a.ID, contract.Act{Action: contract.Ask, Agency: "dinas", Note: "Apakah ada reklame di sana?"})
	if got := h.ids("dina", contract.DeskFilter{}); got != a.ID {
		t.Errorf("%q", got)
	}
	if _, err := h.Reveal(h.as("dina"), contract.ID{ID: a.ID}); err != nil || h.text(`SELECT agency_id FROM openings`) != "dinas" {
		t.Error("who is asked looks for another agency", err)
	}
	_, err = h.try("vera", a.ID, contract.Act{Action: contract.Pass})
	want(t, err, "permit_opinion_open")
	f := h.act("dina", a.ID, contract.Act{Action: contract.Answer, Opinion: 1, View: contract.For, Note: "Tidak ada"})
	if f.Head.Opinions[0].View != contract.For {
		t.Errorf("%+v", f.Head.Opinions)
	}
	if _, err := h.Open(h.as("dina"), contract.ID{ID: a.ID}); !fault.Is(err, fault.Unknown) || h.ids("dina", contract.DeskFilter{}) != "" {
		t.Error("it is still theirs", err)
	}
	own, err := h.Application(h.as("siti"), contract.ID{ID: a.ID})
	if text, _ := json.Marshal(own); err != nil || strings.Contains(string(text), "reklame") || strings.Contains(string(text), "Tidak ada") {
		t.Errorf("the applicant reads what colleagues say: %s", text)
	}
}

// Whoever checked the papers does not sign.
func TestFourEyes(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	h.act("dua", a.ID, contract.Act{Action: contract.Take})
	f := h.act("dua", a.ID, contract.Act{Action: contract.Pass})
	for _, m := range f.May {
		if m.Action == contract.Sign {
			t.Error("the button is there")
		}
	}
	_, err := h.try("dua", a.ID, contract.Act{Action: contract.Sign, Number: "1"})
	want(t, err, "permit_four_eyes")
	h.act("lurah", a.ID, contract.Act{Action: contract.Sign, Number: "1"})
}

// Two officers at once: one wins, the other is told so, and one thing has
// happened.
func TestTwoOfficersAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	for range 10 {
		a := h.sent()
		var wg sync.WaitGroup
		errs := make([]error, 4)
		for i, who := range []string{"vera", "vino", "dua", "vera"} {
			wg.Go(func() {
				_, errs[i] = h.Act(h.as(who), contract.Act{ID: a.ID, Seen: 1, Action: contract.Take})
			})
		}
		wg.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
			} else if fault.From(err).Key != "permit_changed" {
				t.Error(err)
			}
		}
		if n := h.text(`SELECT count(*)::text || ' ' || max(version) FROM application_events WHERE application_id = ?`, a.ID); won != 1 || n != "2 2" {
			t.Errorf("%d won, %s", won, n)
		}
		if n := h.text(`SELECT count(*)::text FROM messages WHERE thread = 'permit:' || ?`, a.ID); n != "2" {
			t.Errorf("told %s times", n)
		}
	}
}

// A phone that loses the answer sends again, from two devices at once if it
// likes: the application is sent once.
func TestSentOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	var wg sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		wg.Go(func() { _, errs[i] = h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
	if n := h.text(`SELECT count(*)::text FROM application_events`) + h.text(`SELECT count(*)::text FROM messages`); n != "11" {
		t.Errorf("events and messages: %s", n)
	}
	answers["untuk"] = answers["nama"]
	_, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	want(t, err, "permit_sent")
	_, err = h.Save(h.as("siti"), contract.Save{ID: a.ID, Save: 2, Answers: answers})
	want(t, err, "permit_sent")
}

// Whoever holds a tracking code reads how far it is, however they write the
// code, and nothing of whose it is.
func TestTracked(t *testing.T) {
	t.Parallel()
	h := open(t)
	draft, _ := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan", Member: "dimas"})
	a := h.sent()
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.Refuse, Note: "Alasan rahasia"})
	for _, typed := range []string{a.Tracking, strings.ToLower(a.Tracking), strings.ReplaceAll(a.Tracking, "-", " "), strings.NewReplacer("0", "o", "1", "l").Replace(a.Tracking)} {
		got, err := h.Track(h.as("budi"), contract.Code{Code: typed})
		if err != nil || got.Stage != contract.Refused || got.Service.Name != "Surat domisili" || got.Sent != "2026-11-23" {
			t.Errorf("%q: %+v %v", typed, got, err)
		}
		if text, _ := json.Marshal(got); strings.Contains(strings.ToLower(string(text)), "rahasia") || strings.Contains(string(text), a.ID) || strings.Contains(string(text), "siti") {
			t.Errorf("it tells whose it is: %s", text)
		}
	}
	for _, typed := range []string{a.ID, draft.ID, "", "0000-0000-0000", a.Tracking + "0", a.Tracking[:13] + "\x00", strings.Repeat("é", 12)} {
		if _, err := h.Track(h.as("budi"), contract.Code{Code: typed}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%q: %v", typed, err)
		}
	}
	h.Guess = func(context.Context) error { return fault.New(fault.Busy, "busy") }
	_, err := h.Track(h.as("budi"), contract.Code{Code: a.Tracking})
	want(t, err, "busy")
}

// The desk narrows by everything it offers, and pages without a gap.
func TestDeskFilters(t *testing.T) {
	t.Parallel()
	h := open(t)
	var sent []contract.Application
	for range 5 {
		h.now = h.now.Add(time.Minute)
		sent = append(sent, h.sent())
	}
	first, taken, returned, over := sent[0].ID, sent[1].ID, sent[2].ID, sent[3].ID
	h.act("vera", taken, contract.Act{Action: contract.Take})
	h.act("vino", returned, contract.Act{Action: contract.Take})
	h.act("vino", returned, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	h.act("vino", returned, contract.Act{Action: contract.Return})
	h.act("vera", over, contract.Act{Action: contract.Take})
	h.act("vera", over, contract.Act{Action: contract.Refuse, Note: "Bukan warga sini"})
	last := sent[4].ID
	sorted := func(ids ...string) string { // those due at the same time stand by their numbers
		out := strings.Fields(h.text(`SELECT string_agg(id, ' ' ORDER BY rank, id) FROM applications WHERE id = ANY(string_to_array(?, ' '))`, strings.Join(ids, " ")))
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		who  string
		f    contract.DeskFilter
		want string
	}{
		{"lurah", contract.DeskFilter{}, sorted(first, taken, last, returned)},
		{"vera", contract.DeskFilter{Mine: true}, taken},
		{"vino", contract.DeskFilter{Mine: true}, returned},
		{"vera", contract.DeskFilter{Free: true}, sorted(first, last)},
		{"vera", contract.DeskFilter{Officer: "vino"}, returned},
		{"vera", contract.DeskFilter{Officer: "\x00"}, ""},
		{"vera", contract.DeskFilter{Stage: contract.Returned}, returned},
		{"vera", contract.DeskFilter{Over: true}, over},
		{"vera", contract.DeskFilter{Stage: contract.Refused}, over},
		{"vera", contract.DeskFilter{Late: true}, ""},
		{"vera", contract.DeskFilter{Service: "reklame"}, ""},
		{"bupati", contract.DeskFilter{Place: "kantor-bebekan"}, sorted(first, taken, last, returned)},
		{"bupati", contract.DeskFilter{Place: "kantor-lain"}, ""},
		{"vera", contract.DeskFilter{Text: strings.ToLower(first)}, first},
		{"vera", contract.DeskFilter{Text: "%"}, ""}, {"vera", contract.DeskFilter{Text: "s_ti"}, ""},
		{"vera", contract.DeskFilter{Text: "siti RAH"}, sorted(first, taken, last, returned)},
		{"vera", contract.DeskFilter{Text: "budi"}, ""},
		{"vera", contract.DeskFilter{Text: "\x00"}, ""},
	} {
		if got := h.ids(c.who, c.f); got != c.want {
			t.Errorf("%s %+v: %q, want %q", c.who, c.f, got, c.want)
		}
	}
	h.now = h.now.AddDate(0, 0, 3)
	if got := h.ids("vera", contract.DeskFilter{Late: true}); got != sorted(first, taken, last) {
		t.Errorf("late: %q", got)
	}
	var all []string
	f := contract.DeskFilter{Limit: 1}
	for {
		desk, err := h.Desk(h.as("vera"), f)
		if err != nil || len(desk.Items) != 1 {
			t.Fatal(desk, err)
		}
		all = append(all, desk.Items[0].ID)
		if f.After = desk.Next; f.After == "" {
			break
		}
	}
	if got := strings.Join(all, " "); got != sorted(first, taken, last, returned) {
		t.Errorf("pages: %q", got)
	}
	_, err := h.Desk(h.as("vera"), contract.DeskFilter{After: "bukan"})
	want(t, err, "cursor")
}

// The past of somebody pages too, and an account that is closed leaves what
// was sent with the office.
func TestPastAndForgotten(t *testing.T) {
	t.Parallel()
	h := open(t)
	for range 21 {
		h.now = h.now.Add(time.Minute)
		if err := h.Drop(h.as("siti"), contract.ID{ID: h.sent().ID}); err != nil {
			t.Fatal(err)
		}
	}
	h.begin(contract.Start{Service: "domisili", Place: "kantor-celep"})
	one, err := h.Mine(h.as("siti"), contract.MineOf{})
	if err != nil || len(one.Live) != 1 || len(one.Past) != 20 || one.Past[0].Since.Before(one.Past[19].Since) {
		t.Fatal(len(one.Live), len(one.Past), err)
	}
	two, err := h.Mine(h.as("siti"), contract.MineOf{After: one.Next})
	if err != nil || len(two.Live) != 0 || len(two.Past) != 1 || two.Next != "" {
		t.Fatal(len(two.Live), len(two.Past), err)
	}
	if err := h.Forget(t.Context(), "siti"); err != nil {
		t.Fatal(err)
	}
	if n := h.text(`SELECT count(*)::text FROM applications`); n != "21" {
		t.Error(n)
	}
}

// A draft says until when it is kept; its writer is told once before that, and
// once more when they have touched it since.
func TestDraftsAreNotForgottenInSilence(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, _ := h.begin(contract.Start{Service: "domisili", Place: "kantor-celep"})
	if kept := a.Until.Sub(h.now); kept != 90*24*time.Hour {
		t.Errorf("kept for %v", kept)
	}
	mine, err := h.Mine(h.as("siti"), contract.MineOf{})
	if err != nil || len(mine.Live) != 1 || !mine.Live[0].Until.Equal(a.Until) {
		t.Fatal(mine, err)
	}
	sweep := func(days int) (told string) {
		h.now = h.now.AddDate(0, 0, days)
		for range 2 {
			if err := h.Sweep(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		return h.text(`SELECT count(*)::text FROM messages WHERE kind = 'permit_draft'`)
	}
	if n := sweep(82); n != "0" {
		t.Errorf("%s told after 82 days", n)
	}
	if n := sweep(2); n != "1" {
		t.Errorf("%s told after 84 days", n)
	}
	if _, err := h.Save(h.as("siti"), contract.Save{ID: a.ID, Save: a.Save, Answers: a.Answers}); err != nil {
		t.Fatal(err)
	}
	if n := sweep(84); n != "2" {
		t.Errorf("%s told after they touched it", n)
	}
	sweep(7)
	if n := h.text(`SELECT count(*)::text FROM applications`); n != "0" {
		t.Errorf("%s are left", n)
	}
}
