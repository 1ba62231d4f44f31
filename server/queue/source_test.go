package queue

import (
	"context"
	"encoding/json"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"rumah/shared/queue"
)

// A phone that has the snapshot and the events since knows what the server
// knows.
func TestPhoneCatchesUp(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak := sc.running("poli-anak")
	sc.take(anak, siti, stranger(1))
	ctx, topic := context.Background(), "day:"+anak
	body, version, epoch, err := sc.open().Snapshot(ctx, topic)
	var phone queue.State
	if err != nil || json.Unmarshal(body, &phone) != nil || phone.Version != version || epoch != "e-"+anak || len(phone.Tickets) != 2 {
		t.Fatalf("%v %s", err, body)
	}
	nameless(t, "a snapshot", body)
	sc.do(anak, queue.Command{Action: queue.CallNext, Counter: "poli-anak-1"})
	sc.take(anak, stranger(2))
	sc.do(anak, queue.Command{Action: queue.CallNext, Counter: "poli-anak-1"})

	events, to, ok, err := sc.open().Since(ctx, topic, version, epoch)
	if err != nil || !ok || to != sc.states[anak].Version || len(events) != int(to-version) {
		t.Fatalf("%v %t %d", err, ok, to)
	}
	nameless(t, "events", events)
	for _, raw := range events {
		var e queue.Event
		if json.Unmarshal(raw, &e) != nil || !phone.Apply(e) {
			t.Fatalf("at %d: %s", phone.Version, raw)
		}
	}
	now, _ := json.Marshal(sc.states[anak])
	if got, _ := json.Marshal(&phone); string(got) != string(now) {
		t.Errorf("phone  %s\nserver %s", got, now)
	}
	if events, to, ok, err = sc.open().Since(ctx, topic, to, epoch); err != nil || !ok || to != sc.states[anak].Version || len(events) != 0 {
		t.Errorf("nothing new: %v %t %d", err, ok, to)
	}
	for name, c := range map[string]struct {
		topic   string
		version int64
		epoch   string
	}{"another epoch": {topic, version, "e"}, "the future": {topic, to + 1, epoch}, "before the beginning": {topic, -1, epoch}, "a place": {"place:rsud", 0, ""}, "nonsense": {"nonsense", 0, ""}} {
		if _, _, ok, err := sc.open().Since(ctx, c.topic, c.version, c.epoch); ok || err != nil {
			t.Errorf("%s: %t %v", name, ok, err)
		}
	}
	_, _, _, err = sc.open().Since(ctx, "day:no-such", 0, "")
	unknown(t, "no such day", err)
	for _, topic := range []string{"day:no-such", "place:nowhere", "day:x\x00", "place:x\x00", "nonsense", ""} {
		_, _, _, err := sc.open().Snapshot(ctx, topic)
		unknown(t, topic, err)
	}
	asked := []string{topic, "place:rsud", "day:no-such", "day:x\x00", "place:nowhere", "nonsense"}
	versions, err := sc.open().Versions(ctx, asked)
	if err != nil || len(versions) != 2 || versions[topic] != to {
		t.Errorf("%v %v", versions, err)
	}
	sc.take(anak, stranger(3))
	again, err := sc.open().Versions(ctx, asked)
	if err != nil || again["place:rsud"] == versions["place:rsud"] || again[topic] != to+1 {
		t.Errorf("%v, then %v %v", versions, again, err)
	}
	sc.now = sc.now.AddDate(0, 0, 1)
	if next, err := sc.open().Versions(ctx, asked); err != nil || next["place:rsud"] == again["place:rsud"] {
		t.Errorf("%v, the next day %v %v", again, next, err)
	}
	if versions, err = sc.open().Versions(ctx, nil); err != nil || len(versions) != 0 {
		t.Errorf("%v %v", versions, err)
	}
}

func TestTooMuchHappenedForEvents(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.day("poli-gigi", sceneToday)
	sc.exec(`INSERT INTO queue_events (day_id, version, at, kind, act, actor, counter, body) SELECT ?, v, now(), 'took', v, '', '', '{}' FROM generate_series(1, ?) v`, day, mostSince+1)
	sc.exec(`UPDATE queue_days SET version = ? WHERE id = ?`, mostSince+1, day)
	for version, want := range map[int64]bool{0: false, 1: true} {
		events, _, ok, err := sc.open().Since(context.Background(), "day:"+day, version, "e-"+day)
		if err != nil || ok != want || ok && len(events) != mostSince {
			t.Errorf("since %d: %d events, %t %v", version, len(events), ok, err)
		}
	}
}

func TestPlaceTopicIsForNobodyInParticular(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak := sc.running("poli-anak")
	sc.day("poli-anak", sceneToday.Add(1))
	sc.take(anak, siti)
	sc.now = sceneEight.Add(12 * time.Hour) // the evening shows today still
	body, version, epoch, err := sc.open().Snapshot(as(sceneAccount), "place:rsud")
	var l queue.Lines
	if err != nil || json.Unmarshal(body, &l) != nil || version != 0 || epoch != "" || l.Date != sceneToday || len(l.Items) != 1 || l.Items[0].Mine != "" {
		t.Fatalf("%v %s", err, body)
	}
	nameless(t, "a place", body)
}

func TestLineIsToldToItsPlace(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak := sc.running("poli-anak")
	sc.take(anak, siti)
	sc.open().tellPlace(anak)
	topic, body, _ := strings.Cut(<-sc.told, " ")
	var l queue.Line
	if err := json.Unmarshal([]byte(body), &l); err != nil || topic != "place:rsud" || l.Day != anak || l.Waiting != 1 {
		t.Errorf("%s %s", topic, body)
	}
	nameless(t, "a line", body)
}

// In a rush a line is told at once, then each second, and last of all as it
// stands in the end.
func TestLinesAreToldOnceASecond(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var h heralds
		told := make(chan int, 100)
		var now atomic.Int64
		for range 25 {
			now.Add(1)
			h.tell("day", func() { told <- int(now.Load()) })
			synctest.Wait()
			time.Sleep(100 * time.Millisecond)
		}
		time.Sleep(5 * time.Second)
		synctest.Wait()
		close(told)
		var all []int
		for n := range told {
			all = append(all, n)
		}
		if len(all) != 4 || all[0] != 1 || all[3] != 25 || len(h.due) != 0 {
			t.Errorf("%v, %d left", all, len(h.due))
		}
	})
}
