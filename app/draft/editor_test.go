package draft

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// letter is the smallest thing somebody could write at a desk.
type letter struct {
	Title string   `json:"title"`
	Lines []string `json:"lines"`
}

var now = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

func newEditor() *Editor[Known[letter], letter] {
	e := New(&house.House{City: city.Info{Zone: "WIB", Offset: 420}, Now: func() time.Time { return now }}, Ways[Known[letter], letter]{
		Pattern: "/meja/surat/{id}",
		Load: func(context.Context, string) (Known[letter], error) {
			return Known[letter]{}, errors.New("not in a test")
		},
		Known: func(k Known[letter]) Known[letter] { return k },
		Parts: []Part[letter]{
			{Name: words.PartName, Text: func(_ words.Lang, l *letter) string { return l.Title }},
			{Name: words.StepsTitle, Text: func(_ words.Lang, l *letter) string { return strings.Join(l.Lines, "\n") }},
		},
	})
	return &e
}

// arrive is an answer of the server reaching the desk.
func arrive(t *testing.T, e *Editor[Known[letter], letter], id string, k Known[letter]) {
	t.Helper()
	seed, err := json.Marshal(k)
	if err != nil {
		t.Fatal(err)
	}
	e.Plant(link.Parse(&url.URL{Path: "/meja/surat/" + id}), seed)
}

func saved(save int, title string) Known[letter] {
	return Known[letter]{State: revision.Drafted, Public: letter{Title: "lama"}, Drafted: letter{Title: title, Lines: []string{"satu"}},
		Draft: &revision.Draft{Save: save, Author: "Rina", At: now.Add(-2 * time.Minute), Note: "catatan"}}
}

func TestNewerDraftNeverGoesOverWhatIsTyped(t *testing.T) {
	e := newEditor()
	arrive(t, e, "a", saved(1, "draf"))
	if e.Content.Title != "draf" || e.Note != "catatan" || e.dirty {
		t.Fatalf("the draft is not in the fields: %+v", e.Content)
	}
	e.Content.Lines[0] = "milik saya"
	e.Edited("lines.0")
	arrive(t, e, "a", saved(1, "draf"))
	if e.theirs != nil || e.Content.Lines[0] != "milik saya" {
		t.Error("the same draft arriving again is no conflict")
	}
	if known, _ := e.Known(); known.Drafted.Lines[0] != "satu" {
		t.Error("typing changed what the server said")
	}
	arrive(t, e, "a", saved(2, "draf Rina"))
	if e.theirs == nil || e.Content.Lines[0] != "milik saya" {
		t.Fatal("another save must be a conflict and leave the typing alone")
	}
	page := goapp.HTMLString(e.News())
	for _, want := range []string{"Rina mengubahnya 2 menit lalu", "Berbeda: Nama layanan, Langkah", "milik saya"} {
		if !strings.Contains(page, want) {
			t.Errorf("the conflict does not say %q", want)
		}
	}
	e.takeTheirs(goapp.Context{}, goapp.Event{})
	if e.Content.Title != "draf Rina" || e.dirty || e.theirs != nil {
		t.Error("their draft was not taken")
	}
}

func TestUnsavedWritingComesBack(t *testing.T) {
	e := newEditor()
	arrive(t, e, "b", saved(1, "draf"))
	e.Content.Title = "tulisan"
	e.Edited("title")
	e.Keep()
	again := newEditor()
	arrive(t, again, "b", saved(1, "draf"))
	if again.Content.Title != "tulisan" || !again.dirty || !again.kept {
		t.Errorf("what was typed is lost: %+v", again.Content)
	}
	again.Content.Title = "tersimpan"
	again.Keep()
	after := newEditor()
	arrive(t, after, "b", saved(2, "tersimpan"))
	if after.dirty || after.theirs != nil || after.save != 2 {
		t.Error("what was saved while somebody left is no unsaved writing")
	}
	third := newEditor()
	arrive(t, third, "b", saved(1, "draf"))
	if third.Content.Title != "draf" {
		t.Error("it must come back once")
	}
}

func TestComplaintGoesWhenItsFieldIsEdited(t *testing.T) {
	e := newEditor()
	arrive(t, e, "c", saved(1, "draf"))
	e.fault = fault.From(fault.Wrong(fault.Field{Name: "content.title", Key: "required"}, fault.Field{Name: "lines.0", Key: "too_long", Bound: "60"}))
	if e.Wrong("title") == "" || e.Wrong("lines.0") == "" {
		t.Fatal("a wrong field is not marked, however the server calls it")
	}
	e.Edited("title")
	if e.Wrong("title") != "" || e.Wrong("lines.0") == "" {
		t.Error("only the complaint of the field that was edited may go")
	}
	e.Edited("lines.0")
	if e.fault != nil {
		t.Error("no complaint is left")
	}
}

func TestPublishingSaysWhyNot(t *testing.T) {
	e := newEditor()
	arrive(t, e, "d", Known[letter]{State: revision.Published})
	own := saved(1, "draf")
	own.Draft.Own = true
	for _, c := range []struct {
		known Known[letter]
		dirty bool
		want  words.T
	}{
		{Known[letter]{}, false, words.PublishNone}, {saved(1, "x"), true, words.PublishSave}, {own, false, words.PublishOwn}, {saved(1, "x"), false, words.T{}},
	} {
		e.dirty = c.dirty
		if got := e.cannotPublish(c.known); got != c.want.ID {
			t.Errorf("got %q, want %q", got, c.want.ID)
		}
	}
}

func TestAgo(t *testing.T) {
	t.Parallel()
	for back, want := range map[time.Duration]string{
		10 * time.Second: "baru saja", 90 * time.Second: "1 menit lalu", 5 * time.Minute: "5 menit lalu",
		time.Hour: "1 jam lalu", 5 * time.Hour: "5 jam lalu", 48 * time.Hour: "21 November 03.00",
	} {
		if got := Ago(words.ID, now, now.Add(-back)); got != want {
			t.Errorf("%s: %q, want %q", back, got, want)
		}
	}
}
