package queue

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

func (sc *scene) device(token string, kind queue.DeviceKind, queues ...string) {
	sc.t.Helper()
	sc.exec(`INSERT INTO queue_devices (id, kind, name, place_id, queues, token_hash, made_at) VALUES (?, ?, 'Papan lobi', 'rsud', ?::text[], ?, ?)`,
		"dev-"+token, kind, pgdialect.Array(append([]string{}, queues...)), vault.Fingerprint(token), sc.now)
}

func TestScreenShowsItsQueues(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak, gigi := sc.running("poli-anak"), sc.running("poli-gigi")
	sc.day("poli-gigi", sceneToday.Add(1))
	sc.running("loket-ktp")
	sc.take(anak, siti, stranger(1))
	sc.take(gigi, stranger(2))
	sc.do(anak, queue.Command{Action: queue.CallNext, Counter: "poli-anak-1"})
	sc.device("all", queue.Board)
	sc.device("one", queue.Kiosk, "poli-gigi", "loket-ktp")
	ctx := context.Background()

	board, err := sc.open().Screen(ctx, queue.Secret{Secret: "all"})
	if err != nil || board.Kind != queue.Board || board.Name != "Papan lobi" || board.Place.ID != "rsud" || len(board.Days) != 2 || len(board.Rules) != 1 {
		t.Fatalf("%v %+v", err, board)
	}
	if d := board.Days[0]; d.Line.Name != "Poli Anak" || d.Line.Calls[0].Counter != "Ruang 1" || len(d.State.Tickets) != 2 || d.Line.Mine != "" {
		t.Errorf("%+v", d)
	}
	nameless(t, "a board", board)
	kiosk, err := sc.open().Screen(ctx, queue.Secret{Secret: "one"})
	if err != nil || kiosk.Kind != queue.Kiosk || len(kiosk.Days) != 1 || kiosk.Days[0].Line.Queue != "poli-gigi" {
		t.Errorf("%v %+v", err, kiosk)
	}
}

func TestScreenIsGoneWhenRevoked(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.device("lobi", queue.Board)
	ctx := context.Background()
	gone := func(what, secret string) {
		t.Helper()
		_, err := sc.open().Screen(ctx, queue.Secret{Secret: secret})
		if f := fault.From(err); err == nil || f.Code != fault.Unknown || f.Key != "device_gone" {
			t.Errorf("%s: %v", what, err)
		}
	}
	gone("nobody's", "another")
	gone("no text", "x\x00")
	if v, err := sc.open().Screen(ctx, queue.Secret{Secret: "lobi"}); err != nil || v.Days == nil || v.Rules == nil {
		t.Errorf("%v %+v", err, v)
	}
	sc.exec(`UPDATE queue_devices SET revoked_at = now()`)
	gone("revoked", "lobi")
}

func TestScreenIsSeenOnceAMinute(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.device("lobi", queue.Board)
	s := sc.open()
	for _, c := range []struct{ ask, seen time.Duration }{{0, 0}, {30 * time.Second, 0}, {time.Minute, time.Minute}, {90 * time.Second, time.Minute}} {
		sc.now = sceneEight.Add(c.ask)
		if _, err := s.Screen(context.Background(), queue.Secret{Secret: "lobi"}); err != nil {
			t.Fatal(err)
		}
		var seen time.Time
		if err := sc.db.NewRaw(`SELECT seen_at FROM queue_devices`).Scan(context.Background(), &seen); err != nil || !seen.Equal(sceneEight.Add(c.seen)) {
			t.Errorf("asked after %v, seen %v: %v", c.ask, seen, err)
		}
	}
}

func TestArrivalCodeChanges(t *testing.T) {
	t.Parallel()
	safe, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		t.Fatal(err)
	}
	s := New(nil, time.Now, sceneZone, Options{Vault: safe})
	code := s.arrivalCode("rsud", sceneEight)
	if len(code) != 8 || strings.Trim(code, "23456789ABCDEFGHJKMNPQRSTUVWXYZ") != "" {
		t.Errorf("%q", code)
	}
	if s.arrivalCode("rsud", sceneEight.Add(arrivalStep-time.Second)) != code {
		t.Error("it changed within its five minutes")
	}
	if s.arrivalCode("rsud", sceneEight.Add(arrivalStep)) == code || s.arrivalCode("kantor", sceneEight) == code {
		t.Error("it does not change")
	}
}
