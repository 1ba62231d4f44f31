package queue

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// A key acts only when nobody types, no dialog is open, and it does not
// belong to what has the focus.
func TestKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key  browser.Key
		want wish
	}{
		{browser.Key{Name: " "}, wishMain},
		{browser.Key{Name: " ", Control: true}, noWish},
		{browser.Key{Name: "u"}, wish(queue.Recall)},
		{browser.Key{Name: "u", Control: true}, wish(queue.Recall)},
		{browser.Key{Name: "u", Field: "nama"}, noWish},
		{browser.Key{Name: "u", Dialog: true}, noWish},
		{browser.Key{Name: "s", Chord: true}, noWish},
		{browser.Key{Name: " ", Repeat: true}, noWish},
		{browser.Key{Name: "m"}, wish(queue.Begin)},
		{browser.Key{Name: "s"}, wish(queue.Finish)},
		{browser.Key{Name: "l"}, wish(queue.Skip)},
		{browser.Key{Name: "t"}, wish(queue.NotPresent)},
		{browser.Key{Name: "a"}, wishMove},
		{browser.Key{Name: "z"}, wish(queue.Undo)},
		{browser.Key{Name: "n"}, wishIssue},
		{browser.Key{Name: "/"}, wishFind},
		{browser.Key{Name: "?"}, wishHelp},
		{browser.Key{Name: "4"}, wishDigit},
		{browser.Key{Name: "4", Field: findField}, noWish},
		{browser.Key{Name: "Escape", Field: findField}, wishClear},
		{browser.Key{Name: "Escape", Field: "nama"}, noWish},
		{browser.Key{Name: "Escape"}, noWish},
		{browser.Key{Name: "Enter"}, noWish},
		{browser.Key{Name: "F4"}, noWish},
		{browser.Key{Name: "é"}, noWish},
	} {
		if got := wishOf(c.key); got != c.want {
			t.Errorf("%+v: %q, want %q", c.key, got, c.want)
		}
	}
	for key, w := range keyWishes {
		shown := slices.ContainsFunc(deskKeyHelp, func(k struct {
			key  string
			what words.T
		}) bool {
			return strings.ToLower(k.key) == key || k.key == "" && key == " "
		})
		if !shown {
			t.Errorf("the list of keys does not tell of %q (%s)", key, w)
		}
	}
}

func lineOf(tickets ...queue.Ticket) *queue.State {
	s := &queue.State{Prefix: "A", Head: queue.Head{Status: queue.Open, Share: 2}, Tickets: tickets, Count: map[queue.Stage]int{}}
	for i := range s.Tickets {
		t := &s.Tickets[i]
		t.Rank = int64(t.Number)
		s.Count[t.Stage]++
	}
	return s
}

// Who stepped out stands where they would be, and is still marked as away.
func TestOrderOfTheList(t *testing.T) {
	t.Parallel()
	s := lineOf(queue.Ticket{Number: 1, Lane: queue.Regular, Stage: queue.Away}, queue.Ticket{Number: 2, Lane: queue.Regular, Stage: queue.Waiting},
		queue.Ticket{Number: 3, Lane: queue.Priority, Stage: queue.Waiting}, queue.Ticket{Number: 4, Lane: queue.Regular, Stage: queue.Skipped}, queue.Ticket{Number: 5, Lane: queue.Regular, Stage: queue.Serving})
	var numbers []int
	for _, o := range deskOrder(s) {
		numbers = append(numbers, o.Number)
	}
	if !slices.Equal(numbers, []int{1, 3, 2}) {
		t.Errorf("the list is %v", numbers)
	}
	if first := deskOrder(s)[0]; first.Stage != queue.Away || deskTagOf(first).name != words.CounterAway {
		t.Errorf("who stepped out is shown as %s", first.Stage)
	}
	if s.Tickets[0].Stage != queue.Away {
		t.Error("looking at the list changed it")
	}
	if skipped := deskSkipped(s); len(skipped) != 1 || skipped[0].Number != 4 {
		t.Errorf("skipped are %v", skipped)
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ticket queue.Ticket
		want   words.T
	}{
		{queue.Ticket{Stage: queue.Waiting}, words.DeskOnWay}, {queue.Ticket{Stage: queue.Waiting, Present: true}, words.DeskPresent},
		{queue.Ticket{Stage: queue.Away, Present: true}, words.CounterAway}, {queue.Ticket{Stage: queue.Skipped}, words.CounterSkipped},
	} {
		if got := deskTagOf(c.ticket).name; got != c.want {
			t.Errorf("%+v is %s", c.ticket, got.ID)
		}
	}
}

// The big button always does the one thing that is next.
func TestBigButton(t *testing.T) {
	t.Parallel()
	waits := queue.Ticket{Number: 1, Lane: queue.Regular, Stage: queue.Waiting}
	seated := queue.Counter{ID: "a", Seated: true}
	busy := queue.Counter{ID: "a", Seated: true, Number: 9}
	with := func(s *queue.State, edit func(*queue.State)) *queue.State { edit(s); return s }
	for name, c := range map[string]struct {
		state   *queue.State
		counter queue.Counter
		want    queue.Action
	}{
		"nobody sits":  {lineOf(waits), queue.Counter{ID: "a"}, queue.Sit},
		"not open yet": {with(lineOf(waits), func(s *queue.State) { s.Head.Status = queue.Scheduled }), seated, queue.OpenDay},
		"paused":       {with(lineOf(waits), func(s *queue.State) { s.Head.Status = queue.Paused }), seated, queue.Resume},
		"over":         {with(lineOf(waits), func(s *queue.State) { s.Head.Status = queue.Closed }), seated, mainOver},
		"resting":      {lineOf(waits), queue.Counter{ID: "a", Seated: true, Resting: "Salat"}, queue.Work},
		"next":         {lineOf(waits), busy, queue.CallNext},
		"last one":     {lineOf(), busy, queue.Finish},
		"all away":     {with(lineOf(waits), func(s *queue.State) { s.Head.CheckIn = true }), seated, mainAbsent},
		"nobody":       {lineOf(), seated, mainNobody},
	} {
		if got := deskMain(c.state, c.counter, nine); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if deskCan(queue.Recall, queue.Serving) || !deskCan(queue.Recall, queue.Called) || deskCan(queue.Finish, queue.Waiting) || !deskCan(queue.Finish, queue.Serving) {
		t.Error("an act is offered that cannot be, or the other way round")
	}
}

func TestNumbersAndNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"41": 41, "041": 41, "a-041": 41, " A41 ": 41, "B-1": 0, "Najwa": 0, "": 0, "0": 0} {
		if got, ok := deskNumber(text, "A"); got != want && ok || ok != (want > 0) {
			t.Errorf("%q: %d %v", text, got, ok)
		}
	}
	for text, want := range map[string]bool{"": true, "4": true, "41": true, "5": false, "naj": true, "put": true, "jwa": false, "a-04": true} {
		if deskFits(text, "A", 41, "Najwa Putri") != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	for d, want := range map[time.Duration]string{-time.Second: "00.00", 252 * time.Second: "04.12", 3852 * time.Second: "1.04.12"} {
		if got := deskLasted(d); got != want {
			t.Errorf("%s: %q", d, got)
		}
	}
	for v, want := range map[*queue.Visitor]string{{Name: "Najwa", Age: 6}: "Najwa, 6 th", {Name: "Najwa", Age: -1}: "Najwa", {Age: -1}: "Tanpa nama", {Name: "Hafshah"}: "Hafshah, bayi"} {
		if got := deskName(words.ID, *v); got != want {
			t.Errorf("%+v: %q", *v, got)
		}
	}
	if got := deskTenth(words.ID, 408); got != "6,8" {
		t.Errorf("408 seconds are %q minutes", got)
	}
	if deskCode("https://contoh.id/t/abc", "x") == nil || deskCode(strings.Repeat("x", 4000), "x") != nil {
		t.Error("a link is not drawn, or one that is too long is")
	}
}

// A name is data, whatever stands in it, and desks of nobody carry nothing.
func TestDesksAreDrawn(t *testing.T) {
	t.Parallel()
	h := &house.House{City: city.Info{Zone: "WIB", Offset: 420}, Now: func() time.Time { return time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC) }}
	for path, s := range map[string]house.Screen{"/meja/loket": NewCounters(h), "/meja/loket/x?loket=a": NewCounterDesk(h), "/meja/antrean": NewSetups(h), "/meja/antrean/x": NewSetupEditor(h), "/meja/antrean/x/angka": NewFigures(h)} {
		u, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Visit(t.Context(), link.Parse(u)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		if seed, err := s.Seed(); seed != nil || err != nil || !s.Head().NoIndex || !strings.Contains(goapp.HTMLString(s), "skel") {
			t.Errorf("%s is not private, or shows no skeleton", path)
		}
	}
	desk := NewCounterDesk(h).(*CounterDesk)
	u, _ := url.Parse("/meja/loket/x?loket=a")
	desk.Plant(link.Parse(u), []byte(`{"line":{"name":"Poli"},"state":{"day":"x","prefix":"A","head":{"status":"open","share":1},"counters":[{"id":"a","name":"Ruang","seated":true}],
		"tickets":[{"n":1,"l":"regular","s":"waiting"}],"count":{"waiting":1}},"people":[{"n":1,"name":"<img src=x>","age":-1}]}`))
	page := goapp.HTMLString(desk)
	if strings.Contains(page, "<img") || !strings.Contains(page, "&lt;img") || !strings.Contains(page, `id="berikut"`) {
		t.Error("a name became markup, or nobody can be called")
	}
}
