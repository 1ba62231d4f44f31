// Package place is the screens about service points: the list, the map, and
// one place with its hours.
package place

import (
	"strconv"
	"time"

	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// soon is when an open place begins to say that it closes.
const soon = 30 * time.Minute

type kindLook struct {
	name words.T
	icon string
}

var kinds = map[place.Kind]kindLook{
	place.Hospital: {words.KindHospital, "sehat"},
	place.Clinic:   {words.KindClinic, "klinik"},
	place.Agency:   {words.KindAgency, "gedung"},
	place.District: {words.KindDistrict, "kantor"},
	place.Village:  {words.KindVillage, "balai"},
	place.Utility:  {words.KindUtility, "air"},
}

// KindName is what a kind is called.
func KindName(lang words.Lang, kind place.Kind) string { return kinds[kind].name.In(lang) }

// KindIcon is the picture of a kind.
func KindIcon(kind place.Kind) string { return kinds[kind].icon }

// Where says in which village and district a place is.
func Where(lang words.Lang, p place.Place) string {
	switch {
	case p.AreaName != "" && p.DistrictName != "":
		return words.VillageIn.In(lang, p.AreaName, p.DistrictName)
	case p.DistrictName != "":
		return words.DistrictOf.In(lang, p.DistrictName)
	}
	return p.AgencyName
}

// Waits says how many wait at a place with queues or, before any of them has
// opened, when one does.
func Waits(lang words.Lang, q queue.PlaceLine, now time.Time) string {
	minute := place.Minute(now.Hour()*60 + now.Minute())
	switch {
	case q.Today == 0:
		return words.QueueNotToday.In(lang)
	case q.Waiting > 0:
		return words.QueueWaiting.In(lang, words.Count(lang, q.Waiting))
	case q.Now == 0 && q.Opens > minute:
		return words.QueueOpens.In(lang, q.Opens.String())
	}
	return words.QueueNobody.In(lang)
}

// StatusTag tells open from closed, in words and colour. Hours that the
// office has not confirmed say "usually".
func StatusTag(lang words.Lang, s place.Schedule, off calendar.Days, now time.Time) ui.UI {
	status := s.At(now, off)
	if !status.Open {
		return ui.Tag("", "", closedText(lang, status, now))
	}
	left := status.Until.Sub(now)
	switch {
	case status.Until.IsZero() && s.Confirmed:
		return ui.Tag("good", "jam", words.OpenAlways.In(lang))
	case status.Until.IsZero():
		return ui.Tag("good", "jam", words.UsuallyAlways.In(lang))
	case left <= soon:
		return ui.Tag("wait", "jam", words.ClosesSoon.In(lang, words.Clock(status.Until), strconv.Itoa(int(left/time.Minute)+1)))
	case s.Confirmed:
		return ui.Tag("good", "jam", words.OpenUntil.In(lang, words.Clock(status.Until)))
	}
	return ui.Tag("good", "jam", words.UsuallyOpen.In(lang, words.Clock(status.Until)))
}

func closedText(lang words.Lang, status place.Status, now time.Time) string {
	if status.Off != nil && calendar.DateOf(now) == status.Off.Date {
		return words.ClosedFor.In(lang, status.Off.Name)
	}
	if status.Next.IsZero() {
		return words.ClosedLong.In(lang)
	}
	clock := words.Clock(status.Next)
	switch day := calendar.DateOf(status.Next); day {
	case calendar.DateOf(now):
		return words.OpensToday.In(lang, clock)
	case calendar.DateOf(now).Add(1):
		return words.OpensTomorrow.In(lang, clock)
	default:
		return words.OpensOn.In(lang, words.Weekday(lang, status.Next.Weekday()), clock)
	}
}

// row is one place in a list.
func row(at link.At, p place.Place, schedules map[string]place.Schedule, off calendar.Days, now time.Time) ui.Row {
	return ui.Row{
		Href: at.To("/tempat/" + p.ID), Icon: KindIcon(p.Kind), Tone: "plain",
		Title: p.Name, Sub: Where(at.Lang, p),
		Tag: StatusTag(at.Lang, schedules[p.Schedule], off, now),
	}
}

func found(lang words.Lang, n int) string {
	if n == 1 {
		return words.PlaceFound.In(lang)
	}
	return words.PlacesFound.In(lang, words.Count(lang, n))
}
