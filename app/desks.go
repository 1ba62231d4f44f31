//go:build !js || desk

package app

import (
	"rumah/app/catalogue"
	"rumah/app/identity"
	"rumah/app/inboxdesk"
	"rumah/app/partner"
	"rumah/app/paymentdesk"
	"rumah/app/permitdesk"
	"rumah/app/permitform"
	"rumah/app/place"
	"rumah/app/queue"
	"rumah/app/style"
)

// desks are the screens of staff, and those that stand at places. The
// program of citizens is without them: it would weigh a quarter more.
var desks = []Route{
	{"/meja", identity.NewDesk},
	{"/meja/petugas", identity.NewStaff},
	{"/meja/warga", identity.NewPeople},
	{"/meja/catatan", identity.NewAudit},
	{catalogue.DeskPath, catalogue.NewDesk},
	{catalogue.NewPath, catalogue.NewNew},
	{catalogue.EditorPattern, catalogue.NewEditor},
	{permitform.DeskPath, permitform.NewDesk},
	{permitform.EditorPattern, permitform.NewEditor},
	{place.DeskPath, place.NewDesk},
	{place.EditorPattern, place.NewEditor},
	{queue.DevicesPath, queue.NewDevices},
	{queue.BoardPattern, queue.NewBoard},
	{queue.KioskPattern, queue.NewKiosk},
	{queue.CountersPath, queue.NewCounters},
	{queue.CounterPattern, queue.NewCounterDesk},
	{queue.SetupsPath, queue.NewSetups},
	{queue.NewSetupAt, queue.NewSetups},
	{queue.SetupPattern, queue.NewSetupEditor},
	{queue.FiguresPattern, queue.NewFigures},
	{permitdesk.DeskPath, permitdesk.NewDesk},
	{permitdesk.CasePattern, permitdesk.NewDesk},
	{paymentdesk.BillsPath, paymentdesk.NewBills},
	{partner.ListPath, partner.NewHospitals},
	{partner.HospitalPattern, partner.NewHospital},
	{inboxdesk.TalksPath, inboxdesk.NewTalks},
	{inboxdesk.TalkPattern, inboxdesk.NewTalk},
	{inboxdesk.TemplatesPath, inboxdesk.NewTemplates},
	{inboxdesk.TemplatePattern, inboxdesk.NewTemplate},
	{inboxdesk.NewsPath, inboxdesk.NewAnnouncements},
	{inboxdesk.NewsPattern, inboxdesk.NewAnnouncement},
	{inboxdesk.FiguresPath, inboxdesk.NewFigures},
	{"/gaya", style.New},
	{"/gaya/meja", style.NewDesk},
}
