package city

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/form/formula"
	"rumah/shared/permit"
	"rumah/shared/place"
)

func TestLoadGathersAWay(t *testing.T) {
	t.Parallel()
	pack, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	p := pack.Permits[0]
	if d := p.Definition; len(d.Steps) != 3 || d.Apart[0] != (permit.Pair{One: "berkas", Other: "cek-perahu"}) || d.Promise.Amount != 3 || !d.Complete || d.Correct != 10 || d.Keep != 400 ||
		*d.Steps[1].Promise != (catalogue.Promise{Amount: 2, Unit: catalogue.WorkingDays}) {
		t.Errorf("way %+v", d)
	}
	if s := p.Form.Sections; len(s) != 3 || s[0].Title != (form.Text{ID: "Nelayan", EN: "Fisher"}) || s[0].Help.EN != "Who goes to sea." || s[2].Questions[0].Columns[0].ID != "nama" {
		t.Errorf("form %+v", s)
	}
	if q := p.Form.Sections[1].Questions; q[0].Choices[0].Label.JV != "Prau dayung" || !slices.Equal(q[2].Accept, []string{"image/jpeg", "image/png"}) || q[2].Bytes() != 5e6 {
		t.Errorf("questions %+v", q)
	}
	when := p.Form.Sections[2].When
	if len(when.Any) != 2 || when.Any[0].Ask != "jenis" || len(when.Any[1].All) != 2 || when.Any[1].All[1].Not == nil {
		t.Errorf("condition %+v", when)
	}
}

// Everything that forms and ways say is said in all languages of the house.
func TestPermitsSpeakAllLanguages(t *testing.T) {
	t.Parallel()
	for name, pack := range inUse(t) {
		for _, p := range pack.Permits {
			for _, text := range texts(&p) {
				if text.ID != "" && (text.EN == "" || text.JV == "") {
					t.Errorf("%s: %s says %q only in Indonesian", name, p.Service, text.ID)
				}
			}
		}
	}
}

// A house has services to apply for, some of them with conditions, tables and
// files, and one whose fee is worked out.
func TestPermitsAreRealForms(t *testing.T) {
	t.Parallel()
	for name, pack := range inUse(t) {
		conditional, tables, files, formulas := 0, 0, 0, 0
		for _, p := range pack.Permits {
			asked := 0
			for _, s := range p.Form.Sections {
				for _, q := range s.Questions {
					asked++
					conditional += count(q.When != nil || s.When != nil)
					tables += count(q.Kind == form.Table)
					files += count(q.Kind == form.Files)
				}
			}
			formulas += count(p.Definition.Fee.Formula != "")
			if asked < 8 {
				t.Errorf("%s: %s asks %d questions", name, p.Service, asked)
			}
		}
		if len(pack.Permits) < 19 || conditional < 50 || tables < 10 || files < 50 || formulas < 1 {
			t.Errorf("%s: %d services, %d questions with conditions, %d tables, %d for files, %d formulas", name, len(pack.Permits), conditional, tables, files, formulas)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Whatever somebody chooses in a form, it can be filled in and sent, its fee
// can be worked out, and it goes all its way to the end.
func TestEveryPermitGoesItsWay(t *testing.T) {
	t.Parallel()
	for name, pack := range packs(t) {
		pack, err := Load(pack)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pack.Permits {
			t.Run(name+" "+p.Service, func(t *testing.T) {
				t.Parallel()
				for seed := range uint64(60) {
					f := filler{form.On(&p.Form, today), rand.New(rand.NewPCG(seed, 1))}
					answers := f.fill(&p.Form)
					if p.Definition.Fee.Formula != "" {
						fee, _ := formula.Parse(p.Definition.Fee.Formula)
						if sum, err := f.Fee(fee, answers); err != nil || sum < 0 {
							t.Fatalf("costs %d, %v: %v", sum, err, answers)
						}
					}
				}
				walk(t, &p.Definition)
			})
		}
	}
}

const today calendar.Date = "2026-11-23"

// filler fills in a form at random.
type filler struct {
	*form.Form
	*rand.Rand
}

func (f filler) fill(s *form.Schema) form.Answers {
	answers := form.Answers{}
	for _, section := range s.Sections {
		for _, q := range section.Questions {
			if f.Visible(answers)[q.ID] {
				answers[q.ID] = f.answer(&q)
			}
		}
	}
	kept, err := f.Validate(answers)
	if err != nil {
		panic(fmt.Sprintf("%v: %v", err, answers))
	}
	return kept
}

func (f filler) answer(q *form.Question) (a form.Answer) {
	switch q.Kind {
	case form.Choices:
		for _, o := range q.Choices {
			if len(a.List) < max(q.Least, 1) {
				a.List = append(a.List, o.ID)
			}
		}
	case form.Table:
		for i := range max(q.Least, 1) {
			row := map[string]string{}
			for _, c := range q.Columns {
				row[c.ID] = f.text(&c, i)
			}
			a.Rows = append(a.Rows, row)
		}
	case form.Files:
		a.Files = []form.File{{ID: "f1", Name: "berkas", Type: q.Accepts()[0], Size: q.Bytes()}}
	default:
		a.Text = f.text(q, 0)
	}
	return a
}

func (f filler) text(q *form.Question, i int) string {
	switch q.Kind {
	case form.Number, form.Money:
		if q.To != "" && f.IntN(2) == 0 {
			return q.To
		}
		if q.From != "" {
			return q.From
		}
		return strconv.Itoa(1000 * f.IntN(1000))
	case form.Date:
		for { // limits are found as people find them
			day := today.Add(f.IntN(12000) - 11600)
			if q.From != "" {
				day = today.Add(f.IntN(60) - 30)
			}
			only := form.Schema{Sections: []form.Section{{ID: "a", Questions: []form.Question{{ID: q.ID, Kind: q.Kind, From: q.From, To: q.To}}}}}
			if _, err := form.On(&only, today).Validate(form.Answers{q.ID: {Text: string(day)}}); err == nil {
				return string(day)
			}
		}
	case form.NIK, form.KK:
		return "351508520390000" + strconv.Itoa(1+i)
	case form.Phone:
		return "081200000001"
	case form.Email:
		return "siti@contoh.id"
	case form.Choice:
		return q.Choices[f.IntN(len(q.Choices))].ID
	case form.YesNo:
		return []string{form.Yes, form.No}[f.IntN(2)]
	case form.Area:
		return "35.15.08.1005"
	case form.Point:
		return "-7.447800,112.718300"
	case form.Statement:
		return form.Yes
	}
	return strings.Repeat("a", max(q.Least, 1))
}

// walk takes an application along the whole way, everything by another
// person.
func walk(t *testing.T, d *permit.Definition) {
	t.Helper()
	week := []place.Span{}
	for day := range 7 {
		week = append(week, place.Span{Day: time.Weekday(day), Open: 480, Close: 960})
	}
	rules := permit.Rules{Definition: d, Hours: permit.Hours{Schedule: place.Schedule{Confirmed: true, OnHoliday: true, OnLeave: true, Week: week}}}
	s := permit.New("A", "kantor", "loket", "siti")
	now := time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)
	do := func(c permit.Command) {
		t.Helper()
		now = now.Add(time.Minute)
		if _, err := s.Do(rules, c, now); err != nil {
			t.Fatalf("%s at %s %s: %v", c.Action, s.Head.Stage, s.Head.Step, err)
		}
	}
	do(permit.Command{Action: permit.Submit, By: access.Actor{ID: "siti"}})
	onward := map[permit.Stage]permit.Action{permit.Documents: permit.Pass, permit.Technical: permit.Pass, permit.Recommendation: permit.Pass, permit.Assessment: permit.SetFee,
		permit.Payment: permit.Confirm, permit.Initials: permit.InitialIt, permit.Signature: permit.Sign, permit.Issuing: permit.Issue, permit.PickUp: permit.Collect}
	for _, step := range d.Steps {
		c := permit.Command{House: len(step.Roles) == 0, Action: onward[step.Stage], Note: "Sesuai.", Amount: 25000, Number: "470/1/2026"}
		if !c.House {
			agency := step.Agency
			if agency == "" {
				agency = "kantor"
			}
			c.By = access.Actor{ID: "petugas-" + step.ID, Staff: true, Grants: []access.Grant{{Role: step.Roles[0], Agency: agency}}}
			do(permit.Command{Action: permit.Take, By: c.By})
		}
		do(c)
	}
	if !s.Head.Stage.Final() {
		t.Errorf("ends at %s", s.Head.Stage)
	}
}
