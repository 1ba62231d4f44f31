package form

import (
	"slices"

	"rumah/shared/check"
)

// Source is what of a person's profile stands in an answer before they write
// anything. It is shown, and they may change it.
type Source string

// The sources.
const (
	FromName    Source = "name"
	FromBorn    Source = "born"
	FromNIK     Source = "nik"
	FromKK      Source = "kk"
	FromBPJS    Source = "bpjs"
	FromPhone   Source = "phone"
	FromEmail   Source = "email"
	FromArea    Source = "area" // code of the desa or kelurahan
	FromAddress Source = "address"
)

// Sources are all sources.
var Sources = []Source{FromName, FromBorn, FromNIK, FromKK, FromBPJS, FromPhone, FromEmail, FromArea, FromAddress}

// Profile is what is known of the person an application is for. Numbers are
// whole: a masked one fits no question and is left out.
type Profile map[Source]string

// fits reports whether a source can stand in answers of a kind.
func (s Source) fits(k Kind) bool { return slices.Contains(traits[k].sources, s) }

// Prefill is the answers with what the profile knows in those that are blank.
// What does not fit the question stays out of it.
func (f *Form) Prefill(a Answers, p Profile) Answers {
	filled := Answers{}
	for id, answer := range a {
		filled[id] = answer
	}
	for id, q := range f.questions {
		if q.Prefill == "" || !q.Prefill.fits(q.Kind) || !filled[id].Blank() {
			continue
		}
		if s := f.text(q, id, p[q.Prefill], new(check.Faults)); s != "" {
			filled[id] = Answer{Text: s}
		}
	}
	return filled
}
