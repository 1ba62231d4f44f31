package form

import (
	"slices"
	"strings"

	"rumah/shared/check"
	"rumah/shared/fault"
)

// Mark is how an officer names an answer that must be corrected: by the id of
// the question, or for one file of it by question and file, "ktp.01J9".
func Mark(question, file string) string { return check.Join(question, file) }

// Marked reports whether a mark names something that was asked and answered,
// or asked and left blank.
func (f *Form) Marked(mark string, a Answers) bool {
	id, file, ofFile := strings.Cut(mark, ".")
	switch {
	case !f.Visible(a)[id]:
		return false
	case !ofFile:
		return true
	}
	return slices.ContainsFunc(a[id].Files, func(o File) bool { return o.ID == file })
}

// Correct is Validate for somebody who corrects what was sent: of the answers
// before, only those that were marked may change. Of a question with marked
// files the others stay as they are, and each marked one may be left out or
// have one in its place. Where a correction changes which questions are
// asked, the new ones are answered and those that are no longer asked go.
func (f *Form) Correct(before, after Answers, marks []string) (Answers, error) {
	kept, err := f.Validate(after)
	if err != nil {
		return nil, err
	}
	asked, still := f.Visible(before), f.Visible(kept)
	var locked []fault.Field
	for i := range f.schema.Sections {
		for _, q := range f.schema.Sections[i].Questions {
			if asked[q.ID] && still[q.ID] && !q.mayBecome(before[q.ID], kept[q.ID], marks) {
				locked = append(locked, fault.Field{Name: q.ID, Key: "answer_locked"})
			}
		}
	}
	if len(locked) > 0 {
		return nil, fault.Wrong(locked...)
	}
	return kept, nil
}

// mayBecome reports whether the marks allow an answer to become another.
func (q *Question) mayBecome(before, after Answer, marks []string) bool {
	if before.Equal(after) || slices.Contains(marks, q.ID) {
		return true
	}
	if q.Kind != Files {
		return false
	}
	marked := 0
	stays := slices.DeleteFunc(slices.Clone(before.Files), func(o File) bool {
		named := slices.Contains(marks, Mark(q.ID, o.ID))
		if named {
			marked++
		}
		return named
	})
	others := 0
	for _, file := range after.Files {
		if len(stays) > 0 && file == stays[0] {
			stays = stays[1:]
			continue
		}
		others++
	}
	return len(stays) == 0 && others <= marked
}
