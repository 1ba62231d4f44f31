package permitdesk

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

var now = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC) // ten in the morning

func delta(grants ...access.Grant) *house.House {
	return &house.House{City: city.Info{App: "Rumah Delta", RegionShort: "Delta", Offset: 420}, Viewer: identity.Viewer{ID: "vera", Name: "Vera", Staff: true, Grants: grants}, Now: func() time.Time { return now }}
}

// planted is the screen with the data of its address.
func planted(t *testing.T, h *house.House, l words.Lang, path string, seed any) *Desk {
	t.Helper()
	data, err := json.Marshal(seed)
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(path)
	if err != nil {
		t.Fatal(err)
	}
	s := NewDesk(h).(*Desk)
	s.Plant(link.At{Lang: l, Path: u.Path, Query: u.Query()}, data)
	return s
}

// layout is what go-app writes between elements.
var layout = regexp.MustCompile(`\s*\n\s*`)

// sees checks that a screen says some things and not others.
func sees(t *testing.T, s goapp.UI, say []string, not ...string) {
	t.Helper()
	page := strings.ReplaceAll(layout.ReplaceAllString(goapp.HTMLString(s), ""), "&#39;", "'")
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

func line(edit func(*permit.Line)) permit.Line {
	l := permit.Line{ID: "ABC", Service: permit.Named{ID: "kia", Name: "Kartu <anak>"}, Place: permit.Named{ID: "p", Name: "Dinas"}, Holder: "Siti <b>", Stage: permit.Documents, Step: "berkas",
		Since: now.Add(-time.Hour), Sent: now.Add(-2 * time.Hour), Due: now.Add(8 * time.Hour), Half: now.Add(3 * time.Hour), Hot: now.Add(6 * time.Hour)}
	edit(&l)
	return l
}

// A list says by when each is due, who has it, and what to do where it is
// empty.
func TestLists(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		desk := permit.Desk{Now: now, Next: "x", Items: []permit.Line{line(func(*permit.Line) {}), line(func(p *permit.Line) { p.ID, p.Officer = "DEF", permit.Named{ID: "vino", Name: "Vino"} })}}
		sees(t, planted(t, delta(), l, DeskPath+"?lihat=semua", desk), []string{"Siti &lt;b&gt;", "Kartu &lt;anak&gt;", words.CaseDueToday.In(l, "18.00"), words.CaseFree.In(l), "Vino", words.ShowMore.In(l), words.CasesChoose.In(l)}, "<b>")
		sees(t, planted(t, delta(), l, DeskPath, desk), nil, words.CaseFree.In(l))
		empty := permit.Desk{Now: now}
		s := planted(t, delta(), l, DeskPath, empty)
		sees(t, s, []string{words.CasesNone.In(l)}, words.CasesGoFree.In(l, "0"))
		s.count = &permit.Overview{Mine: 0, Free: 1000, Late: 3, Services: []permit.Named{{ID: "kia", Name: "Kartu <anak>"}}}
		sees(t, s, []string{words.CasesGoFree.In(l, words.Count(l, 999)+"+"), words.CasesSum.In(l, "0", words.Count(l, 999)+"+", "3")})
		s.saring = true
		sees(t, s, []string{words.CasesService.In(l), "Kartu &lt;anak&gt;", words.PermitStages["signature"].In(l)}, words.CasesPlace.In(l)+"<")
		s.count.Places = []permit.Named{{ID: "satu", Name: "Kantor <satu>"}, {ID: "dua", Name: "Kantor dua"}}
		sees(t, s, []string{words.CasesPlace.In(l), words.CasesEveryPlace.In(l), "Kantor &lt;satu&gt;"})
		sees(t, planted(t, delta(), l, DeskPath+"?lihat=bebas", empty), []string{words.CasesNoFree.In(l)})
		sees(t, planted(t, delta(), l, DeskPath+"?lihat=telat", empty), []string{words.CasesNoLate.In(l)})
		sees(t, planted(t, delta(), l, DeskPath+"?q=x", empty), []string{words.CasesNoMatch.In(l)}, words.CasesNone.In(l))
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]permit.DeskFilter{
		"": {Mine: true}, "?lihat=bebas": {Free: true}, "?lihat=telat&layanan=kia": {Late: true, Service: "kia"}, "?lihat=pemohon": {Stage: permit.Returned}, "?lihat=semua&kantor=dua": {Place: "dua"}, "?lihat=semua&tahap=signature": {Stage: permit.Signature},
		"?lihat=selesai": {Over: true}, "?q=siti": {Text: "siti"}, "?q=siti&lihat=bebas": {Text: "siti", Free: true}, "?lihat=x": {}, "?petugas=vera": {Officer: "vera"},
	} {
		u, _ := url.Parse(DeskPath + query)
		if got := filterOf(link.Parse(u)); got != want {
			t.Errorf("%s: %+v, want %+v", query, got, want)
		}
	}
}

// How an application stands is in a colour, a line and words.
func TestPace(t *testing.T) {
	t.Parallel()
	loc := time.FixedZone("WIB", 7*3600)
	for _, c := range []struct {
		name, bar, when string
		part            float64
		edit            func(*permit.Line)
	}{
		{"begun", "b1", "Hari ini 18.00", .2, func(*permit.Line) {}},
		{"half", "b1", "Besok", .5, func(l *permit.Line) {
			l.Half, l.Hot, l.Due = now, now.Add(10*time.Hour), now.AddDate(0, 0, 1)
		}},
		{"most", "b4", "4 hari lagi", .9, func(l *permit.Line) {
			l.Half, l.Hot, l.Due = now.AddDate(0, 0, -8), now.AddDate(0, 0, -4), now.AddDate(0, 0, 4)
		}},
		{"just late", "b3", "Baru lewat", 1, func(l *permit.Line) { l.Due = now.Add(-time.Minute) }},
		{"late", "b3", "Telat 3 hari", 1, func(l *permit.Line) { l.Due = now.AddDate(0, 0, -3) }},
		{"late today", "b3", "Telat 2 jam", 1, func(l *permit.Line) { l.Due = now.Add(-2 * time.Hour) }},
		{"returned", "", "Di pemohon", -1, func(l *permit.Line) { l.Stage, l.Due = permit.Returned, time.Time{} }},
		{"not promised", "", "Masuk hari ini", -1, func(l *permit.Line) { l.Due = time.Time{} }},
		{"not promised, old", "", "Masuk 5 hari lalu", -1, func(l *permit.Line) { l.Due, l.Sent = time.Time{}, now.AddDate(0, 0, -5) }},
		{"over", "", "23 November", -1, func(l *permit.Line) { l.Stage, l.Due = permit.Issued, time.Time{} }},
		{"of a house before", "b1", "Hari ini 18.00", .2, func(l *permit.Line) { l.Half = time.Time{} }},
	} {
		at, clock := line(c.edit), clock{now, loc}
		p := clock.pace(at)
		if diff := p.part - c.part; p.bar != c.bar || diff > .01 || diff < -.01 {
			t.Errorf("%s: %+v", c.name, p)
		}
		if got := clock.when(words.ID, at); got != c.when {
			t.Errorf("%s: %q, want %q", c.name, got, c.when)
		}
	}
}

// definition has a step of every kind.
var definition = permit.Definition{
	Promise: catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays}, Fee: permit.Fee{Kind: catalogue.Levy},
	Steps: []permit.Step{
		{ID: "berkas", Stage: permit.Documents, Roles: []access.Role{access.Verifier}},
		{ID: "survei", Stage: permit.Technical, Roles: []access.Role{access.Verifier}, Note: true},
		{ID: "tarif", Stage: permit.Assessment, Roles: []access.Role{access.Verifier}},
		{ID: "bayar", Stage: permit.Payment, Roles: []access.Role{access.Counter}},
		{ID: "paraf", Stage: permit.Initials, Roles: []access.Role{access.Signer}},
		{ID: "tanda", Stage: permit.Signature, Roles: []access.Role{access.Signer}, Name: form.Text{ID: "Tanda tangan camat"}},
		{ID: "ambil", Stage: permit.PickUp, Roles: []access.Role{access.Counter}},
	},
}

// opened is an application at a step, as somebody with some roles sees it.
func opened(node string, edit func(*permit.File), roles ...access.Role) permit.File {
	question := func(id string, kind form.Kind) form.Question {
		return form.Question{ID: id, Kind: kind, Label: form.Text{ID: "Soal " + id}}
	}
	schema := form.Schema{Sections: []form.Section{{ID: "satu", Title: form.Text{ID: "Bagian satu"}, Questions: []form.Question{
		question("nama", form.Line), question("nik", form.NIK), question("ktp", form.Files), question("wilayah", form.Area), question("titik", form.Point),
		{ID: "anak", Kind: form.Table, Label: form.Text{ID: "Soal anak"}, Columns: []form.Question{question("sebut", form.Line), question("asal", form.Area)}}, question("kosong", form.Line)}}}}
	f := permit.File{Line: line(func(l *permit.Line) { l.Step = node }), Agency: permit.Named{ID: "dinas", Name: "Dinas"}, Form: schema, Day: "2026-11-20", Way: permit.WayOf(&definition), Version: 7, Now: now, Announced: true, Share: .6,
		Answers: form.Answers{"nama": {Text: "Siti <b>"}, "nik": {Text: "3515••••0001"}, "wilayah": {Text: "35.15.08.1005"}, "titik": {Text: "-7.447800,112.718300"},
			"anak": {Rows: []map[string]string{{"sebut": "Genta", "asal": "35.15.08.1005"}}},
			"ktp":  {Files: []form.File{{ID: "f1", Name: "ktp <b>.jpg", Type: "image/jpeg", Size: 240000}, {ID: "f2", Name: "kk.pdf", Type: "application/pdf", Size: 2400000}}}},
		Names: []permit.Named{{ID: "35.15.08.1005", Name: "Sukamaju, Delta"}, {ID: "pupr", Name: "Dinas PU"}}, Colleagues: []permit.Candidate{{Named: permit.Named{ID: "vera", Name: "Vera"}}, {Named: permit.Named{ID: "vino", Name: "Vino"}, Has: 7, Away: "2026-11-30", Takes: "Dua <b>"}},
		Events: []permit.Happened{{Version: 1, At: now, Action: permit.Submit, From: "draft", To: "submitted", By: "Siti <b>"}}}
	f.Stage, f.Head.Stage, f.Head.Step = permit.Stage(node), permit.Stage(node), ""
	if step, ok := definition.Step(node); ok {
		f.Stage, f.Head.Stage, f.Head.Step = step.Stage, step.Stage, node
		f.Called = step.Name
	}
	edit(&f)
	state := permit.State{ID: "ABC", Agency: "dinas", Place: "p", Applicant: "siti", Version: 7, Head: f.Head}
	by := access.Actor{ID: "vera", Staff: true}
	for _, role := range roles {
		by.Grants = append(by.Grants, access.Grant{Role: role, Agency: "dinas"})
	}
	f.May = state.May(permit.Rules{Definition: &definition}, by)
	return f
}

func as(t *testing.T, l words.Lang, f permit.File) *Desk {
	t.Helper()
	return planted(t, delta(access.Grant{Role: access.Verifier, Agency: "dinas"}), l, DeskPath+"/ABC?lihat=semua", f)
}

// At every stage the desk offers what the engine lets its reader do, and
// nothing else.
func TestCaseInEveryStage(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		act := func(a permit.Action) string { return words.PermitActions[string(a)].In(l) + "<kbd" }
		show := func(node string, roles ...access.Role) *Desk {
			return as(t, l, opened(node, func(*permit.File) {}, roles...))
		}
		ret := words.CaseReturn.In(l) + "<kbd"
		sees(t, show("submitted", access.Verifier), []string{act(permit.Take), words.CaseFree.In(l)}, act(permit.Pass), ret, words.CaseMark.In(l)+"<")
		sees(t, show("submitted", access.Agency), []string{act(permit.Take)})
		sees(t, show("berkas", access.Verifier), []string{"Siti &lt;b&gt;", act(permit.Pass), ret, act(permit.Refuse), "ktp &lt;b&gt;.jpg", "JPEG, 240 KB", "PDF, 2.4 MB", "Sukamaju, Delta", "geo:-7.447800,112.718300", words.CaseReveal.In(l),
			words.CaseBlank.In(l), words.CaseMark.In(l) + "<", words.PermitActions["ask"].In(l)}, act(permit.Sign))
		sees(t, show("berkas", access.Signer), []string{words.CaseNothing.In(l), words.CaseNext.In(l)}, act(permit.Pass), words.CaseMark.In(l)+"<")
		sees(t, show("tarif", access.Verifier), []string{act(permit.SetFee)}, act(permit.Pass))
		sees(t, show("bayar", access.Counter), []string{act(permit.Confirm), words.PermitActions["dispute"].In(l)})
		sees(t, show("paraf", access.Signer), []string{act(permit.InitialIt)})
		sees(t, show("tanda", access.Signer), []string{act(permit.Sign), act(permit.Refuse), "Tanda tangan camat", words.PermitActions["send_back"].In(l)})
		sees(t, show("ambil", access.Counter), []string{act(permit.Collect)})
		sees(t, show("collected", access.Signer), []string{words.PermitActions["revoke"].In(l), words.PermitActions["replace"].In(l), words.CaseNext.In(l)}, words.CaseNothing.In(l))
		taken := as(t, l, opened("berkas", func(f *permit.File) {
			f.Officer, f.Head.Officer = permit.Named{ID: "vino", Name: "Vino <i>"}, "vino"
		}, access.Verifier))
		sees(t, taken, []string{words.CaseTheirs.In(l, "Vino &lt;i&gt;"), words.CaseHeld.In(l, "Vino &lt;i&gt;")}, act(permit.Pass))
	}
}

// Every form asks what its action needs, and shows what is wrong beside it.
func TestForms(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		for _, c := range []struct {
			node string
			role access.Role
			act  permit.Action
			say  []string
		}{
			{"berkas", access.Verifier, permit.Return, []string{words.CaseReturnNo.In(l), "disabled"}},
			{"berkas", access.Verifier, permit.Refuse, []string{words.CaseRefuseY.In(l), words.CaseForGood.In(l)}},
			{"berkas", access.Verifier, permit.Ask, []string{words.CaseAskWhom.In(l), words.CaseAskWhat.In(l)}},
			{"berkas", access.Verifier, permit.Remark, []string{words.CaseNoteOwn.In(l)}},
			{"berkas", access.Verifier, permit.Take, []string{words.CaseGiveTo.In(l), "Vino"}},
			{"survei", access.Verifier, permit.Pass, []string{words.CasePassY.In(l)}},
			{"survei", access.Verifier, permit.SendBack, []string{words.CaseBackTo.In(l), words.PermitStages["documents"].In(l)}},
			{"tarif", access.Verifier, permit.SetFee, []string{words.CaseAmountY.In(l, "Rp"+words.Count(l, 125000)), "125000", words.CaseBillCode.In(l), "ABC"}},
			{"bayar", access.Counter, permit.Confirm, []string{words.CasePaidAsk.In(l, "Rp"+words.Count(l, 90000), "K-1"), words.CaseForGood.In(l)}},
			{"bayar", access.Counter, permit.Dispute, []string{words.CaseNoteTold.In(l)}},
			{"tanda", access.Signer, permit.Sign, []string{words.CaseSignY.In(l), words.CaseForGood.In(l)}},
			{"collected", access.Signer, permit.Replace, []string{words.CaseNewNo.In(l)}},
		} {
			f := opened(c.node, func(f *permit.File) {
				f.Estimate, f.Head.Bill = 125000, &permit.Bill{Amount: 90000, Number: "K-1"}
			}, c.role)
			s := as(t, l, f)
			if !may(f, c.act) {
				t.Fatalf("%s at %s: the engine does not let it", c.act, c.node)
			}
			if needs := s.asks(f, c.act); !needs && c.act != permit.Take {
				t.Errorf("%s does not ask", c.act)
			}
			s.panel, s.issued.known = c.act, true
			sees(t, s, append(c.say, panelID), words.CaseMark.In(l)+"<script")
			s.wrong = fault.From(fault.Wrong(fault.Field{Name: "note", Key: "required"}, fault.Field{Name: "number", Key: "required"}, fault.Field{Name: "amount", Key: "number"}))
			if c.act != permit.Return && c.act != permit.Confirm && c.act != permit.Take && c.act != permit.Sign {
				sees(t, s, []string{"field-error"})
			}
		}
	}
}

// Another agency that was asked reads the question and answers it.
func TestOpinion(t *testing.T) {
	t.Parallel()
	f := opened("berkas", func(f *permit.File) {
		f.Head.Opinions = []permit.Opinion{{Agency: "pupr", Question: "Rawan <banjir>?", Asked: 1, Over: 2, View: permit.Against, Answer: "Tidak boleh"}, {Agency: "dlh", Question: "Bagi siapa?", Asked: 3}, {Agency: "dinas", Question: "Rawan <longsor>?", Asked: 3}}
	}, access.Verifier)
	for _, l := range words.Langs {
		s := as(t, l, f)
		if o, place, ok := s.question(f); !ok || place != 3 || o.Agency != "dinas" {
			t.Errorf("%+v %d %v", o, place, ok)
		}
		sees(t, s, []string{words.CaseAsked.In(l, "Dinas"), "Rawan &lt;longsor&gt;?", words.PermitActions["answer"].In(l)})
		s.part = partWay
		sees(t, s, []string{"Dinas PU", "Rawan &lt;banjir&gt;?", "Tidak boleh", words.CaseViewNo.In(l), words.CaseWaiting.In(l), words.PermitActions["withdraw"].In(l)})
		s.panel = permit.Answer
		sees(t, s, []string{words.CaseViewIf.In(l), "Rawan &lt;longsor&gt;?"})
	}
}

// Answers and single files are marked; what is written stays when somebody
// goes on, and comes back with them.
func TestMarksStay(t *testing.T) {
	f := opened("berkas", func(f *permit.File) { f.Head.Marks = []permit.Mark{{Path: "nama", Reason: "Salah <eja>"}} }, access.Verifier)
	s := as(t, words.ID, f)
	sees(t, s, []string{"Salah &lt;eja&gt;", words.CaseMarked.ID, words.CaseReturn.ID + " (1)"})
	s.writing.mark("ktp.f2", "Kabur", true)
	s.writing.mark("nama", "", false)
	put(&s.writing.notes, permit.Refuse, "Belum jadi")
	sees(t, s, []string{"Kabur", words.CaseReturn.ID + " (1)", words.CaseMarksKeep.ID}, "Salah &lt;eja&gt;")
	if len(f.Head.Marks) != 1 || f.Head.Marks[0].Path != "nama" {
		t.Error("writing changed what the server said")
	}
	s.panel = permit.Return
	sees(t, s, []string{"Soal ktp, kk.pdf", "Kabur"})
	s.leave("ABC")
	again := as(t, words.ID, f)
	again.begin("ABC")
	again.arrived()
	sees(t, again, []string{"Kabur"}, "Salah &lt;eja&gt;")
	if again.writing.notes[permit.Refuse] != "Belum jadi" {
		t.Error("the note is gone")
	}
	again.writing.sent(permit.Return)
	again.arrived()
	sees(t, again, []string{"Salah &lt;eja&gt;"})
	again.writing.sent(permit.Refuse)
	again.leave("ABC")
	if unsent["ABC"] != nil {
		t.Error("what was sent is kept")
	}
}

// Who was faster, and what they did, stands above what one was about to do.
func TestFaster(t *testing.T) {
	t.Parallel()
	f := opened("berkas", func(f *permit.File) {
		f.Events = append(f.Events, permit.Happened{Version: 6, At: now, Action: permit.Take, By: "Vera"}, permit.Happened{Version: 7, At: now, Action: permit.HandOver, By: "Bos <b>", Whom: "Vino"})
	}, access.Verifier)
	for _, l := range words.Langs {
		s := as(t, l, f)
		s.seen, s.wrong, s.panel = 6, fault.New(fault.Conflict, "permit_changed"), permit.Refuse
		sees(t, s, []string{words.CaseFaster.In(l, "Bos &lt;b&gt;"), words.CaseGave.In(l, "Bos &lt;b&gt;", "Vino"), words.CaseFasterY.In(l)}, words.Fault(l, "permit_changed", ""))
		s.part, s.seen = partLog, 0
		sees(t, s, []string{words.CaseEvents["take"].In(l, "Vera"), words.CaseEvents["submit"].In(l, "Siti &lt;b&gt;")})
	}
}

// An attachment is shown beside what was answered: a picture as it is, what
// is none behind a link.
func TestAttachments(t *testing.T) {
	t.Parallel()
	f := opened("berkas", func(*permit.File) {}, access.Verifier)
	s := as(t, words.ID, f)
	s.look(f, "ktp.f1")
	s.zooms(9)
	sees(t, s, []string{fileAt("f1"), "zoom-4", "1 dari 2", words.CaseTurn.ID})
	s.turns(f, 1)
	sees(t, s, []string{fileAt("f2"), "2 dari 2", words.CaseNoLook.ID}, words.CaseTurn.ID, "<img")
	for status, says := range map[proof.Status]words.T{proof.Genuine: words.CaseLetter, proof.Revoked: words.CaseLetterOver} {
		f.Letters = []permit.Letter{{ID: "surat", Number: "470/1", Holder: "Siti <b>", Issuer: "Celep", Status: status}}
		f.Answers["ktp"].Files[1].Letter = "surat"
		own := as(t, words.ID, f)
		own.look(f, "ktp.f2")
		sees(t, own, []string{says.ID, words.CaseLetterY.In(words.ID, "470/1", "Celep", "Siti &lt;b&gt;")})
	}
	s.turns(f, 1)
	if s.paper.at != 0 || s.paper.zoom != 0 {
		t.Errorf("%+v", s.paper)
	}
}

func TestFee(t *testing.T) {
	t.Parallel()
	f := opened("tarif", func(f *permit.File) { f.Estimate = 500 }, access.Verifier)
	for text, want := range map[string]int64{"": 500, "0": 0, "125000": 125000, "Rp125.000": 125000, "1,000": 1000} {
		s := as(t, words.ID, f)
		s.writing.amount = text
		if got, wrong := s.fee(f); wrong != nil || got != want {
			t.Errorf("%q: %d %v", text, got, wrong)
		}
	}
	s := as(t, words.ID, f)
	s.writing.amount = "seribu"
	if _, wrong := s.fee(f); wrong == nil {
		t.Error("no amount is taken for one")
	}
}

// No key does anything while somebody types, but for sending and leaving.
func TestKeys(t *testing.T) {
	t.Parallel()
	for key, want := range map[browser.Key]string{
		{Name: "j"}: "down", {Name: "/"}: "find", {Name: "t"}: "take", {Name: "ArrowDown"}: "row+", {Name: "ArrowDown", Arrows: true}: "", {Name: "s", Chord: true}: "", {Name: "s", Dialog: true}: "", {Name: "Enter"}: "",
		{Name: "Enter", Chord: true, Field: panelID}: "send", {Name: "Enter", Chord: true, Field: "cari"}: "", {Name: "Escape", Field: "isian-3-alasan"}: "leave", {Name: "Escape", Field: panelID}: "escape", {Name: "Escape", Dialog: true}: "",
	} {
		if got := wishOf(key); got != want {
			t.Errorf("%+v: %q, want %q", key, got, want)
		}
	}
	for name := range wishes {
		for _, field := range []string{"cari", panelID, "isian-0-alasan", "-"} {
			if got := wishOf(browser.Key{Name: name, Field: field}); got != "" {
				t.Errorf("%s acts while somebody types in %s: %s", name, field, got)
			}
		}
	}
	s := planted(t, delta(), words.ID, DeskPath, permit.Desk{})
	for name, wish := range wishes {
		got := s.wish(browser.Key{Name: name})
		if ofCase := !slices.Contains([]string{"down", "up", "find", "keys", "filter", "list-", "list+", "row+", "row-", "next", "pick", "give"}, wish); ofCase != (got == "") {
			t.Errorf("%s without an application: %q", name, got)
		}
	}
}

// Several are picked and given to somebody at once; what could not be given
// is said by name.
func TestMany(t *testing.T) {
	t.Parallel()
	items := []permit.Line{line(func(p *permit.Line) { p.Seen = 3 }), line(func(p *permit.Line) { p.ID, p.Holder, p.Seen = "DEF", "Budi <i>", 5 })}
	for _, l := range words.Langs {
		s := planted(t, delta(), l, DeskPath+"?lihat=semua", permit.Desk{Now: now, Items: items})
		sees(t, s, nil, words.ManyGive.In(l)+"<kbd", "meja-centang")
		s.toggle(items[1])
		s.toggle(items[0])
		sees(t, s, []string{words.ManyPicked.In(l, "2"), words.ManyGive.In(l) + "<kbd", "meja-centang-on"}, DeskPath+"/ABC")
		if got := s.picks(); len(got) != 2 || got[0] != (permit.Pick{ID: "ABC", Seen: 3}) || got[1] != (permit.Pick{ID: "DEF", Seen: 5}) {
			t.Errorf("%+v", got)
		}
		s.many.people = &permit.Candidates{Items: []permit.Candidate{{Named: permit.Named{ID: "vino", Name: "Vino <b>"}, Has: 7, Away: "2026-11-30", Takes: "Dua <i>"}, {Named: permit.Named{ID: "vera", Name: "Vera"}, Has: 1200}}}
		sees(t, s, []string{"Vino &lt;b&gt;", words.ManyAway.In(l, words.DayMonth(l, "2026-11-30"), "Dua &lt;i&gt;"), words.ManySelf.In(l, "Vera"), words.ManyHas.In(l, words.Count(l, 1200))})
		s.given(permit.Assigned{Items: []permit.Outcome{{ID: "ABC"}, {ID: "DEF", Key: "permit_unable"}}})
		sees(t, s, []string{words.ManyLeft.In(l, "1"), "Budi &lt;i&gt;: " + words.Fault(l, "permit_unable", "")}, "meja-centang")
	}
	s := planted(t, delta(), words.ID, DeskPath, permit.Desk{Now: now, Items: items})
	s.toggle(items[0])
	s.toggle(items[0])
	if len(s.picks()) != 0 {
		t.Error("what was let go of is picked")
	}
}

// What is written again and again is picked for the field it was asked from,
// after what stands there; only who may changes it.
func TestPhrases(t *testing.T) {
	t.Parallel()
	f := opened("berkas", func(*permit.File) {}, access.Verifier)
	list := permit.Phrases{Agencies: []permit.Named{{ID: "dinas", Name: "Dinas"}, {ID: "kota", Name: "Kota"}}, Items: []permit.Phrase{
		{ID: "1", Title: "Alamat <kurang>", Body: "Tulis RT dan RW."}, {ID: "2", Title: "KK kabur", Body: "Foto ulang <KK>.", Service: permit.Named{ID: "kia"}, May: true}, {ID: "3", Title: "Lain", Body: "Lain", Service: permit.Named{ID: "sktm"}}}}
	for _, l := range words.Langs {
		s := as(t, l, f)
		s.writing.mark("nama", "Salah eja. ", true)
		into, ok := s.targetOf(f, "isian-0-alasan")
		if !ok || into.path != "nama" {
			t.Fatalf("%+v %v", into, ok)
		}
		s.phrase.into = into
		sees(t, s, []string{words.PhrasePick.In(l), words.Loading.In(l)})
		s.phrase.list = &permit.Phrases{}
		sees(t, s, []string{words.PhraseNone.In(l)}, words.PhraseNew.In(l))
		s.phrase.list = &list
		sees(t, s, []string{"Alamat &lt;kurang&gt;", "Foto ulang &lt;KK&gt;.", words.PhraseEdit.In(l, "KK kabur"), words.PhraseNew.In(l)}, words.PhraseEdit.In(l, "Alamat &lt;kurang&gt;"), ">Lain<")
		s.extendText("Foto ulang <KK>.")
		if got := s.writing.marks[0].Reason; got != "Salah eja.\nFoto ulang <KK>." {
			t.Errorf("%q", got)
		}
		s.phrase.begin(f, permit.Phrase{Body: s.text()})
		if d := s.phrase.draft; d.Agency != "dinas" || d.Service != "kia" || d.Body != "Salah eja.\nFoto ulang <KK>." {
			t.Errorf("%+v", d)
		}
		s.phrase.wrong = fault.From(s.phrase.draft.Check())
		sees(t, s, []string{words.PhraseName.In(l), words.PhraseFor.In(l), words.Fault(l, "required", ""), "Foto ulang &lt;KK&gt;."})
		s.phrase.replace(permit.Phrase{ID: "4", Title: "Baru"})
		if got := s.phrase.list.Items; len(got) != 4 || got[1].ID != "4" || len(list.Items) != 3 {
			t.Errorf("%+v", got)
		}
		s.panel = permit.Refuse
		if into, ok := s.targetOf(f, panelID); !ok || into.path != "" {
			t.Errorf("%+v %v", into, ok)
		}
		s.phrase.into = target{field: panelID}
		s.extendText("Belum bisa.")
		if got := s.writing.notes[permit.Refuse]; got != "Belum bisa." {
			t.Errorf("%q", got)
		}
		if _, ok := s.targetOf(f, "cari"); ok {
			t.Error("a sentence goes into the search")
		}
	}
}

// A signature asks for a passphrase where the provider wants one, and for a
// second look where nobody knows what became of the first try.
func TestSignature(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		s := as(t, l, opened("tanda", func(*permit.File) {}, access.Signer))
		s.panel = permit.Sign
		sees(t, s, []string{words.CaseSignY.In(l)}, words.CasePass.In(l), words.CaseLooked.In(l))
		s.wrong = fault.From(fault.Wrong(fault.Field{Name: "passphrase", Key: "sign_passphrase"}))
		sees(t, s, []string{words.CasePass.In(l), words.Fault(l, "sign_passphrase", "")}, words.CaseLooked.In(l))
		s.wrong = fault.New(fault.Conflict, "sign_unknown")
		sees(t, s, []string{words.CasePass.In(l), words.CaseLooked.In(l), words.Fault(l, "sign_unknown", "")})
		s.begin("lain")
		if s.secret != (secret{}) {
			t.Error("a passphrase is kept")
		}
	}
}

// Who is away reads who stands in and what stays; who stands in, for whom.
func TestAway(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		s := planted(t, delta(), l, DeskPath, permit.Desk{Now: now})
		sees(t, s, []string{words.AwayTitle.In(l)}, words.AwayBack.In(l))
		person := permit.Candidate{Named: permit.Named{ID: "vino", Name: "Vino <b>"}, Has: 7}
		gone := person
		gone.Name, gone.Away = "Dua <i>", "2026-11-30"
		s.away.known = &permit.Absence{Deputies: []permit.Candidate{person, gone}, For: []permit.Candidate{gone}}
		sees(t, s, []string{"Vino &lt;b&gt;", words.AwayStand.In(l), words.AwayFor.In(l, "Dua &lt;i&gt;", words.DayMonth(l, "2026-11-30"))}, words.AwayBack.In(l), "Dua &lt;i&gt;, "+words.ManyHas.In(l, "7"))
		s.away.wrong = fault.From(fault.Wrong(fault.Field{Name: "until", Key: "choice"}))
		sees(t, s, []string{words.Fault(l, "choice", "")})
		s.away.known = &permit.Absence{Until: "2026-11-30", Deputy: permit.Named{ID: "vino", Name: "Vino <b>"}, Stays: []permit.Line{line(func(*permit.Line) {})}}
		sees(t, s, []string{words.AwayUntil.In(l, words.DayMonth(l, "2026-11-30")), words.AwayBy.In(l, "Vino &lt;b&gt;"), words.AwayStays.In(l, "1"), words.AwayBack.In(l)})
	}
}

// An admin is told who has far too much, and led to it.
func TestLoads(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		s := planted(t, delta(), l, DeskPath, permit.Desk{Now: now})
		s.count = &permit.Overview{Loads: []permit.Load{{Officer: permit.Named{ID: "vino", Name: "Vino <b>"}, Agency: permit.Named{ID: "dinas", Name: "Dinas <i>"}, Has: 12, Of: 20}}}
		sees(t, s, []string{words.LoadTitle.In(l, "Vino &lt;b&gt;"), words.LoadSay.In(l, "12", "20", "Dinas &lt;i&gt;"), "petugas=vino"})
		s = planted(t, delta(), l, DeskPath+"?lihat=semua&petugas=vino", permit.Desk{Now: now, Items: []permit.Line{line(func(p *permit.Line) { p.Officer = permit.Named{ID: "vino", Name: "Vino <b>"} })}})
		s.count = &permit.Overview{Loads: []permit.Load{{Officer: permit.Named{ID: "vino", Name: "Vino"}}}}
		sees(t, s, []string{words.CaseHeld.In(l, "Vino &lt;b&gt;")}, words.LoadSee.In(l))
	}
}
