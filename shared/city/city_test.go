package city

import (
	"testing"
	"time"
)

func TestLocation(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		info Info
		want string
	}{
		{Info{Zone: "WIB", Offset: 7 * 60}, "19.00 WIB"},
		{Info{Zone: "WIT", Offset: 9 * 60}, "21.00 WIT"},
	} {
		if got := noon.In(c.info.Location()).Format("15.04 MST"); got != c.want {
			t.Errorf("noon in Greenwich is %s, want %s", got, c.want)
		}
	}
}
