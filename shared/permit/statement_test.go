package permit

import (
	"slices"
	"testing"
)

// Statements come as banks write them; a line that is none is named.
func TestReadStatement(t *testing.T) {
	t.Parallel()
	lines, wrong := ReadStatement("Nomor;Jumlah;Tanggal;Referensi\nA1;112.500;24/11/2026;R1\r\n\nA2;Rp 1.250.000,00;2026-11-24 10:31;R2\n\"A3\";\"500000.00\";\"4-1-2026\";\"R3\"\nA4\t700\t24.11.2026\tR4\nA5;12.50;24/11/2026;R5\nA6;100;31/02/2026;R6\nA7;100;24/11/2026\n;1;24/11/2026;R8\n")
	want := []Received{{"A1", 112_500, "2026-11-24", "R1"}, {"A2", 1_250_000, "2026-11-24", "R2"}, {"A3", 500_000, "2026-01-04", "R3"}, {"A4", 700, "2026-11-24", "R4"}}
	if !slices.Equal(lines, want) {
		t.Errorf("%+v", lines)
	}
	if !slices.Equal(wrong, []int{7, 8, 9, 10}) {
		t.Errorf("wrong: %v", wrong)
	}
	if lines, wrong := ReadStatement(""); lines != nil || wrong != nil {
		t.Error(lines, wrong)
	}
}

func FuzzReadStatement(f *testing.F) {
	f.Add("A1;112.500;24/11/2026;R1")
	f.Add("a\tb\tc\td\n;;;")
	f.Fuzz(func(t *testing.T, text string) {
		lines, _ := ReadStatement(text)
		for _, l := range lines {
			if l.Number == "" || l.Ref == "" || l.Amount < 1 || !l.Day.Valid() {
				t.Errorf("%+v", l)
			}
		}
	})
}
