package permit_test

import (
	"testing"
	"time"

	contract "rumah/shared/permit"
)

// The desk says how much there is in each list, with what stands in it.
func TestOverview(t *testing.T) {
	t.Parallel()
	h := open(t)
	for who := range grants {
		if o, err := h.Overview(h.as(who)); err != nil || o.All != 0 || len(o.Services) != 0 {
			t.Errorf("%s of an empty house: %+v %v", who, o, err)
		}
	}
	var ids []string
	for range 5 {
		h.now = h.now.Add(time.Minute)
		ids = append(ids, h.sent().ID)
	}
	h.act("vera", ids[0], contract.Act{Action: contract.Take})
	h.act("vino", ids[1], contract.Act{Action: contract.Take})
	h.act("vino", ids[1], contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	h.act("dua", ids[2], contract.Act{Action: contract.Take})
	h.act("dua", ids[2], contract.Act{Action: contract.Pass})
	h.act("vera", ids[3], contract.Act{Action: contract.Take})
	h.act("vera", ids[3], contract.Act{Action: contract.Refuse, Note: "Bukan warga sini"})
	h.now = h.now.AddDate(0, 0, 3)
	letters := []contract.Named{{ID: "domisili", Name: "Surat domisili"}}
	for who, want := range map[string]contract.Overview{
		"vera":   {Mine: 1, Free: 1, Late: 3, Returned: 1, All: 4, Services: letters}, // what waits for a signature is not hers
		"vino":   {Mine: 1, Free: 1, Late: 3, Returned: 1, All: 4, Services: letters},
		"lurah":  {Free: 1, Late: 3, Returned: 1, All: 4, Services: letters},
		"dua":    {Free: 2, Late: 3, Returned: 1, All: 4, Services: letters},
		"camat":  {Free: 2, Late: 3, Returned: 1, All: 4, Services: letters}, // gives all of it to somebody
		"bupati": {Free: 2, Late: 3, Returned: 1, All: 4, Services: letters},
		"carla":  {Services: []contract.Named{}},
		"sinta":  {Services: []contract.Named{}},
	} {
		got, err := h.Overview(h.as(who))
		if err != nil || got.Mine != want.Mine || got.Free != want.Free || got.Late != want.Late || got.Returned != want.Returned || got.All != want.All || len(got.Services) != len(want.Services) || len(got.Places) != len(want.Services) {
			t.Errorf("%s: %+v %v, want %+v", who, got, err, want)
		}
	}
	if got := h.ids("lurah", contract.DeskFilter{Free: true}); got != ids[2] {
		t.Errorf("what the lurah could sign: %q", got)
	}
}

// Whoever returns marks in the same moment, or not at all; and whoever takes
// all marks away can pass it on.
func TestReturnedAsMarked(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	_, err := h.try("vera", a.ID, contract.Act{Action: contract.Return})
	want(t, err, "permit_marks")
	_, err = h.try("vera", a.ID, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "tidak_ada", Reason: "Kurang jelas"}}})
	want(t, err, "choice")
	_, err = h.try("vera", a.ID, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: ""}}})
	want(t, err, "required")
	if n := h.text(`SELECT count(*)::text FROM application_events`); n != "2" {
		t.Errorf("%s things have happened", n)
	}
	f := h.act("vera", a.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "nama", Reason: "Salah eja"}}})
	_, err = h.try("vera", a.ID, contract.Act{Action: contract.Pass})
	want(t, err, "permit_marks_open")
	f, err = h.try("vera", a.ID, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Tulis nama banknya"}, {Path: "nama", Reason: "Salah eja"}}})
	if err != nil || f.Head.Stage != contract.Returned || len(f.Head.Marks) != 2 || f.Head.Rounds != 1 || f.Version != 5 {
		t.Fatalf("%+v %v", f.Head, err)
	}
	b := h.sent()
	h.act("vera", b.ID, contract.Act{Action: contract.Take})
	h.act("vera", b.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "nama", Reason: "Salah eja"}}})
	if f := h.act("vera", b.ID, contract.Act{Action: contract.Pass, Marks: []contract.Mark{}}); f.Head.Stage != contract.Signature {
		t.Errorf("%+v", f.Head)
	}
}

// A line says how far the promise is used up: when half of it and four fifths
// are; nothing of it to the applicant, and nothing while others must act.
func TestHowFarThePromiseIs(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent() // on Monday at nine; Tuesday is a day off; due on Wednesday at four
	desk, err := h.Desk(h.as("vera"), contract.DeskFilter{})
	if err != nil {
		t.Fatal(err)
	}
	l := desk.Items[0]
	wed := func(hour, minute int) time.Time { return time.Date(2026, 11, 25, hour, minute, 0, 0, wib) }
	// Seven hours on Monday and eight on Wednesday: half of them at half past eight on Wednesday, four fifths at one.
	if !l.Due.Equal(wed(16, 0)) || !l.Half.Equal(wed(8, 30)) || !l.Hot.Equal(wed(13, 0)) {
		t.Errorf("due %v, half %v, hot %v", l.Due.In(wib), l.Half.In(wib), l.Hot.In(wib))
	}
	own, err := h.Mine(h.as("siti"), contract.MineOf{})
	if err != nil || !own.Live[0].Half.IsZero() || a.Hot != (time.Time{}) {
		t.Errorf("%+v %v", own, err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	f := h.act("vera", a.ID, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	if !f.Half.IsZero() || !f.Hot.IsZero() || !f.Due.IsZero() {
		t.Errorf("%+v", f.Line)
	}
}
