package queue

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// wall is a queue.API that knows one screen and one agency's devices.
type wall struct {
	queue.API
	err error
}

func (w wall) Screen(context.Context, queue.Secret) (queue.Screen, error) {
	s := called("anak-20261123-0800", ago(34, time.Minute), ago(35, time.Second))
	s.Head.Pace, s.Head.Share, s.Head.Priority, s.Head.Regular, s.Head.Closes = queue.Sensible(300), 3, queue.Pool{Limit: 5}, queue.Pool{Limit: 50}, noon.Add(time.Hour).UnixMilli()
	s.Counters[0].Who = "dr. Rahasia"
	return queue.Screen{Name: "Papan lobi", Place: queue.PlaceRef{ID: "rs", Name: "RS Kota"}, Arrive: "7KQ4MX2P", Now: noon, Rules: []queue.LaneRule{{Who: "elderly", Evidence: "KTP"}},
		Days: []queue.DayView{{Line: queue.Line{Name: "Poli Anak", Open: true, Payer: true, JKN: 4, Other: -1}, State: *s}}}, w.err
}

func (w wall) Devices(context.Context, queue.DevicesOf) (queue.Devices, error) {
	return queue.Devices{Now: noon, Places: []queue.PlaceRef{{ID: "rs", Name: "RS Kota"}}, Queues: []queue.SetupLine{{ID: "anak", Name: "Poli Anak", PlaceID: "rs"}},
		Items: []queue.Device{{ID: "1", Kind: queue.Board, Name: "Papan lobi", PlaceID: "rs", PlaceName: "RS Kota", Queues: []string{"anak"}, Seen: noon}}}, w.err
}

func standsIn(w wall) *house.House {
	return &house.House{City: city.Info{App: "Rumah", Zone: "WIB", Offset: 420}, Queue: w, Now: func() time.Time { return noon }}
}

func came(t *testing.T, lang words.Lang, address string) link.At {
	t.Helper()
	u, err := url.Parse(link.Prefix(lang) + address)
	if err != nil {
		t.Fatal(err)
	}
	return link.Parse(u)
}

// drawn is a page as text, after a look at what every page must have.
func drawn(t *testing.T, name string, s house.Screen) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(goapp.HTMLString(s)))
	if err != nil {
		t.Fatal(err)
	}
	count, ids := map[string]int{}, map[string]bool{}
	var all strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			all.WriteString(strings.TrimSpace(n.Data) + " ")
			continue
		}
		count[n.Data]++
		for _, a := range n.Attr {
			if a.Key == "id" && ids[a.Val] {
				t.Errorf("%s: id %q twice", name, a.Val)
			} else if a.Key == "id" {
				ids[a.Val] = true
			}
		}
	}
	text := all.String()
	if count["h1"] != 1 || count["main"] != 1 || strings.Contains(text, "{0}") {
		t.Errorf("%s: %d titles, %d mains: %s", name, count["h1"], count["main"], text)
	}
	return text
}

// A board in all its states. An old number is never on it as if it were new,
// and nobody's name ever is.
func TestBoardsInEveryState(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Langs {
		for _, c := range []struct {
			name  string
			err   error
			ago   time.Duration
			shows bool // the number
			says  words.T
		}{
			{"live", nil, 0, true, words.BoardArrive},
			{"cut off", nil, 30 * time.Second, true, words.T{}},
			{"old", nil, 3 * time.Minute, false, words.BoardAsk},
			{"revoked", fault.New(fault.Unknown, "device_gone"), 0, false, words.DeviceGone},
			{"broken", fault.New(fault.Broken, "broken"), 0, false, words.BoardJoining},
		} {
			s := NewBoard(standsIn(wall{err: c.err})).(*Board)
			_ = s.Visit(t.Context(), came(t, lang, "/papan/x"))
			s.running, s.heard = true, s.heard.Add(-c.ago)
			text := drawn(t, c.name, s)
			if got := strings.Contains(text, "035"); got != c.shows {
				t.Errorf("%s %s: the number is shown: %v", lang, c.name, got)
			}
			if !strings.Contains(text, c.says.In(lang)) || strings.Contains(text, "Rahasia") {
				t.Errorf("%s %s: %s", lang, c.name, text)
			}
			if old := c.ago > cutAfter; old && strings.Contains(text, "7KQ4") {
				t.Errorf("%s %s: an old code is shown", lang, c.name)
			}
		}
	}
}

// A page kept by the browser carries what was true when it was made: the
// board that wakes up from it does not take it for the present.
func TestAKeptPageIsNotLive(t *testing.T) {
	t.Parallel()
	made := NewBoard(standsIn(wall{})).(*Board)
	if err := made.Visit(t.Context(), came(t, words.ID, "/papan/x")); err != nil {
		t.Fatal(err)
	}
	seed, err := made.Seed()
	if err != nil {
		t.Fatal(err)
	}
	for later, want := range map[time.Duration]touch{3 * time.Second: inTouch, time.Hour: cutOff, -time.Hour: cutOff} {
		h := standsIn(wall{})
		h.Now = func() time.Time { return noon.Add(later) }
		woken := NewBoard(h).(*Board)
		woken.Plant(came(t, words.ID, "/papan/x"), seed)
		if got := woken.touch(); got != want {
			t.Errorf("%v later: %s, want %s", later, got, want)
		}
	}
}

func TestKiosksInEveryState(t *testing.T) {
	t.Parallel()
	const day = "anak-20261123-0800"
	for _, lang := range words.Langs {
		for name, c := range map[string]struct {
			step kioskStep
			ago  time.Duration
			says words.T
		}{
			"home": {kioskHome, 0, words.KioskLead}, "lane": {kioskLane, 0, words.KioskPriority}, "payer": {kioskPayer, 0, words.KioskJKN}, "sure": {kioskSure, 0, words.KioskConfirm},
			"cut off": {kioskHome, time.Minute, words.KioskOffline},
		} {
			s := NewKiosk(standsIn(wall{})).(*Kiosk)
			_ = s.Visit(t.Context(), came(t, lang, "/kios/x"))
			s.running, s.step, s.day, s.heard = true, c.step, day, s.heard.Add(-c.ago)
			if text := drawn(t, name, s); !strings.Contains(text, c.says.In(lang)) {
				t.Errorf("%s %s: %s", lang, name, text)
			}
		}
		s := NewKiosk(standsIn(wall{err: fault.New(fault.Unknown, "device_gone")})).(*Kiosk)
		_ = s.Visit(t.Context(), came(t, lang, "/kios/x"))
		if text := drawn(t, "revoked", s); !strings.Contains(text, words.DeviceGone.In(lang)) {
			t.Errorf("%s revoked: %s", lang, text)
		}
	}
}

func TestDevicesScreen(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Langs {
		s := NewDevices(standsIn(wall{})).(*Devices)
		_ = s.Visit(t.Context(), came(t, lang, DevicesPath))
		if text := drawn(t, "before", s); strings.Contains(text, "Papan lobi") {
			t.Error("the page carries what is on a desk")
		}
		_ = s.Load(t.Context(), came(t, lang, DevicesPath))
		if text := drawn(t, "list", s); !strings.Contains(text, "Papan lobi") || !strings.Contains(text, "Poli Anak") {
			t.Errorf("%s: %s", lang, text)
		}
		s.open(goapp.Context{}, goapp.Event{})
		if text := drawn(t, "new", s); s.form.Draft.Place != "rs" || !strings.Contains(text, words.DeviceAll.In(lang)) {
			t.Errorf("%s: %s", lang, text)
		}
	}
}
