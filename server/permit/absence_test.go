package permit_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	contract "rumah/shared/permit"
)

// Whoever is away gives a colleague what they have, and what comes meanwhile;
// what that colleague may not do stays and is named.
func TestSomebodyIsAway(t *testing.T) {
	t.Parallel()
	h := open(t)
	open1, signing, returned, later := h.sent().ID, h.sent().ID, h.sent().ID, h.sent().ID
	h.act("dua", open1, contract.Act{Action: contract.Take})
	h.act("vera", signing, contract.Act{Action: contract.Take})
	h.act("vera", signing, contract.Act{Action: contract.Pass})
	h.act("dua", signing, contract.Act{Action: contract.Take})
	h.act("dua", returned, contract.Act{Action: contract.Take})
	h.act("dua", returned, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})

	before, err := h.Absence(h.as("dua"))
	if err != nil || before.Until != "" || len(before.Deputies) != 3 { // vera and vino check, the lurah signs
		t.Fatalf("%+v %v", before, err)
	}
	for _, in := range []contract.Leave{{Until: "2026-11-22", Deputy: "vera"}, {Until: "2027-11-23", Deputy: "vera"}, {Until: "besok", Deputy: "vera"}, {Until: "2026-11-30", Deputy: "carla"}, {Until: "2026-11-30", Deputy: "dua"}, {Until: "2026-11-30", Deputy: "\x00"}} {
		_, err := h.Leave(h.as("dua"), in)
		want(t, err, "choice")
	}
	a, err := h.Leave(h.as("dua"), contract.Leave{Until: "2026-11-30", Deputy: "vera"})
	if err != nil || a.Until != "2026-11-30" || a.Deputy.Name != "Vera" || len(a.Stays) != 1 || a.Stays[0].ID != signing { // vera has no signature to give
		t.Fatalf("%+v %v", a, err)
	}
	f, err := h.Open(h.as("vera"), contract.ID{ID: open1})
	last := f.Events[len(f.Events)-1]
	if err != nil || f.Officer.ID != "vera" || last.By != "Dua" || last.Whom != "Vera" || last.Note != "Tidak di tempat sampai 30 November." {
		t.Errorf("%+v %v", last, err)
	}
	if told := h.told("vera"); told != "desk_deputy: Anda menggantikan Dua Sampai 30 November. 1 permohonan sekarang Anda pegang." {
		t.Error(told)
	}
	v, err := h.Absence(h.as("vera"))
	if err != nil || len(v.For) != 1 || v.For[0].Name != "Dua" || v.For[0].Away != "2026-11-30" {
		t.Errorf("%+v %v", v.For, err)
	}
	for _, d := range v.Deputies { // who is away stands in for nobody
		if d.ID == "dua" && d.Away == "" {
			t.Errorf("%+v", d)
		}
	}
	_, err = h.Leave(h.as("vera"), contract.Leave{Until: "2026-11-30", Deputy: "dua"})
	want(t, err, "choice")

	// What comes back, and what is given to them, goes on to the deputy.
	h.now = h.now.Add(time.Minute)
	if n := h.assign("camat", "dua", contract.Pick{ID: later, Seen: 1}); n != "." {
		t.Error(n)
	}
	own, err := h.Application(h.as("siti"), contract.ID{ID: returned})
	if err == nil {
		own.Answers["untuk"] = own.Answers["nama"]
		_, err = h.Resend(h.as("siti"), contract.Send{ID: returned, Answers: own.Answers})
	}
	if err == nil {
		err = h.StandIn(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := h.text(`SELECT string_agg(officer_id, ' ' ORDER BY officer_id) FROM applications WHERE id IN (?, ?, ?)`, later, returned, signing); got != "dua vera vera" {
		t.Error(got)
	}
	if err := h.StandIn(t.Context()); err != nil || strings.Count(h.told("vera"), "desk_deputy") != 2 {
		t.Error("told of nothing", err, h.told("vera"))
	}

	if err := h.ComeBack(h.as("dua")); err != nil {
		t.Fatal(err)
	}
	if back, err := h.Absence(h.as("dua")); err != nil || back.Until != "" || len(back.Stays) != 0 {
		t.Errorf("%+v %v", back, err)
	}
	if _, err := h.Leave(h.as("dua"), contract.Leave{Until: "2026-11-23", Deputy: "vino"}); err != nil {
		t.Fatal(err)
	}
	h.now = h.now.Add(24 * time.Hour)
	if err := h.StandIn(t.Context()); err != nil || h.text(`SELECT count(*)::text FROM absences`) != "0" {
		t.Error("the day is over", err)
	}
}

// Who may not do it twice is not given it by an absence either.
func TestAwayAndFourEyes(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.exec(`INSERT INTO people (id, kind, name, created_at) VALUES ('tiga', 'staff', 'Tiga', now())`)
	h.exec(`INSERT INTO grants (id, person_id, role, agency_id, granted_at) VALUES ('tiga0', 'tiga', 'signer', 'bebekan', now())`)
	a := h.sent().ID
	h.act("dua", a, contract.Act{Action: contract.Take})
	h.act("dua", a, contract.Act{Action: contract.Pass})
	h.act("lurah", a, contract.Act{Action: contract.Take})
	left, err := h.Leave(h.as("lurah"), contract.Leave{Until: "2026-11-30", Deputy: "dua"})
	if err != nil || len(left.Stays) != 1 {
		t.Fatalf("%+v %v", left, err)
	}
	if left, err = h.Leave(h.as("lurah"), contract.Leave{Until: "2026-12-01", Deputy: "tiga"}); err != nil || len(left.Stays) != 0 {
		t.Errorf("%+v %v", left, err)
	}
}

// Two who leave at the same moment do not stand in for each other: everything
// would go to and fro between them.
func TestTwoWhoLeaveAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	for range 10 {
		h.exec(`DELETE FROM absences`)
		var both sync.WaitGroup
		for who, deputy := range map[string]string{"vera": "vino", "vino": "vera"} {
			both.Go(func() {
				if _, err := h.Leave(h.as(who), contract.Leave{Until: "2026-11-27", Deputy: deputy}); err != nil {
					want(t, err, "choice")
				}
			})
		}
		both.Wait()
		if n := h.text(`SELECT count(*)::text FROM absences`); n != "1" {
			t.Fatalf("%s are away, each with the other as deputy", n)
		}
	}
}
