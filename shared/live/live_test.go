package live

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rumah/shared/fault"
)

// Whatever frames come, doubled, late, lost or in another order: a copy is
// always what the server was at some version, never skips an event and never
// takes one twice; and once it asks for what is missing, it gets there.
func TestTracker(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		epoch, versions := "a", int64(rapid.IntRange(0, 20).Draw(t, "versions"))
		frame := func(from, to int64, epoch string) *Frame {
			f := &Frame{From: from, Version: to, Epoch: epoch}
			for v := from + 1; v <= to; v++ {
				f.Events = append(f.Events, event(epoch, v))
			}
			return f
		}
		whole := func(v int64, epoch string) *Frame {
			return &Frame{Version: v, Epoch: epoch, Snapshot: event(epoch, v)}
		}
		var tracker Tracker
		var copied json.RawMessage // "epoch:version" of the last thing applied
		take := func(f *Frame) Verdict {
			before := at(copied)
			verdict, skip := tracker.Take(f)
			switch verdict {
			case Whole:
				copied = f.Snapshot
			case Next:
				for _, e := range f.Events[skip:] {
					if string(e) != string(event(f.Epoch, before+1)) {
						t.Fatalf("%s after %s", e, copied)
					}
					copied, before = e, before+1
				}
			}
			if version, e := tracker.Known(); e != "" && string(copied) != string(event(e, version)) {
				t.Fatalf("knows %s %d and holds %s", e, version, copied)
			}
			return verdict
		}
		for range rapid.IntRange(0, 40).Draw(t, "frames") {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				take(whole(rapid.Int64Range(0, versions).Draw(t, "v"), epoch))
			case 1:
				epoch, versions = epoch+"a", rapid.Int64Range(0, 20).Draw(t, "again")
			case 2:
				f := frame(0, versions, epoch)
				f.From++ // it holds another number of events than it says
				if v := take(f); v == Next && len(f.Events) > 0 {
					t.Fatal("took a frame that does not add up")
				}
			case 3:
				take(&Frame{Fault: fault.New(fault.Unknown, "unknown")})
			default:
				versions += rapid.Int64Range(0, 3).Draw(t, "more")
				from := rapid.Int64Range(0, versions).Draw(t, "from")
				take(frame(from, rapid.Int64Range(from, versions).Draw(t, "to"), epoch))
			}
		}
		version, known := tracker.Known()
		if known == epoch && version <= versions {
			if v := take(frame(version, versions, epoch)); v != Next {
				t.Fatalf("the answer to what was known is %v", v)
			}
		} else {
			tracker.Lose()
			take(whole(versions, epoch))
		}
		if string(copied) != string(event(epoch, versions)) {
			t.Fatalf("ended at %s, not at %s %d", copied, epoch, versions)
		}
	})
}

// A topic without versions takes all that comes, once there is a copy.
func TestTrackerWithoutVersions(t *testing.T) {
	t.Parallel()
	var tracker Tracker
	event := &Frame{Events: []json.RawMessage{[]byte("1")}}
	if v, _ := tracker.Take(event); v != Gap {
		t.Errorf("took %v without a copy", v)
	}
	tracker.Take(&Frame{Snapshot: []byte("1")})
	for range 2 {
		if v, skip := tracker.Take(event); v != Next || skip != 0 {
			t.Errorf("took %v, %d", v, skip)
		}
	}
}

func TestReturn(t *testing.T) {
	t.Parallel()
	for end, want := range map[End]Return{
		0: Now, 1001: Now, 1006: Now, 1012: Now, Slow: Now, Old: Now, Idle: Now, Leaving: Now,
		Crowded: Later, Malformed: Never, Greedy: Never, 1009: Never, 4999: Now, math.MaxInt32: Now,
	} {
		if got := end.Return(); got != want {
			t.Errorf("%d: %v", end, got)
		}
	}
}

func event(epoch string, version int64) json.RawMessage {
	return json.RawMessage(fmt.Sprintf("%q", epoch+":"+strconv.FormatInt(version, 10)))
}

// at is the version of an event.
func at(e json.RawMessage) int64 {
	_, digits, _ := strings.Cut(strings.Trim(string(e), `"`), ":")
	version, _ := strconv.ParseInt(digits, 10, 64) // of nothing it is 0
	return version
}
