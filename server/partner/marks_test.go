package partner

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rumah/server/queue"
	"rumah/shared/partner"
	shared "rumah/shared/queue"
)

var noon = time.Date(2026, 11, 24, 5, 0, 0, 0, time.UTC)

// Whatever the tickets say and whenever they are looked at, the tasks of a
// booking come one after the other, strictly later each time, and nothing
// follows the end.
func TestMarksAreInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := booking{TicketID: "clinic", PharmacyID: "pharmacy", Fresh: rapid.Bool().Draw(t, "fresh")}
		all := []queue.ClinicStep{
			{ID: "desk", Part: shared.Admission}, {ID: "clinic", Part: shared.Service}, {ID: "pharmacy", Part: shared.Pharmacy},
		}
		var told []mark
		clock := noon
		moment := func(name string) time.Time {
			return clock.Add(-time.Duration(rapid.IntRange(0, 90_000).Draw(t, name)) * time.Millisecond)
		}
		for range rapid.IntRange(1, 12).Draw(t, "looks") {
			clock = clock.Add(time.Duration(rapid.IntRange(0, 600).Draw(t, "pass")) * time.Second)
			s := &all[rapid.IntRange(0, 2).Draw(t, "step")]
			s.Stage = rapid.SampledFrom(shared.Stages).Draw(t, "stage")
			for _, at := range []*time.Time{&s.Taken, &s.Present, &s.Called, &s.Ended} {
				if rapid.Bool().Draw(t, "has") {
					*at = moment("at")
				}
			}
			told = append(told, marks(b, all[rapid.IntRange(0, 1).Draw(t, "from"):], told, clock.Add(-settle))...)
		}
		task, at, over := 0, time.Time{}, false
		for _, m := range told {
			if over {
				t.Fatalf("%v follows the end: %v", m, told)
			}
			if !m.At.After(at) {
				t.Fatalf("%v is not later: %v", m, told)
			}
			at = m.At
			switch {
			case m.Kind == partner.Canceled || m.Task == taskNever:
				over = true
			case m.Kind == partner.Pharmacy:
				if task < taskSeen {
					t.Fatalf("medicine before the doctor: %v", told)
				}
			case task == 0 && m.Task != taskAdmission && m.Task != taskWaits, task != 0 && m.Task != task+1:
				t.Fatalf("task %d after %d: %v", m.Task, task, told)
			default:
				task = m.Task
			}
		}
	})
}

// An answer of BPJS as it comes over the wire.
func TestUnsealRefuses(t *testing.T) {
	t.Parallel()
	k := keys{ConsID: "1", Secret: "s"}
	for name, text := range map[string]string{
		"empty": "", "no base64": "%%%", "cut off": "YWJj", "another key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
	} {
		if plain, err := k.unseal("1600000000", text); err == nil {
			t.Errorf("%s: %q", name, plain)
		}
	}
}

// A signature is of the consumer id and the moment, reckoned elsewhere too.
func TestSign(t *testing.T) {
	t.Parallel()
	if got := (keys{ConsID: "1234", Secret: "pwd"}).sign("433223232"); got != "eXMtvX2r7e7CLCIu3kpEpCrvciZgK8FuOhKv06NDAHk=" {
		t.Errorf("%s", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`{"metadata":{"code":200,"message":"Ok"}}`, `{"metaData":{"code":"1","message":""},"response":"x"}`, `{`, `null`, `{"metadata":null}`} {
		f.Add(200, s)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		r, _, err := read(status, "1", []byte(body))
		if err == nil && status >= 500 {
			t.Errorf("a failure is an answer: %+v", r)
		}
	})
}
