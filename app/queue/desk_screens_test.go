package queue

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"rumah/app/house"
	"rumah/shared/access"
	"rumah/shared/city"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

var sampleNow = time.Date(2026, 11, 23, 2, 12, 0, 0, time.UTC)

func sampleHouse() *house.House {
	return &house.House{City: city.Info{App: "Rumah Delta", Zone: "WIB", Offset: 420, Emergency: "112"}, Now: func() time.Time { return sampleNow },
		Viewer: identity.Viewer{ID: "x", Staff: true, Grants: []access.Grant{{Role: access.Counter}, {Role: access.Agency}}}}
}

func sampleDesk() queue.Desk {
	ago := func(m int) int64 { return sampleNow.Add(-time.Duration(m) * time.Minute).UnixMilli() }
	st := queue.State{Day: "poli-anak-20261123-0700", First: 420, Prefix: "A", Version: 90, Last: 58,
		Head:     queue.Head{Status: queue.Open, Share: 3, Regular: queue.Pool{Limit: 60, Taken: 50}, Priority: queue.Pool{Limit: 10, Taken: 4}, Pace: queue.Pace{Mean: 420}, Closes: sampleNow.Add(3 * time.Hour).UnixMilli()},
		Counters: []queue.Counter{{ID: "r3", Name: "Ruang 3", Who: "dr. Ratna, Sp.A", Seated: true, Number: 35, Since: ago(4)}, {ID: "r4", Name: "Ruang 4", Who: "dr. Bagas", Seated: true, Number: 34, Since: ago(2)}},
		Count:    map[queue.Stage]int{queue.Done: 34, queue.Waiting: 20, queue.Skipped: 2}}
	names := []string{"Najwa", "Hafshah", "Icha", "Jasmin", "Kirana", "Ganesha", "Genta", "Nimas", "Agung", "", "Melati Kusumaningrum", "Bagas"}
	var people []queue.Visitor
	st.Tickets = append(st.Tickets, queue.Ticket{Number: 31, Stage: queue.Skipped, Lane: queue.Regular, Since: ago(11), Taken: ago(70), Calls: 2}, queue.Ticket{Number: 34, Stage: queue.Serving, Counter: "r4", Since: ago(2)},
		queue.Ticket{Number: 35, Stage: queue.Serving, Lane: queue.Regular, Counter: "r3", Since: ago(4) - 12000, Taken: ago(48), Present: true, Calls: 1})
	people = append(people, queue.Visitor{Number: 31, Name: "Dimas", Age: 9}, queue.Visitor{Number: 35, Name: "Amalia", Age: 7, By: "phone", Payer: queue.JKN, Visit: []queue.Step{
		{Name: "Pendaftaran", Status: queue.StepDone, Label: "B-014"}, {Name: "Poli Anak", Status: queue.StepNow}, {Name: "Farmasi", Status: queue.StepNext}}})
	for i := range 20 {
		n := 36 + i
		t := queue.Ticket{Number: n, Lane: queue.Regular, Stage: queue.Waiting, Rank: int64(n), Present: i%3 != 2, Taken: ago(31 - i)}
		if i == 4 {
			t.Stage = queue.Away
		}
		if i%6 == 5 {
			t.Lane = queue.Priority
		}
		st.Tickets = append(st.Tickets, t)
		people = append(people, queue.Visitor{Number: n, Name: names[i%len(names)], Age: i - 1, Ground: "elderly"})
	}
	line := queue.Line{Day: st.Day, Queue: "poli-anak", Name: "Poli Anak", Who: "dr. Ratna, Sp.A", Icon: "anak", Prefix: "A", Date: "2026-11-23", Opens: 420, Closes: 840, Status: queue.Open, Waiting: 20, Payer: true}
	near := []queue.DeskLine{{Line: queue.Line{Day: "b", Name: "Loket BPJS", Prefix: "B", Waiting: 11, Icon: "perisai", Calls: []queue.Call{{Number: 112}}}},
		{Line: queue.Line{Day: "f", Name: "Farmasi", Prefix: "F", Waiting: 26, Icon: "klinik", Calls: []queue.Call{{Number: 78}}}}}
	return queue.Desk{Line: line, Place: queue.PlaceRef{Name: "RSUD Delta Utama"}, State: st, People: people, Near: near, Now: sampleNow,
		Today: queue.Today{Served: 34, Wait: 1500, Visit: 408, Hours: []queue.HourBar{{Hour: 7, Served: 6}, {Hour: 8, Served: 20}, {Hour: 9, Served: 8, Expected: 18}, {Hour: 10, Expected: 18}, {Hour: 11, Expected: 15}, {Hour: 12, Expected: 9}}}}
}

// planted is a screen with the data of its address.
func planted(t *testing.T, s house.Screen, address string, seed any) house.Screen {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(seed)
	if err != nil {
		t.Fatal(err)
	}
	s.Plant(link.Parse(u), data)
	return s
}

func sampleSetups() queue.Setups {
	return queue.Setups{Items: []queue.SetupLine{{ID: "poli-anak", Name: "Poli Anak", Who: "dr. Ratna, Sp.A", Prefix: "A", PlaceID: "rsud", PlaceName: "RSUD Delta Utama", Active: true, Waiting: 12},
		{ID: "farmasi", Name: "Farmasi", Prefix: "F", PlaceID: "rsud", PlaceName: "RSUD Delta Utama", Active: true, Waiting: 26},
		{ID: "kk", Name: "Loket KK dan KTP", Prefix: "K", PlaceID: "duk", PlaceName: "Dinas Kependudukan"}}, Places: []queue.PlaceRef{{ID: "rsud", Name: "RSUD Delta Utama"}}}
}

func sampleSetup() queue.Setup {
	c := NewSetups(sampleHouse()).(*Setups).draft.Content
	c.Name, c.Who, c.Prefix, c.Usual, c.Payers, c.SlotFor, c.SlotOf, c.Icon = "Poli Anak", "dr. Ratna, Sp.A", "A", 420, true, 30, 6, "anak"
	c.Week = withSession(c.Week, time.Monday)
	c.Week[0].Regular, c.Week[0].JKN = 40, 30
	c.Counters = []queue.CounterOf{{ID: "r3", Name: "Ruang 3"}, {ID: "r4", Name: "Ruang 4"}}
	c.Rules[0].Evidence = "KTP, usia 60 tahun ke atas"
	return queue.Setup{ID: "poli-anak", Place: queue.PlaceRef{Name: "RSUD Delta Utama"}, Content: c, Save: 3, Nexts: sampleSetups().Items, Now: sampleNow,
		Leaves: []queue.Closure{{ID: "1", From: "2026-11-26", To: "2026-11-28", Reason: "dr. Ratna cuti", Struck: 23}, {ID: "2", From: "2026-12-10", To: "2026-12-10", Reason: "Rapat kerja"}}}
}

func sampleFigures() queue.Figures {
	f := queue.Figures{Queue: "poli-anak", Name: "Poli Anak", From: "2026-11-17", To: "2026-11-23", Hits: queue.HitRate{In50: 243, In90: 440, Of: 480}, Now: sampleNow}
	for d := f.From; d <= f.To; d = d.Add(1) {
		day := queue.DayFigures{Date: d, Taken: 50, Served: 42, Absent: 4, Cancelled: 3, Unserved: 1, Wait: queue.Spread{Median: 1500, P90: 3300}, Visit: queue.Spread{Median: 408}}
		for i, n := range []int{6, 11, 9, 8, 5, 3} {
			day.Hours = append(day.Hours, queue.HourFigures{Hour: 7 + i, Taken: n, Served: n, Wait: []int{300, 1200, 2100, 1900, 1400, 700}[i], Visit: 400})
		}
		f.Days = append(f.Days, day)
	}
	return f
}

func sampleDesks() queue.Desks {
	d := sampleDesk()
	return queue.Desks{Now: sampleNow, Places: []queue.DeskPlace{{Place: queue.PlaceRef{ID: "rsud", Name: "RSUD Delta Utama"}, Queues: []queue.DeskLine{
		{Line: d.Line, Counters: d.State.Counters}, {Line: queue.Line{Day: "b", Queue: "bpjs", Name: "Loket BPJS", Prefix: "B", Opens: 420, Closes: 840, Status: queue.Scheduled, Waiting: 11},
			Counters: []queue.Counter{{ID: "l1", Name: "Loket 1"}, {ID: "l2", Name: "Loket 2"}}}}}}}
}

// Every desk in every language, in every state: one title, nothing unfilled,
// each id once, and a name for all that can be pressed or filled in.
func TestDesksInEveryLanguage(t *testing.T) {
	t.Parallel()
	h := sampleHouse()
	const day = "/meja/loket/poli-anak-20261123-0700?loket=r3"
	for _, l := range words.Langs {
		at := link.Prefix(l)
		desk := func(edit func(s *CounterDesk, d *queue.Desk)) house.Screen {
			d := sampleDesk()
			edit(nil, &d)
			s := planted(t, NewCounterDesk(h), at+day, d).(*CounterDesk)
			edit(s, &d)
			return s
		}
		counters := planted(t, NewCounters(h), at+"/meja/loket", sampleDesks()).(*Counters)
		counters.last = "poli-anak/r3"
		editor := planted(t, NewSetupEditor(h), at+"/meja/antrean/poli-anak", sampleSetup()).(*SetupEditor)
		other := sampleSetup()
		other.Content.Name = "Poli"
		editor.theirs = &other
		screens := map[string]house.Screen{
			"counters": counters, "setups": planted(t, NewSetups(h), at+"/meja/antrean", sampleSetups()), "new": planted(t, NewSetups(h), at+"/meja/antrean/baru", sampleSetups()),
			"setup": editor, "figures": planted(t, NewFigures(h), at+"/meja/antrean/poli-anak/angka", sampleFigures()),
			"serving": desk(func(s *CounterDesk, _ *queue.Desk) {
				if s != nil {
					s.did, s.undo, s.cut, s.chosen = "x", sampleNow.Add(time.Minute), sampleNow, 38
					s.issue.draft = queue.Issue{Lane: queue.Priority, Ground: "elderly"}
				}
			}),
			"held up": desk(func(s *CounterDesk, d *queue.Desk) {
				d.People[1].Stage, d.People[1].Visit[2].Held = queue.Done, queue.HeldFull
				if s != nil {
					s.held = deskHeld(d.People)
				}
			}),
			"given": desk(func(s *CounterDesk, d *queue.Desk) {
				if s != nil {
					s.issue.given = &queue.Acted{Ahead: 21, People: []queue.Visitor{{Number: 55, Ground: "infant"}}, Link: "/t/abc"}
				}
			}),
			"called": desk(func(_ *CounterDesk, d *queue.Desk) {
				d.State.Tickets[2].Stage, d.State.Tickets[2].Calls = queue.Called, 2
			}),
			"paused": desk(func(_ *CounterDesk, d *queue.Desk) {
				d.State.Head.Status, d.State.Head.Reason, d.State.Counters[0].Number = queue.Paused, "Salat", 0
			}),
			"over": desk(func(_ *CounterDesk, d *queue.Desk) { d.State.Head.Status, d.State.Counters[0].Number = queue.Closed, 0 }),
			"scheduled": desk(func(_ *CounterDesk, d *queue.Desk) {
				d.State.Head.Status, d.State.Counters[0].Number = queue.Scheduled, 0
			}),
			"empty": desk(func(_ *CounterDesk, d *queue.Desk) { d.State.Tickets, d.State.Counters[0].Number = nil, 0 }),
		}
		for name, s := range screens {
			sound(t, string(l)+" "+name, goapp.HTMLString(s))
		}
	}
}

// sound looks at a page the way a browser does.
func sound(t *testing.T, name, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, labels, titles := map[string]int{}, map[string]bool{}, 0
	value := func(n *html.Node, key string) string {
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val
			}
		}
		return ""
	}
	var text func(n *html.Node) string
	text = func(n *html.Node) (all string) {
		if n.Type == html.TextNode {
			return strings.TrimSpace(n.Data)
		}
		for c := range n.ChildNodes() {
			all += text(c)
		}
		return all
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		ids[value(n, "id")]++
		if n.Data == "label" {
			labels[value(n, "for")] = true
		}
		if n.Data == "h1" {
			titles++
		}
	}
	delete(ids, "")
	for id, count := range ids {
		if count > 1 {
			t.Errorf("%s: id %q %d times", name, id, count)
		}
	}
	if titles != 1 || strings.Contains(page, "{0}") || strings.Contains(page, "{1}") {
		t.Errorf("%s: %d titles, or something unfilled", name, titles)
	}
	for n := range root.Descendants() {
		switch n.Data {
		case "input", "select", "textarea":
			if value(n, "type") != "hidden" && !labels[value(n, "id")] && n.Parent.Data != "label" && n.Parent.Parent.Data != "label" {
				t.Errorf("%s: %s %q has no label", name, n.Data, value(n, "id"))
			}
		case "button", "a":
			if n.Type == html.ElementNode && text(n) == "" && value(n, "aria-label") == "" {
				t.Errorf("%s: a %s without a name: %s", name, n.Data, value(n, "class"))
			}
		}
	}
}
