package style

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/words"
)

// sampleCode is a QR code that says A-041.
const (
	sampleCode = "M0 0h7v1h-7zM11 0h2v1h-2zM14 0h7v1h-7zM0 1h1v1h-1zM6 1h1v1h-1zM8 1h2v1h-2zM14 1h1v1h-1zM20 1h1v1h-1zM0 2h1v1h-1zM2 2h3v1h-3zM6 2h1v1h-1zM9 2h4v1h-4zM14 2h1v1h-1zM16 2h3v1h-3zM20 2h1v1h-1zM0 3h1v1h-1zM2 3h3v1h-3zM6 3h1v1h-1zM10 3h3v1h-3zM14 3h1v1h-1zM16 3h3v1h-3zM20 3h1v1h-1zM0 4h1v1h-1zM2 4h3v1h-3zM6 4h1v1h-1zM8 4h1v1h-1zM10 4h3v1h-3zM14 4h1v1h-1zM16 4h3v1h-3zM20 4h1v1h-1zM0 5h1v1h-1zM6 5h1v1h-1zM10 5h2v1h-2zM14 5h1v1h-1zM20 5h1v1h-1zM0 6h7v1h-7zM8 6h1v1h-1zM10 6h1v1h-1zM12 6h1v1h-1zM14 6h7v1h-7zM0 8h1v1h-1zM2 8h1v1h-1zM4 8h1v1h-1zM6 8h1v1h-1zM12 8h1v1h-1zM16 8h1v1h-1zM19 8h1v1h-1zM0 9h1v1h-1zM4 9h2v1h-2zM8 9h1v1h-1zM11 9h1v1h-1zM13 9h1v1h-1zM15 9h1v1h-1zM17 9h1v1h-1zM20 9h1v1h-1zM1 10h1v1h-1zM3 10h1v1h-1zM5 10h2v1h-2zM11 10h1v1h-1zM13 10h3v1h-3zM18 10h1v1h-1zM5 11h1v1h-1zM7 11h7v1h-7zM15 11h3v1h-3zM19 11h2v1h-2zM0 12h5v1h-5zM6 12h6v1h-6zM13 12h3v1h-3zM18 12h2v1h-2zM8 13h2v1h-2zM14 13h1v1h-1zM17 13h2v1h-2zM0 14h7v1h-7zM10 14h1v1h-1zM12 14h1v1h-1zM16 14h1v1h-1zM18 14h1v1h-1zM0 15h1v1h-1zM6 15h1v1h-1zM14 15h1v1h-1zM17 15h1v1h-1zM19 15h2v1h-2zM0 16h1v1h-1zM2 16h3v1h-3zM6 16h1v1h-1zM8 16h1v1h-1zM10 16h1v1h-1zM12 16h1v1h-1zM14 16h1v1h-1zM16 16h1v1h-1zM18 16h1v1h-1zM20 16h1v1h-1zM0 17h1v1h-1zM2 17h3v1h-3zM6 17h1v1h-1zM9 17h1v1h-1zM11 17h1v1h-1zM13 17h1v1h-1zM15 17h1v1h-1zM17 17h3v1h-3zM0 18h1v1h-1zM2 18h3v1h-3zM6 18h1v1h-1zM8 18h4v1h-4zM13 18h3v1h-3zM18 18h1v1h-1zM20 18h1v1h-1zM0 19h1v1h-1zM6 19h1v1h-1zM9 19h5v1h-5zM15 19h3v1h-3zM19 19h2v1h-2zM0 20h7v1h-7zM8 20h4v1h-4zM13 20h3v1h-3zM18 20h1v1h-1zM20 20h1v1h-1z"
	sampleSize = 21
)

// papers are what the doors, the services and their desk are made of: a code,
// something to scan, something to tick and a list to write.
func papers(l words.Lang) ui.UI {
	return ui.Section("berkas", words.StylePapers.In(l), nil,
		ui.Div("card stack", ui.OneTime(ui.Field{Name: "gaya-kode", Label: words.CodeLabel.In(l), Value: "314159"})),
		ui.Div("card stack", ui.QR(sampleCode, sampleSize, words.InvitedQR.In(l))),
		ui.Div("card", ui.Checklist("gaya-siap",
			ui.Choice{Label: words.SampleCard.In(l), Sub: words.SampleNIKHint.In(l)},
			ui.Choice{Label: words.SampleFile.In(l), Sub: words.SampleFileSub.In(l), Value: words.OnlyWhen.In(l)})),
		ui.Div("card", written(l)))
}

// written is a list as a desk writes it.
func written(l words.Lang) ui.UI {
	texts := []string{words.VoiceTake.In(l), words.VoiceReplace.In(l), words.VoiceKeep.In(l)}
	lines := make([]ui.UI, len(texts))
	for i, text := range texts {
		lines[i] = ui.Field{Name: ui.LineID("gaya-langkah", i, "text"), Label: words.StepsTitle.In(l) + " " + words.Count(l, i+1), Value: text}.UI()
	}
	name := func(t words.T) func(int) string { return func(i int) string { return t.In(l, texts[i]) } }
	still := func(int) goapp.EventHandler { return nil }
	return ui.Repeat{Name: "gaya-langkah", Title: words.StepsTitle.In(l), Add: words.AddItem.In(l), Lines: lines,
		Up: name(words.ItemUp), Down: name(words.ItemDown), Remove: name(words.ItemRemove), DoUp: still, DoDown: still, DoRemove: still}.UI()
}
