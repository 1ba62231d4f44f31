package queue

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestAppointmentAsCalendarFile(t *testing.T) {
	t.Parallel()
	wib := time.FixedZone("WIB", 7*3600)
	a := Appointment{
		ID: "7f3q@rumah.example.id", Made: time.Date(2026, 11, 23, 8, 0, 0, 0, wib),
		Begins: time.Date(2026, 11, 23, 9, 15, 0, 0, wib), Ends: time.Date(2026, 11, 23, 10, 0, 0, 0, wib),
		Title: "Antrean A-041: Poli Anak", Where: "RSUD, Jl. Mojopahit 667; lantai 2", Note: "Bawa KTP.\nDatang lebih awal.",
		Link: "https://rumah.example.id/t/abc", Lon: 112.7, Lat: -7.45, Remind: 30 * time.Minute,
	}
	want := strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rumah//Antrean//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT",
		"UID:7f3q@rumah.example.id", "DTSTAMP:20261123T010000Z", "DTSTART:20261123T021500Z", "DTEND:20261123T030000Z",
		"SUMMARY:Antrean A-041: Poli Anak", `LOCATION:RSUD\, Jl. Mojopahit 667\; lantai 2`, `DESCRIPTION:Bawa KTP.\nDatang lebih awal.`,
		"GEO:-7.450000;112.700000", "URL:https://rumah.example.id/t/abc", "STATUS:CONFIRMED",
		"BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Antrean A-041: Poli Anak", "TRIGGER:-PT30M", "END:VALARM",
		"END:VEVENT", "END:VCALENDAR", "",
	}, "\r\n")
	if got := string(a.ICS()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	a.Over, a.Ends, a.Lon, a.Lat, a.Note = true, a.Begins, 0, 0, ""
	got := string(a.ICS())
	for _, part := range []string{"STATUS:CANCELLED", "DTEND:20261123T023000Z"} {
		if !strings.Contains(got, part) {
			t.Errorf("%s is missing:\n%s", part, got)
		}
	}
	for _, part := range []string{"VALARM", "GEO", "DESCRIPTION"} {
		if strings.Contains(got, part) {
			t.Errorf("%s is there:\n%s", part, got)
		}
	}
}

// Whatever people write, the file keeps its form and gives the text back.
func TestCalendarFileHoldsAnyText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aé世🏥,;:\\\n\r\x00\x7f B\"END")), 0, 300, -1).Draw(t, "text")
		file := string(Appointment{ID: text, Title: text, Where: text, Note: text, Link: text, Remind: time.Hour}.ICS())
		if !strings.HasSuffix(file, "\r\n") || !utf8.ValidString(file) {
			t.Fatalf("%q", file)
		}
		for _, line := range strings.Split(strings.TrimSuffix(file, "\r\n"), "\r\n") {
			if len(line) > longestLine || strings.ContainsAny(line, "\r\n\x00") || !utf8.ValidString(line) {
				t.Fatalf("%d bytes: %q", len(line), line)
			}
		}
		whole := strings.ReplaceAll(file, "\r\n ", "")
		if n := strings.Count(whole, "\r\nEND:VEVENT\r\n"); n != 1 {
			t.Fatalf("%d events end", n)
		}
		_, after, _ := strings.Cut(whole, "\r\nSUMMARY:")
		title, _, _ := strings.Cut(after, "\r\n")
		back := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\,`, ",", `\;`, ";").Replace(title)
		if want := strings.NewReplacer("\r", "", "\x00", "", "\x7f", "").Replace(text); back != want {
			t.Fatalf("%q became %q", want, back)
		}
	})
}
