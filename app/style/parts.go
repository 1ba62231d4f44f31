package style

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

func lists(at link.At) ui.UI {
	l := at.Lang
	return ui.Section("daftar", words.StyleLists.In(l), nil,
		ui.Chips(words.FilterPlaces.In(l), ui.Chip(at.To("/gaya"), words.All.In(l), true), ui.Chip(at.To("/gaya"), words.KindClinic.In(l), false)),
		ui.Tabs(words.StyleLists.In(l), ui.Tab{Href: at.To("/gaya"), Label: words.ShowList.In(l), On: true}, ui.Tab{Href: at.To("/peta"), Label: words.ShowMap.In(l)}),
		ui.Rows(
			ui.Row{Href: at.To("/gaya"), Icon: "sehat", Tone: "plain", Title: words.KindHospital.In(l), Sub: words.VoiceRange.In(l), Tag: ui.Tag("good", "jam", words.OpenUntil.In(l, "14.00"))},
			ui.Row{Href: at.To("/gaya"), Icon: "pena", Tone: "warn", Title: words.VoiceReturned.In(l), On: true},
			ui.Row{Icon: "perisai", Title: words.SampleCard.In(l), Sub: words.ClosedLong.In(l)}),
		ui.Rooms(words.FindByKind.In(l),
			ui.Room{Href: at.To("/gaya"), Icon: "ktp", Label: words.SampleCard.In(l)},
			ui.Room{Href: at.To("/gaya"), Icon: "sehat", Label: words.KindClinic.In(l), Sub: words.PlacesInside.In(l, "31")},
			ui.Room{Href: at.To("/gaya"), Icon: "gedung", Label: words.KindAgency.In(l), Sub: words.PlacesInside.In(l, "26")},
			ui.Room{Href: "tel:112", Icon: "telepon", Label: words.Emergency.In(l, "112"), Urgent: true}),
		ui.Div("card", ui.Facts(
			[2]ui.UI{ui.Text(words.Phone.In(l)), ui.Label("num", "112")},
			[2]ui.UI{ui.Text(words.RunBy.In(l)), ui.Text(words.KindAgency.In(l))})),
		ui.Div("bar bar-3 wrap", ui.Avatar("LW", "b"), ui.Avatar("GP", "c"), ui.Avatar("KS", ""), ui.Badge(2, words.SampleUnread.In(l))))
}

func status(l words.Lang) ui.UI {
	return ui.Section("keadaan", words.StyleStatus.In(l), nil,
		ui.Div("card bar bar-3 wrap",
			ui.Tag("", "", words.ClosedLong.In(l)), ui.Tag("good", "centang", words.SampleOnTime.In(l)), ui.Tag("wait", "jam", words.SampleWaiting.In(l)),
			ui.Tag("turn", "lonceng", words.SampleYours.In(l)), ui.Tag("bad", "awas", words.SampleLate.In(l)), ui.Tag("info", "info", words.SampleInfo.In(l)),
			ui.Tag("brand", "", words.SampleService.In(l)), ui.Live(words.DeskConnected.In(l))),
		ui.Banner("", "info", words.VoiceIssued.In(l), ""),
		ui.Banner("good", "beres", words.WrongThanks.In(l), words.WrongReceipt.In(l, "K-7F3Q")),
		ui.Banner("warn", "luring", "", words.Fault(l, "offline", "")),
		ui.Banner("bad", "awas", words.BrokenTitle.In(l), words.BrokenPlain.In(l)),
		ui.Banner("plain", "unduh", "", words.VoiceDraft.In(l)))
}

func river(l words.Lang) ui.UI {
	return ui.Section("sungai", words.StyleRiver.In(l), nil,
		ui.Div("card", ui.River(
			ui.Step{State: "done", Title: words.SampleSent.In(l), Time: "08.12", Spoken: words.SampleDone.In(l)},
			ui.Step{State: "pause", Title: words.SampleWait.In(l), Sub: words.VoiceReturned.In(l), Time: "08.24", Spoken: words.SampleStopped.In(l)},
			ui.Step{State: "done", Title: words.SampleChecked.In(l), Time: "09.40", Spoken: words.SampleDone.In(l)},
			ui.Step{State: "now", Title: words.SampleSign.In(l), Time: "15.00", Spoken: words.SampleHere.In(l)},
			ui.Step{State: "later", Title: words.SampleIssue.In(l), Spoken: words.SampleLater.In(l)})),
		ui.Div("card", ui.Steps(2, 4, words.SampleStepOf.In(l))),
		ui.Div("card stack stack-2", ui.Range{From90: 22, From50: 35, To50: 60, To90: 85, Now: words.VoiceNow.In(l),
			Likely: [2]string{"09.40", "10.05"}, Sure: [2]string{"09.25", "10.30"}, Says: words.VoiceRange.In(l)}.UI(), ui.P("small soft", words.VoiceRange.In(l))))
}

func tickets(at link.At) ui.UI {
	l := at.Lang
	flow := func(n int) ui.UI {
		return ui.Flow(n, "A-035", words.VoiceYou.In(l), words.VoiceAhead.In(l, words.Count(l, n))+" "+words.VoiceAheadSub.In(l))
	}
	card := func(state, live string, n int, note ui.UI) ui.UI {
		t := ui.Ticket{Href: at.To("/gaya"), Live: live, Where: words.DeskCounter.In(l) + " 3", Number: "A-041", State: state, Note: note}
		if n > 0 {
			t.Ahead, t.AheadSub, t.Flow = words.VoiceAhead.In(l, words.Count(l, n)), words.VoiceAheadSub.In(l), flow(n)
		}
		return t.UI()
	}
	say := func(t words.T) ui.UI { return ui.Label("ticket-note", t.In(l)) }
	run := words.VoiceRunning.In(l)
	return ui.Section("tiket", words.StyleTicket.In(l), nil, ui.Div("grid-auto",
		card("", run, 27, nil),
		card("", run, 5, ui.Leave("motor", words.VoiceLeave.In(l), "09.15", words.VoiceMinutes.In(l, "3"))),
		card("near", run, 3, say(words.VoiceNear)),
		card("called", words.SampleYours.In(l), 0, say(words.VoiceCalled)),
		card("missed", words.SampleWaiting.In(l), 0, say(words.VoiceMissed)),
		card("paused", words.DeskBreak.In(l), 0, say(words.VoicePaused)),
		card("stale", words.VoiceStale.In(l), 5, nil),
		card("done", words.DeskFinish.In(l), 0, say(words.VoiceDone))))
}

func figures(l words.Lang) ui.UI {
	good, late := ui.Tag("good", "centang", words.SampleOnTime.In(l)), ui.Tag("bad", "awas", words.SampleLate.In(l))
	return ui.Section("angka", words.StyleFigures.In(l), nil,
		ui.Div("card cols-2", ui.Kpi(words.SampleServed.In(l), "34", "", words.DeskToday.In(l)), ui.Kpi(words.SampleAverage.In(l), "6,8", words.SampleUnitMin.In(l), words.DeskToday.In(l))),
		ui.Div("card", ui.Columns(words.SamplePerHour.In(l),
			ui.Bar{Label: "07", Value: 6, Text: "6", Tone: "b1"}, ui.Bar{Label: "08", Value: 19, Text: "19", Tone: "b1"}, ui.Bar{Label: "09", Value: 9, Text: "9", Tone: "b1"},
			ui.Bar{Label: "10", Value: 16, Text: "16", Tone: "b5"}, ui.Bar{Label: "11", Value: 13, Text: "13", Tone: "b5"}, ui.Bar{Label: "12", Value: 8, Text: "8", Tone: "b5"})),
		ui.Div("card card-flush", ui.Table(words.SamplePromise.In(l),
			[]ui.Column{{Title: words.SampleService.In(l)}, {Title: words.SamplePromise.In(l), Right: true}, {Title: words.SampleReal.In(l), Right: true}, {Title: words.StyleStatus.In(l)}},
			[][]ui.UI{
				{ui.Text(words.SampleCard.In(l)), ui.Text("1"), ui.Text("0,8"), good},
				{ui.Text(words.SampleBirth.In(l)), ui.Text("3"), ui.Text("3,4"), late},
			})),
		ui.Div("card", ui.Meter(.62, words.SampleServed.In(l)+" 62 %")))
}

func layers(l words.Lang) ui.UI {
	return ui.Section("lapisan", words.StyleLayers.In(l), nil,
		ui.Div("card bar bar-3 wrap",
			ui.Button{Label: words.SampleAsk.In(l), Look: ui.Line, Do: ui.ShowDialog("gaya-tanya")}.UI(),
			ui.Button{Label: words.SampleSheet.In(l), Look: ui.Line, Do: ui.ShowDialog("gaya-lembar")}.UI(),
			ui.Button{Label: words.SampleToast.In(l), Look: ui.Line, Do: func(ctx goapp.Context, _ goapp.Event) { frame.Toast(ctx, words.Saved.In(l)) }}.UI()),
		cancel(l, "gaya-tanya", false), cancel(l, "gaya-lembar", true),
		ui.Div("note-bar note-still", ui.IconS("centang"), ui.Label("", words.LinkCopied.In(l))),
		ui.Div("note-bar note-act note-still", ui.Label("grow", words.UpdateReady.In(l)), ui.Button{Label: words.UpdateNow.In(l), Look: ui.Deep, Class: "btn-s"}.UI()))
}

func cancel(l words.Lang, id string, sheet bool) ui.UI {
	return ui.Dialog(id, words.VoiceCancelQ.In(l), words.VoiceCancelWhy.In(l), sheet,
		ui.Button{Label: words.VoiceCancel.In(l), Look: ui.Stop, Class: "btn-full", Scope: id, Do: ui.CloseDialog(id)}.UI(),
		ui.Button{Label: words.VoiceKeep.In(l), Class: "btn-full", Scope: id, Do: ui.CloseDialog(id)}.UI())
}

func empties(l words.Lang) ui.UI {
	return ui.Section("kosong", words.StyleEmpty.In(l), nil, ui.Div("grid-auto",
		ui.Div("card", ui.Empty("kosong", words.VoiceNoneTitle.In(l), words.VoiceNone.In(l), nil)),
		ui.Div("card", ui.Empty("ketemu-nihil", words.NoPlaces.In(l), words.NoPlacesText.In(l), ui.Button{Label: words.SeeAllPlaces.In(l), Look: ui.Line}.UI())),
		ui.Div("card", ui.Empty("luring", words.OfflineTitle.In(l), words.OfflineText.In(l), nil)),
		ui.Div("card", ui.Empty("tersesat", words.LostTitle.In(l), words.LostText.In(l), nil)),
		ui.Div("card", ui.Empty("rusak", words.BrokenTitle.In(l), words.BrokenPlain.In(l), nil)),
		ui.SkeletonRows(words.Loading.In(l), 3)))
}

// names are the icons of the sprite, in the order of the file.
var names = []string{"beranda", "layanan", "lapor", "kotak", "akun", "cari", "lonceng", "kembali", "kanan", "bawah", "tutup", "tambah", "kurang",
	"lainnya", "centang", "beres", "awas", "info", "jam", "luring", "ulang", "jeda", "kunci", "perisai", "mata", "kalender", "pin", "peta", "berkas",
	"ktp", "keluarga", "sehat", "anak", "usaha", "sekolah", "bantuan", "kerja", "gedung", "kantor", "pajak", "jalan", "banjir", "lampu", "sampah", "air",
	"pohon", "telepon", "tiket", "kamera", "cctv", "gambar", "unggah", "unduh", "bagikan", "qr", "bahasa", "teks", "saring", "atur", "panggil",
	"lewati", "alih", "grafik", "pena", "kirim", "bintang", "keluar", "motor", "ambulans", "kursi", "cuaca", "papan", "tanda", "pasang", "rute", "laporkan-salah"}

func icons(l words.Lang) ui.UI {
	items := make([]ui.UI, len(names))
	for i, name := range names {
		items[i] = ui.Div("icon-cell", ui.Icon(name), ui.Label("mini soft", name))
	}
	return ui.Section("ikon", words.StyleIcons.In(l), nil, ui.Div("card icon-grid", items...))
}
