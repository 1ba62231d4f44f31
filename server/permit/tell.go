package permit

import (
	"slices"
	"strconv"
	"time"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	contract "rumah/shared/inbox"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// note is what the applicant is told of events that happened in one moment:
// where it all ended. ok is false when they are told nothing.
func (s *Service) note(d *dossier, events []permit.Event, at standing) (n inbox.Note, ok bool) {
	events = slices.DeleteFunc(slices.Clone(events), func(e permit.Event) bool { return e.Tell == permit.TellNothing })
	if len(events) == 0 {
		return n, false
	}
	e := events[len(events)-1]
	return inbox.Note{
		Person: d.Person, Kind: contract.Kind(e.Tell), Thread: "permit:" + d.ID, Key: "permit:" + d.ID + ":" + strconv.FormatInt(e.Version, 10),
		Agency: d.Agency, Link: "/permohonan/" + d.ID, At: time.UnixMilli(e.At).UTC(),
		Values: func(lang words.Lang) map[string]string {
			v := map[string]string{
				"layanan": d.ServiceName, "nomor": d.ID, "tahap": d.definition.NodeName(e.To, lang), "tanggal": s.by(lang, at),
				"keterangan": s.remark(lang, d, e, at), "permintaan": request(lang, e),
			}
			if e.Head.Number != "" {
				v["nomor"] = e.Head.Number
			}
			return v
		},
	}, true
}

// by is the date that a message names: of the applicant, else of the office.
func (s *Service) by(lang words.Lang, at standing) string {
	if until, ok := at.until.(time.Time); ok { // the midnight after the last day
		return words.Day(lang, calendar.DateOf(until.In(s.loc).Add(-time.Second)))
	}
	if due, ok := at.due.(time.Time); ok {
		return words.Day(lang, calendar.DateOf(due.In(s.loc)))
	}
	return ""
}

// remark is what there is to say of where an application is now.
func (s *Service) remark(lang words.Lang, d *dossier, e permit.Event, at standing) string {
	switch stage := e.Head.Stage; {
	case stage == permit.PickUp:
		return words.PermitFetch.In(lang, d.PlaceName)
	case stage == permit.Issued:
		return words.PermitIsOut.In(lang)
	case stage.Final():
		return e.Note
	case at.due != nil:
		return words.PermitDueBy.In(lang, s.by(lang, at))
	}
	return words.PermitGoesOn.In(lang)
}

// request is what is asked of the applicant.
func request(lang words.Lang, e permit.Event) string {
	switch {
	case e.Head.Stage == permit.Returned:
		return words.PermitCorrect.In(lang, strconv.Itoa(len(e.Head.Marks)))
	case e.Action == permit.Dispute:
		return words.PermitUnpaid.In(lang, e.Note)
	case e.Head.Bill != nil:
		return words.PermitPay.In(lang, "Rp"+words.Count(lang, int(e.Head.Bill.Amount)), e.Head.Bill.Number)
	}
	return ""
}
