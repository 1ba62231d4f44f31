package check_test

import (
	"errors"
	"fmt"
	"testing"

	"rumah/shared/check"
	"rumah/shared/fault"
)

func TestFaultsKeepOrderAndTheFirstOfAField(t *testing.T) {
	t.Parallel()
	var f check.Faults
	if err := f.Err(); err != nil {
		t.Fatalf("nothing wrong, yet %v", err)
	}
	f.Add("text", "too_short", "10")
	f.Add("about", "choice", "")
	f.Add("text", "characters", "")
	f.Merge("items.2", fault.Wrong(fault.Field{Name: "name", Key: "required"}))
	f.Merge("", fault.Wrong(fault.Field{Name: "end", Key: "too_small", Bound: "8"}))
	f.Merge("ignored", nil)
	got := fmt.Sprint(fault.From(f.Err()).Fields)
	if want := "[{text too_short 10} {about choice } {items.2.name required } {end too_small 8}]"; got != want {
		t.Errorf("fields are %s, want %s", got, want)
	}
}

func TestAnErrorWithoutFieldsWins(t *testing.T) {
	t.Parallel()
	cause := errors.New("no calendar loaded")
	var f check.Faults
	f.Add("text", "required", "")
	f.Merge("", cause)
	f.Merge("", fault.New(fault.Conflict, "conflict"))
	if err := f.Err(); !errors.Is(err, cause) {
		t.Errorf("error is %v, want the cause", err)
	}
}

func TestFaultsAreBounded(t *testing.T) {
	t.Parallel()
	var f check.Faults
	for i := range 10_000 {
		f.Add(check.At("items", i), "required", "")
	}
	if n := len(fault.From(f.Err()).Fields); n != 50 {
		t.Errorf("an answer names %d fields, want 50", n)
	}
}

func TestJoin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ at, name, want string }{
		{"items.2", "name", "items.2.name"}, {"", "name", "name"}, {"items", "", "items"}, {"", "", ""},
	} {
		if got := check.Join(c.at, c.name); got != c.want {
			t.Errorf("Join(%q, %q) is %q, want %q", c.at, c.name, got, c.want)
		}
	}
}
