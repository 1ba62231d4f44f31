package frame

import "testing"

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Laras Wulandari": "LW", "Kasiyah": "K", "": "", "  ": "", "H. Abdul Rahman": "HA", "'Aisyah binti Umar": "AB", "\"><script>": "S", "...": "", "éka ñ": "ÉÑ",
	} {
		if got := Initials(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
