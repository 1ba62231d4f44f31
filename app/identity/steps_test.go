package identity

import (
	"context"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"rumah/app/flow"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/city"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// offices is an identity.API that knows who works where.
type offices struct {
	who.API
	list who.Staff
}

func (o offices) Staff(context.Context, who.StaffFilter) (who.Staff, error) { return o.list, nil }

// steps are the screens in states that come only after something was done.
func steps(text string, lang words.Lang) map[string]ui.Screen {
	h := &house.House{City: city.Info{App: text, Region: text, Offset: 420, Emergency: "112"},
		Now: func() time.Time { return time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC) }}
	staff := *h
	staff.Viewer = who.Viewer{ID: text, Name: text, Staff: true, Grants: []access.Grant{{Role: access.Verifier}, {Role: access.Regency}}}
	at := func(path string) link.At { return link.At{Lang: lang, Path: path} }

	all := map[string]ui.Screen{}
	for name, turn := range map[string]step{"code": enterCode, "name": tellName, "key": keepKey} {
		s := NewEntry(h).(*Entry)
		s.at, s.step, s.again = at("/masuk"), turn, h.Now().Add(40*time.Second)
		s.sent = who.CodeSent{ID: text, Phone: text, Hint: text}
		s.code.Answer(who.EnterCode{Code: text}, fault.Wrong(fault.Field{Name: "code", Key: "code_wrong", Bound: "2"}))
		all[name] = s
	}

	locked := NewStaffEntry(h).(*StaffEntry)
	locked.at, locked.locked = at("/masuk/petugas"), h.Now().Add(5*time.Minute)
	locked.form.Answer(who.EnterPassword{Email: text, Password: text}, &fault.Fault{Code: fault.Busy, Key: "locked", Retry: 300})
	all["locked"] = locked

	card := who.PersonCard{ID: text, Name: text, Phone: text, Level: who.ByPhone, Profile: who.Profile{NIK: text, KK: text, AreaName: text}}
	for name, set := range map[string]func(*People){
		"found":  func(s *People) { s.card = &card },
		"asking": func(s *People) { s.card, s.asking, s.usual = &card, true, ownPurpose },
		"none":   func(s *People) { s.find.Answer(who.FindPerson{Number: text}, fault.New(fault.Unknown, "unknown")) },
	} {
		s := NewPeople(&staff).(*People)
		s.at = at("/meja/warga")
		set(s)
		all[name] = s
	}

	choices := who.Staff{Items: []who.StaffLine{{ID: text, Name: text}}, Roles: []access.Role{access.Counter}, Agencies: []who.AgencyChoice{{ID: text, Name: text, Places: []who.PlaceChoice{{ID: text, Name: text}}}}}
	for name, set := range map[string]func(*Staff){
		"inviting": func(s *Staff) { s.inviting = true; s.invite.Draft.Agency = text },
		"granting": func(s *Staff) {
			s.grant = flow.Form[who.NewGrant, who.Staff]{Draft: who.NewGrant{ID: text, Agency: text}}
		},
	} {
		office := staff
		office.Identity = offices{list: choices}
		s := NewStaff(&office).(*Staff)
		_ = s.Load(context.Background(), at("/meja/petugas")) // it has no reason to fail
		set(s)
		all[name] = s
	}
	return all
}

func TestEveryStep(t *testing.T) {
	for _, text := range []string{"Kata", `"><script>alert(1)</script>`, "true", "\x00\xff"} {
		for _, lang := range words.Langs {
			for name, screen := range steps(text, lang) {
				root, err := html.Parse(strings.NewReader(goapp.HTMLString(screen)))
				if err != nil {
					t.Fatal(err)
				}
				titles, ids, labels, inputs := 0, map[string]int{}, map[string]bool{}, []string{}
				for n := range root.Descendants() {
					id, about := "", ""
					for _, a := range n.Attr {
						switch a.Key {
						case "id":
							id = a.Val
						case "for":
							about = a.Val
						}
						if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
							t.Errorf("%s %s: %q set %s", lang, name, text, a.Key)
						}
					}
					switch n.Data {
					case "h1":
						titles++
					case "script":
						t.Errorf("%s %s: %q made a script", lang, name, text)
					case "label":
						labels[about] = true
					case "input", "select":
						inputs = append(inputs, id)
					}
					if id != "" {
						ids[id]++
					}
				}
				if titles != 1 {
					t.Errorf("%s %s: %d titles", lang, name, titles)
				}
				for id, n := range ids {
					if n > 1 {
						t.Errorf("%s %s: id %q %d times", lang, name, id, n)
					}
				}
				for _, id := range inputs {
					if id != "" && id != "usual" && !labels[id] {
						t.Errorf("%s %s: %q has no label", lang, name, id)
					}
				}
			}
		}
	}
}

func TestTargetIsOurs(t *testing.T) {
	t.Parallel()
	for ke, want := range map[string]string{
		"/tempat?q=x": "/tempat?q=x", "/en/akun/data": "/en/akun/data", "": "/en/akun", "https://evil.example": "/en/akun", "//evil.example": "/en/akun",
		`/\evil.example`: "/en/akun", "javascript:alert(1)": "/en/akun", "#isi": "/en/akun", "/masuk": "/en/akun", "tel:112": "/en/akun",
	} {
		at := link.At{Lang: words.EN, Path: "/masuk", Query: map[string][]string{"ke": {ke}}}
		if got := target(at, false); got != want {
			t.Errorf("%q leads to %q, want %q", ke, got, want)
		}
	}
	if got := target(link.At{Lang: words.ID}, true); got != "/meja" {
		t.Errorf("staff is led to %q", got)
	}
}

// A number that is known is not lost by leaving its field empty, only by
// asking for it.
func TestNumbersAreNotLost(t *testing.T) {
	t.Parallel()
	var n numbers
	empty, typed := " ", "3515"
	if n.sent("nik", nil) != nil || n.sent("nik", &empty) != nil {
		t.Error("an empty field changes the number")
	}
	if got := n.sent("nik", &typed); got == nil || *got != typed {
		t.Error("a typed number is not sent")
	}
	n.set("nik", false, true)
	if got := n.sent("nik", nil); got == nil || *got != "" {
		t.Error("a number that was asked to go stays")
	}
}

func TestWaitsAndAges(t *testing.T) {
	t.Parallel()
	for d, want := range map[time.Duration]string{0: "1 detik", 44 * time.Second: "44 detik", 5 * time.Minute: "5 menit", 90 * time.Minute: "2 jam"} {
		if got := span(words.ID, d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
	now := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for born, want := range map[string]string{"2026-11-23": "0 bulan", "2026-10-24": "0 bulan", "2026-10-23": "1 bulan", "2025-01-01": "22 bulan", "1955-11-24": "70 tahun", "1955-11-23": "71 tahun", "2027-01-01": "", "x": ""} {
		if got := age(words.ID, calendar.Date(born), now); got != want {
			t.Errorf("%s is %q, want %q", born, got, want)
		}
	}
	if got := groups("3515081203850001"); got != "3515 0812 0385 0001" {
		t.Errorf("groups: %q", got)
	}
}
