package permit_test

import (
	"fmt"
	"time"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/permit"
	"rumah/shared/place"
)

// A letter of a kelurahan: somebody checks the papers, the lurah signs.
func Example() {
	letter := &permit.Definition{
		Promise: catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays},
		Steps: []permit.Step{
			{ID: "documents", Stage: permit.Documents, Roles: []access.Role{access.Verifier}},
			{ID: "signature", Stage: permit.Signature, Roles: []access.Role{access.Signer}},
		},
	}
	if err := letter.Check(nil); err != nil {
		fmt.Println(err)
		return
	}
	wib := time.FixedZone("WIB", 7*3600)
	rules := permit.Rules{Definition: letter, Hours: permit.Hours{
		Schedule: place.Schedule{Week: []place.Span{
			{Day: time.Thursday, Open: 450, Close: 960}, {Day: time.Friday, Open: 450, Close: 870}, {Day: time.Monday, Open: 450, Close: 960},
		}},
		Off:  calendar.DaysOf([]calendar.DayOff{{Date: "2026-11-27", Kind: calendar.Closure, Name: "Banjir"}}), // a Friday
		Zone: wib,
	}}

	siti := access.Actor{ID: "siti"}
	staf := access.Actor{ID: "staf", Staff: true, Grants: []access.Grant{{Role: access.Verifier, Agency: "desa", Place: "celep"}, {Role: access.Signer, Agency: "desa", Place: "celep"}}}
	lurah := access.Actor{ID: "lurah", Staff: true, Grants: []access.Grant{{Role: access.Signer, Agency: "desa", Place: "celep"}}}

	s := permit.New("SKTM-1", "desa", "celep", "siti")
	now := time.Date(2026, 11, 26, 10, 0, 0, 0, wib) // Thursday
	for _, c := range []permit.Command{
		{Action: permit.Submit, By: siti},
		{Action: permit.Take, By: staf},
		{Action: permit.Pass, By: lurah}, // staf has it
		{Action: permit.MarkUp, By: staf, Marks: []permit.Mark{{Path: "kk", Reason: "Halaman kedua belum ada"}}},
		{Action: permit.Return, By: staf},
		{Action: permit.Resubmit, By: siti},
		{Action: permit.Pass, By: staf},
		{Action: permit.Sign, By: staf, Number: "470/1/2026"}, // who checked it does not sign
		{Action: permit.Sign, By: lurah, Number: "470/1/2026"},
	} {
		now = now.Add(10 * time.Minute)
		events, err := s.Do(rules, c, now)
		if err != nil {
			fmt.Println("  ", err)
		}
		for _, e := range events {
			fmt.Printf("%d %s by %s: %s, told %q\n", e.Version, e.Action, e.By, e.Head.Stage, e.Tell)
		}
		if c.Action == permit.Resubmit {
			due, _ := s.Head.Clock.Target(rules.Hours, letter.Promise, now)
			fmt.Println("   due", due.Format("Mon 2 Jan 15.04"))
		}
	}
	// Output:
	// 1 submit by siti: submitted, told "permit_moved"
	// 2 take by staf: documents, told "permit_moved"
	//    denied: denied
	// 3 mark by staf: documents, told ""
	// 4 return by staf: returned, told "permit_turn"
	// 5 resubmit by siti: documents, told "permit_moved"
	//    due Mon 30 Nov 16.00
	// 6 pass by staf: signature, told "permit_moved"
	//    denied: permit_four_eyes
	// 7 sign by lurah: issued, told "permit_issued"
}
