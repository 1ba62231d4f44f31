package document

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// verdict is what a code turned out to be, first in a word and then in full.
func (s *Check) verdict(at link.At, v checked) []ui.UI {
	l := at.Lang
	d := v.Result.Document
	title, why, tone, icon := says(l, v)
	body := []ui.UI{ui.H1("", words.CheckTitle.In(l)), ui.Banner(tone, icon, title, why, instead(l, v))}
	if v.Offline && !v.Typed {
		known := words.CheckNoList.In(l)
		if !v.Result.Known.IsZero() {
			at := v.Result.Known.In(s.house.City.Location())
			known = words.CheckOffline.In(l, words.FullDay(l, calendar.DateOf(at))+" "+words.Clock(at))
		}
		body = append(body, ui.Banner("plain", "luring", "", known))
	}
	if d.Number == "" {
		return body
	}
	worth := ui.Banner("warn", "awas", "", words.CheckOwnKey.In(l, s.house.City.Region))
	if v.Result.Certified {
		worth = ui.P("small soft", words.CheckBSrE.In(l))
	}
	return append(body, ui.Div("card", s.facts(l, v)), worth, ui.P("small soft", words.CheckMasked.In(l)))
}

// says is the verdict in words, with its tone and picture.
func says(l words.Lang, v checked) (title, why, tone, icon string) {
	d := v.Result.Document
	if v.Typed {
		return words.CheckUnknown.In(l), words.CheckTyped.In(l), "warn", "luring"
	}
	switch v.Result.Status {
	case proof.Genuine:
		return words.CheckGenuine.In(l), words.CheckGenuineY.In(l, d.Issuer), "good", "beres"
	case proof.Revoked:
		return words.CheckRevoked.In(l), words.CheckRevokedY.In(l, d.Issuer), "bad", "awas"
	case proof.Replaced:
		return words.CheckReplaced.In(l), words.CheckReplacedY.In(l), "bad", "awas"
	case proof.Expired:
		return words.CheckExpired.In(l), words.CheckExpiredY.In(l, words.FullDay(l, d.Until)), "warn", "jam"
	case proof.UnknownKey:
		if v.Offline {
			return words.CheckUnknown.In(l), words.CheckUnknownY.In(l), "warn", "luring"
		}
	case proof.Newer:
		return words.CheckNewer.In(l), words.CheckNewerY.In(l), "warn", "info"
	}
	return words.CheckForged.In(l), words.CheckForgedY.In(l), "bad", "awas"
}

func instead(l words.Lang, v checked) ui.UI {
	if v.Instead == "" {
		return nil
	}
	return ui.P("", words.CheckInstead.In(l, v.Instead))
}

// facts are what the code says of the letter.
func (s *Check) facts(l words.Lang, v checked) ui.UI {
	d := v.Result.Document
	pairs := [][2]ui.UI{fact(l, words.FactLetter, d.Service), fact(l, words.FactNumber, d.Number), fact(l, words.FactHolder, d.Holder), fact(l, words.FactIssuer, d.Issuer)}
	if v.Signer != "" {
		pairs = append(pairs, fact(l, words.FactSigner, v.Signer+", "+v.Office))
	}
	pairs = append(pairs, fact(l, words.FactDate, words.FullDay(l, d.Date)))
	switch {
	case !v.Ended.IsZero():
		pairs = append(pairs, fact(l, words.FactEnded, words.FullDay(l, calendar.DateOf(v.Ended.In(s.house.City.Location())))))
	case d.Until != "":
		pairs = append(pairs, fact(l, words.FactUntil, words.FullDay(l, d.Until)))
	case v.Result.Status == proof.Genuine:
		pairs = append(pairs, fact(l, words.FactUntil, words.NoEnd.In(l)))
	}
	return ui.Facts(pairs...)
}

// fact is one line; none without a value.
func fact(l words.Lang, label words.T, value string) [2]ui.UI {
	if value == "" {
		return [2]ui.UI{}
	}
	return [2]ui.UI{ui.Text(label.In(l)), ui.Text(value)}
}

// fileID is the field in which a file is chosen.
const fileID = "berkas"

// compare is where a file that somebody was given is held against the one
// that was signed. It stays on the phone: only its hash is asked about.
func (s *Check) compare(at link.At, v checked) ui.UI {
	if v.Result.Document.Number == "" || v.Offline || !s.able.hash {
		return nil
	}
	var said ui.UI
	switch {
	case s.wrong != nil:
		said = ui.Banner("bad", "awas", "", words.Fault(at.Lang, s.wrong.Key, ""))
	case s.match == document.Same:
		said = ui.Banner("good", "beres", "", words.CompareSame.In(at.Lang))
	case s.match == document.Another:
		said = ui.Banner("bad", "awas", "", words.CompareOther.In(at.Lang))
	}
	return ui.Section("banding", words.CompareTitle.In(at.Lang), nil, ui.P("small soft", words.CompareLead.In(at.Lang)),
		ui.Drop{ID: fileID, Label: words.CompareDo.In(at.Lang), Icon: "berkas", Accept: []string{"application/pdf"}, Change: s.hash}.UI(), said)
}

func (s *Check) hash(ctx goapp.Context, _ goapp.Event) {
	v, ok := s.Value()
	if !ok || s.matching {
		return
	}
	s.match, s.wrong, s.matching = document.NoFile, nil, true
	flow.Ask(ctx, func(ctx context.Context) (document.Verdict, error) {
		hash, err := browser.Hash(fileID)
		if err != nil {
			return document.Verdict{}, fault.New(fault.Invalid, "file_broken")
		}
		return s.house.Documents.Verify(ctx, document.Code{Code: v.Code, Hash: hash})
	}, func(_ goapp.Context, got document.Verdict, err error) {
		s.matching, s.match, s.wrong = false, got.Match, fault.From(err)
	})
}
