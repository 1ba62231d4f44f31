package permit

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/words"
)

func fresh() *State { return New("P-1", "camat", "", "siti") }

func TestTheWholeWay(t *testing.T) {
	t.Parallel()
	r := Rules{building(), office()}
	s := fresh()
	events := walk(t, s, r, append(toSignature(),
		Command{Action: Sign, By: sari, Number: "470/123/438.7.18/2026"}, house(Issue), Command{Action: Collect, By: cici})...)
	var way []string
	told := 0
	for _, e := range events {
		way = append(way, e.To)
		if e.Tell != TellNothing {
			told++
		}
	}
	want := "submitted documents survey roads assessment payment payment initials signature issuing pickup collected"
	if got := strings.Join(way, " "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if told != 10 {
		t.Errorf("the applicant was told %d things", told)
	}
	if !s.Head.Stage.Final() || s.Head.Number != "470/123/438.7.18/2026" || s.Head.Bill.Paid == 0 || s.Head.Clock.End == 0 {
		t.Errorf("%+v", s.Head)
	}
	if got := events[len(events)-3]; got.By != "sari" || got.Role != access.Signer || got.Head.Number == "" {
		t.Errorf("signed: %+v", got)
	}
	if pauses := s.Head.Clock.Pauses; len(pauses) != 1 || pauses[0].To-pauses[0].From != time.Minute.Milliseconds() {
		t.Errorf("from the bill to the notice the clock stood: %v", pauses)
	}
}

// refused is one command that must be refused, and why.
type refused struct {
	after   []Command
	command Command
	code    fault.Code
	key     string // of the fault, or of its first field
}

func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	sent := []Command{{Action: Submit, By: siti}}
	taken := append(sent, Command{Action: Take, By: vera})
	marked := append(taken, Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "Fotonya buram"}}})
	returned := append(marked, Command{Action: Return, By: vera})
	passed := append(taken, Command{Action: Pass, By: vera})
	asked := append(taken, Command{Action: Ask, By: vera, Agency: "dinas-air", Note: "Aman dari banjir?"})
	billed := append(passed, Command{Action: Pass, By: vino, Note: "ok"}, Command{Action: Pass, By: roads, Note: "ok"}, Command{Action: SetFee, By: vera, Amount: 5, Number: "B"})
	long := strings.Repeat("a", 2001)
	for name, c := range map[string]refused{
		"unknown":                   {nil, Command{Action: "dance", By: siti}, fault.Invalid, "choice"},
		"not sent yet":              {nil, Command{Action: Take, By: vera}, fault.Conflict, "permit_draft"},
		"somebody else's":           {nil, Command{Action: Submit, By: thief}, fault.Denied, "denied"},
		"by nobody":                 {nil, Command{Action: Submit}, fault.Denied, "denied"},
		"an officer as citizen":     {nil, Command{Action: Submit, By: vera}, fault.Denied, "denied"},
		"sent twice":                {sent, Command{Action: Submit, By: siti}, fault.Conflict, "permit_submitted"},
		"taken by a citizen":        {sent, Command{Action: Take, By: siti}, fault.Denied, "denied"},
		"taken from elsewhere":      {sent, Command{Action: Take, By: roads}, fault.Denied, "denied"},
		"taken for a colleague":     {sent, Command{Action: Take, By: vera, To: vino}, fault.Denied, "denied"},
		"given to nobody fit":       {sent, Command{Action: Take, By: admin, To: cici}, fault.Denied, "denied"},
		"taken by the admin":        {sent, Command{Action: Take, By: admin}, fault.Denied, "denied"},
		"taken twice":               {taken, Command{Action: Take, By: vino}, fault.Conflict, "permit_taken"},
		"a colleague's":             {taken, Command{Action: Pass, By: vino}, fault.Conflict, "permit_taken"},
		"handed by another":         {taken, Command{Action: HandOver, By: vino, To: vino}, fault.Denied, "denied"},
		"handed to nobody":          {taken, Command{Action: HandOver, By: vera}, fault.Invalid, "required"},
		"handed to nobody fit":      {taken, Command{Action: HandOver, By: vera, To: cici}, fault.Denied, "denied"},
		"handed before taken":       {passed, Command{Action: HandOver, By: admin, To: vino}, fault.Conflict, "permit_untaken"},
		"returned without marks":    {taken, Command{Action: Return, By: vera}, fault.Invalid, "permit_marks"},
		"marks without reason":      {taken, Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", " "}}}, fault.Invalid, "required"},
		"marked twice":              {taken, Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "buram"}, {"ktp", "gelap"}}}, fault.Invalid, "twice"},
		"too many marks":            {taken, Command{Action: MarkUp, By: vera, Marks: make([]Mark, 101)}, fault.Invalid, "too_many"},
		"passed with marks":         {marked, Command{Action: Pass, By: vera}, fault.Conflict, "permit_marks_open"},
		"passed while returned":     {returned, Command{Action: Pass, By: vera}, fault.Conflict, "permit_returned"},
		"corrected by another":      {returned, Command{Action: Resubmit, By: thief}, fault.Denied, "denied"},
		"expired too early":         {returned, house(Expire), fault.Conflict, "permit_early"},
		"expired by a person":       {returned, Command{Action: Expire, By: admin}, fault.Denied, "denied"},
		"refused without reason":    {taken, Command{Action: Refuse, By: vera, Note: " "}, fault.Invalid, "required"},
		"a long reason":             {taken, Command{Action: Refuse, By: vera, Note: long}, fault.Invalid, "too_long"},
		"a reason that is none":     {taken, Command{Action: Refuse, By: vera, Note: "a\x00"}, fault.Invalid, "characters"},
		"a survey without words":    {passed, Command{Action: Pass, By: vino}, fault.Invalid, "required"},
		"asked nobody":              {taken, Command{Action: Ask, By: vera, Agency: "Dinas Air", Note: "?"}, fault.Invalid, "choice"},
		"asked twice":               {asked, Command{Action: Ask, By: vera, Agency: "dinas-air", Note: "Lagi?"}, fault.Conflict, "permit_asked"},
		"passed before the answer":  {asked, Command{Action: Pass, By: vera}, fault.Conflict, "permit_opinion_open"},
		"answered by the wrong one": {asked, Command{Action: Answer, By: roads, Opinion: 1, View: For, Note: "ok"}, fault.Denied, "denied"},
		"answered without a view":   {asked, Command{Action: Answer, By: staff("air", access.Verifier, "dinas-air", "kantor"), Opinion: 1, Note: "ok"}, fault.Invalid, "choice"},
		"no such question":          {asked, Command{Action: Answer, By: vera, Opinion: 2, View: For, Note: "ok"}, fault.Conflict, "permit_opinion"},
		"withdrew another":          {asked, Command{Action: Withdraw, By: vera, Opinion: -1}, fault.Conflict, "permit_opinion"},
		"another agency's step":     {append(passed, Command{Action: Pass, By: vino, Note: "ok"}), Command{Action: Pass, By: vera, Note: "ok"}, fault.Denied, "denied"},
		"sent back forward":         {passed, Command{Action: SendBack, By: vino, Step: "signature", Note: "x"}, fault.Invalid, "choice"},
		"a bill below zero":         {billed[:6], Command{Action: SetFee, By: vera, Amount: -1}, fault.Invalid, "too_small"},
		"a bill beyond all":         {billed[:6], Command{Action: SetFee, By: vera, Amount: 2e12, Number: "B"}, fault.Invalid, "too_large"},
		"a bill without number":     {billed[:6], Command{Action: SetFee, By: vera, Amount: 5}, fault.Invalid, "required"},
		"a new bill of nothing":     {billed, Command{Action: SetFee, By: vera}, fault.Invalid, "too_small"},
		"confirmed by the citizen":  {billed, Command{Action: Confirm, By: siti}, fault.Denied, "denied"},
		"disputed without notice":   {billed, Command{Action: Dispute, By: cici, Note: "x"}, fault.Conflict, "permit_no_notice"},
		"lapsed too early":          {billed, house(Lapse), fault.Conflict, "permit_early"},
		"lapsed after a notice":     {append(billed, Command{Action: Notice, By: siti}), house(Lapse), fault.Conflict, "permit_notice"},
		"signed by the verifier":    {toSignature(), Command{Action: Sign, By: staff("vera", access.Signer, "camat", ""), Number: "1"}, fault.Denied, "permit_four_eyes"},
		"signed by who recommended": {toSignature(), Command{Action: Sign, By: staff("roads", access.Signer, "camat", ""), Number: "1"}, fault.Denied, "permit_four_eyes"},
		"signed by who initialled":  {toSignature(), Command{Action: Sign, By: sekcam, Number: "1"}, fault.Denied, "permit_four_eyes"},
		"taken by who initialled":   {toSignature(), Command{Action: Take, By: sekcam}, fault.Denied, "permit_four_eyes"},
		"signed without number":     {toSignature(), Command{Action: Sign, By: sari}, fault.Invalid, "required"},
		"revoked before":            {toSignature(), Command{Action: Revoke, By: admin, Note: "x"}, fault.Conflict, "permit_signature"},
		"seen an older one":         {taken, Command{Action: Pass, By: vera, Seen: 1}, fault.Conflict, "permit_changed"},
	} {
		s, rules := fresh(), Rules{building(), office()}
		walk(t, s, rules, c.after...)
		before := s.Clone()
		events, err := s.Do(rules, c.command, monday(t).Add(time.Hour))
		got := fault.From(err)
		if err == nil {
			t.Errorf("%s: %v", name, events)
			continue
		}
		key := got.Key
		if len(got.Fields) > 0 {
			key = got.Fields[0].Key
		}
		if got.Code != c.code || key != c.key {
			t.Errorf("%s: %v, want %s %s", name, err, c.code, c.key)
		}
		if words.Faults[key] == (words.T{}) {
			t.Errorf("%s has no words", key)
		}
		if !reflect.DeepEqual(before, s) {
			t.Errorf("%s: was refused and changed the state", name)
		}
	}
}

func TestTwoOfficersAtOnce(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{building(), office()}
	walk(t, s, r, Command{Action: Submit, By: siti})
	seen := s.Version
	walk(t, s, r, Command{Action: Take, By: vera, Seen: seen})
	_, err := s.Do(r, Command{Action: Take, By: vino, Seen: seen}, monday(t))
	if f := fault.From(err); f == nil || f.Key != "permit_changed" {
		t.Errorf("the second: %v", err)
	}
	if events, err := s.Do(r, Command{Action: Take, By: vera}, monday(t)); err != nil || events != nil {
		t.Errorf("taking what one has: %v %v", events, err)
	}
}

func TestAnApplicantCorrects(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{building(), office()}
	walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: admin, To: vera},
		Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "Fotonya buram"}, {"nama", "Beda dengan KTP"}}},
		Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "Fotonya buram"}}}, Command{Action: Return, By: vera})
	if s.Head.Stage != Returned || s.Head.Rounds != 1 || s.Head.Clock.Running() || !s.Head.Stage.Waiting() {
		t.Fatalf("%+v", s.Head)
	}
	until, ok := s.Until(r)
	if !ok || !until.Equal(at(t, "2026-11-21 00:00")) { // fourteen working days
		t.Errorf("until %v", until)
	}
	walk(t, s, r, Command{Action: Resubmit, By: siti})
	if s.Head.Stage != Documents || s.Head.Officer != "vera" || len(s.Head.Marks) != 0 || !s.Head.Clock.Running() {
		t.Errorf("%+v", s.Head)
	}
	walk(t, s, r, Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "Masih buram"}}}, Command{Action: Return, By: vera})
	until, _ = s.Until(r)
	if _, err := s.Do(r, house(Expire), until.Add(-time.Second)); err == nil {
		t.Error("it expired a second too early")
	}
	if _, err := s.Do(r, house(Expire), until); err != nil || s.Head.Stage != Expired {
		t.Errorf("%s %v", s.Head.Stage, err)
	}
	if _, ok := s.Until(r); ok {
		t.Error("an application that is over waits for somebody")
	}
}

func TestItIsNotReturnedForEver(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{letter(), office()}
	walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera})
	mark := Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "buram"}}}
	for range MostRounds {
		walk(t, s, r, mark, Command{Action: Return, By: vera}, Command{Action: Resubmit, By: siti})
	}
	walk(t, s, r, mark)
	if _, err := s.Do(r, Command{Action: Return, By: vera}, monday(t)); fault.From(err).Key != "permit_rounds" {
		t.Errorf("%v", err)
	}
}

func TestAnotherAgencyIsAsked(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{building(), office()}
	water := staff("air", access.Verifier, "dinas-air", "kantor-timur")
	ask := Command{Action: Ask, By: vera, Agency: "dinas-air", Note: "Aman dari banjir?"}
	events := walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera}, ask,
		Command{Action: Answer, By: water, Opinion: 1, View: If, Note: "Dengan lantai 60 cm"}, ask, Command{Action: Withdraw, By: vera, Opinion: 2}, Command{Action: Pass, By: vera})
	if o := s.Head.Opinions[0]; o.View != If || o.Who != "air" || o.Over == 0 || events[3].Role != access.Verifier {
		t.Errorf("%+v", o)
	}
	if o := s.Head.Opinions[1]; o.View != "" || o.Over == 0 {
		t.Errorf("%+v", o)
	}
}

func TestSentBackToWhoeverLetItPass(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{building(), office()}
	walk(t, s, r, append(toSignature(), Command{Action: SendBack, By: sari, Step: "survey", Note: "Gambar tidak cocok"})...)
	if s.Head.Stage != Technical || s.Head.Step != "survey" || s.Head.Officer != "vino" || s.Head.Clock.End != 0 {
		t.Errorf("%+v", s.Head)
	}
}

func TestMoney(t *testing.T) {
	t.Parallel()
	r := Rules{building(), office()}
	s := fresh()
	walk(t, s, r, toSignature()[:6]...)
	if s.Head.Stage != Payment || s.Head.Clock.Running() {
		t.Fatalf("%+v", s.Head)
	}
	free := s.Clone()
	walk(t, s, r, Command{Action: SetFee, By: vera, Amount: 800_000, Number: "SKRD-13"}, Command{Action: Notice, By: siti})
	if s.Head.Bill.Amount != 800_000 || !s.Head.Clock.Running() {
		t.Errorf("who says to have paid waits for the office: %+v", s.Head)
	}
	if events := walk(t, s, r, Command{Action: Notice, By: siti}); events != nil {
		t.Errorf("said twice: %v", events)
	}
	late := s.Clone()
	days := monday(t).AddDate(0, 0, 60)
	if _, err := late.Do(r, Command{Action: Dispute, By: cici, Note: "Belum masuk"}, days); err != nil {
		t.Fatal(err)
	}
	if until, ok := late.Until(r); !ok || until.Before(days.AddDate(0, 0, 14)) {
		t.Errorf("after sixty days in which the office looked there is time until %s", until)
	}
	walk(t, s, r, Command{Action: Dispute, By: cici, Note: "Belum masuk"})
	if s.Head.Bill.Notice != 0 || s.Head.Clock.Running() {
		t.Errorf("%+v", s.Head)
	}
	until, _ := s.Until(r)
	lapsed := s.Clone()
	if _, err := lapsed.Do(r, house(Lapse), until); err != nil || lapsed.Head.Stage != Expired {
		t.Errorf("%s %v", lapsed.Head.Stage, err)
	}
	walk(t, s, r, house(Confirm))
	if s.Head.Stage != Initials || s.Head.Bill.Paid == 0 {
		t.Errorf("%+v", s.Head)
	}

	walk(t, free, r, Command{Action: Cancel, By: siti})
	nothing := fresh()
	walk(t, nothing, r, append(toSignature()[:5], Command{Action: SetFee, By: vera})...)
	if nothing.Head.Stage != Initials || nothing.Head.Bill != nil {
		t.Errorf("nothing to pay: %+v", nothing.Head)
	}
}

func TestADocumentIsRevokedOrReplaced(t *testing.T) {
	t.Parallel()
	r := Rules{letter(), office()}
	out := fresh()
	walk(t, out, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera}, Command{Action: Pass, By: vera}, Command{Action: Sign, By: sari, Number: "1"})
	if out.Head.Stage != Issued {
		t.Fatalf("%+v", out.Head)
	}
	revoked, replaced := out.Clone(), out.Clone()
	walk(t, revoked, r, Command{Action: Revoke, By: admin, Note: "Data palsu"})
	walk(t, replaced, r, Command{Action: Replace, By: sari, Note: "Salah ketik", Number: "2"})
	if revoked.Head.Stage != Revoked || replaced.Head.Stage != Replaced || replaced.Head.Instead != "2" {
		t.Errorf("%+v %+v", revoked.Head, replaced.Head)
	}
	if _, err := out.Do(r, Command{Action: Revoke, By: admin}, monday(t)); err == nil {
		t.Error("revoked without a reason")
	}
}

func TestThePromiseMayCountFromCompleteDocuments(t *testing.T) {
	t.Parallel()
	d := letter()
	d.Complete = true
	s, r := fresh(), Rules{d, office()}
	walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera}, Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "buram"}}},
		Command{Action: Return, By: vera}, Command{Action: Resubmit, By: siti})
	if s.Head.Clock.Start != 0 {
		t.Fatalf("it runs before anything was found complete: %+v", s.Head.Clock)
	}
	walk(t, s, r, Command{Action: Pass, By: vera})
	if s.Head.Clock.Start != s.At || len(s.Head.Clock.Pauses) != 0 {
		t.Errorf("%+v", s.Head.Clock)
	}
}

func TestARoleAtAnotherPlaceIsNone(t *testing.T) {
	t.Parallel()
	s, r := New("P-2", "desa", "celep", "siti"), Rules{letter(), office()}
	walk(t, s, r, Command{Action: Submit, By: siti})
	if _, err := s.Do(r, Command{Action: Take, By: staff("far", access.Verifier, "desa", "porong")}, monday(t)); !fault.Is(err, fault.Denied) {
		t.Errorf("%v", err)
	}
	walk(t, s, r, Command{Action: Take, By: staff("near", access.Verifier, "desa", "celep")})
}

func TestMayIsWhatDoAllows(t *testing.T) {
	t.Parallel()
	actions := func(s *State, r Rules, by access.Actor) (all string) {
		for _, t := range s.May(r, by) {
			all += string(t.Action) + " "
		}
		return strings.TrimSpace(all)
	}
	s, r := fresh(), Rules{building(), office()}
	if got := actions(s, r, siti); got != "submit" {
		t.Errorf("a draft: %s", got)
	}
	walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera})
	for who, want := range map[string]string{
		"vera": "take hand_over mark return pass ask withdraw refuse remark", "vino": "take remark", "siti": "cancel", "admin": "take hand_over remark", "thief": "", "roads": "", "cici": "remark",
	} {
		for _, p := range everybody {
			if p.ID == who && actions(s, r, p) != want {
				t.Errorf("%s may %s, want %s", who, actions(s, r, p), want)
			}
		}
	}
	walk(t, s, r, Command{Action: Ask, By: vera, Agency: "dinas-jalan", Note: "Boleh?"})
	if got := actions(s, r, roads); got != "answer" {
		t.Errorf("who is asked may %s", got)
	}
	signing := fresh()
	walk(t, signing, r, toSignature()...)
	for who, want := range map[*access.Actor]string{&sekcam: "remark", &admin: "take hand_over remark"} {
		if got := actions(signing, r, *who); got != want {
			t.Errorf("at the signature %s may %s, want %s", who.ID, got, want)
		}
	}
	if !signing.Bars(r, sekcam.ID) || signing.Bars(r, sari.ID) {
		t.Error("who initialled is not kept from signing, or somebody else is")
	}
}

func TestHandedOver(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{building(), office()}
	walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera}, Command{Action: HandOver, By: vera, To: vino})
	if s.Head.Officer != "vino" {
		t.Errorf("%+v", s.Head)
	}
	events := walk(t, s, r, Command{Action: HandOver, By: admin, To: vera, Note: "Vino cuti"}, Command{Action: HandOver, By: vera, To: vera})
	if s.Head.Officer != "vera" || len(events) != 1 || events[0].Role != access.Agency {
		t.Errorf("%+v %+v", s.Head, events)
	}
}

func TestEventsInOrderOnly(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{letter(), office()}
	phone := s.Clone()
	log := walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera})
	if phone.Apply(log[1]) || phone.Version != 0 {
		t.Error("an event was left out and nobody noticed")
	}
	if !phone.Apply(log[0]) || phone.Apply(log[0]) || !phone.Apply(log[1]) || phone.Head.Officer != "vera" {
		t.Errorf("%+v", phone)
	}
}

func TestWhatTheApplicantMayKnow(t *testing.T) {
	t.Parallel()
	s, r := fresh(), Rules{building(), office()}
	walk(t, s, r, Command{Action: Submit, By: siti}, Command{Action: Take, By: vera}, Command{Action: Ask, By: vera, Agency: "dinas-air", Note: "Curiga palsu"},
		Command{Action: MarkUp, By: vera, Marks: []Mark{{"ktp", "buram"}}})
	if h := s.Head.Public(); h.Officer != "" || h.Opinions != nil || h.Marks != nil || h.Hands != nil || s.Head.Officer == "" {
		t.Errorf("%+v", h)
	}
	walk(t, s, r, Command{Action: Return, By: vera})
	if h := s.Head.Public(); len(h.Marks) != 1 {
		t.Errorf("%+v", h)
	}
}

// What was paid before an application went back counts for the fee that is set
// after it.
func TestAFeeAfterItWasPaid(t *testing.T) {
	t.Parallel()
	r := Rules{building(), office()}
	back := []Command{{Action: SendBack, By: sari, Step: "survey", Note: "Luasnya lain"}, {Action: Pass, By: vino, Note: "ok"}, {Action: Pass, By: roads, Note: "ok"}}
	paid := fresh()
	walk(t, paid, r, append(toSignature(), back...)...)
	for fee, want := range map[int64]Bill{900_000: {Amount: 150_000, Before: 750_000}, 750_000: {Amount: 750_000}, 1: {Amount: 750_000}, 0: {Amount: 750_000}} {
		s := paid.Clone()
		walk(t, s, r, Command{Action: SetFee, By: vera, Amount: fee, Number: "SKRD-14"})
		if b := s.Head.Bill; b.Amount != want.Amount || b.Before != want.Before || (b.Paid == 0) != (s.Head.Stage == Payment) || (s.Head.Stage == Payment) != (fee > 750_000) {
			t.Errorf("a fee of %d: %s %+v", fee, s.Head.Stage, b)
		}
	}
}
