package permitdesk

import (
	"slices"

	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// letterOf is which document of the house a file is, as the register has it
// now; nil for a scan or a photo.
func letterOf(f permit.File, file form.File) *permit.Letter {
	i := slices.IndexFunc(f.Letters, func(l permit.Letter) bool { return l.ID == file.Letter })
	if i < 0 {
		return nil
	}
	return &f.Letters[i]
}

// proven says of a file that it is a letter of the house, and whether it
// holds: nobody needs to look at its stamp.
func proven(l words.Lang, letter *permit.Letter) ui.UI {
	switch {
	case letter == nil:
		return nil
	case letter.Status == proof.Genuine:
		return ui.Tag("good", "perisai", words.CaseLetter.In(l))
	}
	return ui.Tag("bad", "awas", words.CaseLetterOver.In(l))
}

// register is what the register says of a letter that is looked at.
func register(l words.Lang, letter *permit.Letter) ui.UI {
	if letter == nil {
		return nil
	}
	says := words.CaseLetterY.In(l, letter.Number, letter.Issuer, letter.Holder)
	if letter.Status == proof.Genuine {
		return ui.Banner("good", "perisai", words.CaseLetter.In(l), says)
	}
	return ui.Banner("bad", "awas", words.CaseLetterOver.In(l), says)
}
