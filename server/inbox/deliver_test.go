package inbox_test

import (
	"testing"

	"rumah/server/push/pushtest"
	contract "rumah/shared/inbox"
)

// What is written into an inbox is read there, and is on every phone of whom
// it is for, encrypted for it, and on nobody else's.
func TestMessageReachesAllPhones(t *testing.T) {
	t.Parallel()
	h := open(t)
	phone, tablet := h.browser("siti", "hp"), h.browser("siti", "tablet")
	h.browser("budi", "lain")
	h.start()
	h.tell("siti", "a")
	for name, b := range map[string]*pushtest.Browser{"hp": phone, "tablet": tablet} {
		got := h.pushed(b, name, 1)[0]
		if got.Title != "A-041, silakan ke Ruang 3" || got.URL != "/antrean/1" || !got.Urgent || got.Unread != 1 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	list, err := h.List(h.as("siti"), contract.ListOf{})
	if err != nil || len(list.Items) != 1 || list.Unread != 1 || list.Items[0].Text == "" {
		t.Errorf("%+v %v", list, err)
	}
	if list, err := h.List(h.as("budi"), contract.ListOf{}); err != nil || len(list.Items) != 0 {
		t.Errorf("%+v %v", list, err)
	}
	if n := len(h.service.Arrivals("lain")); n != 0 {
		t.Errorf("somebody else was told %d times", n)
	}
}
