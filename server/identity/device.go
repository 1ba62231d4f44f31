package identity

import (
	"context"
	"strings"
)

// Device is what the browser of a request is called.
func Device(ctx context.Context) string { return device(visitorOf(ctx).agent) }

// device names a browser and a system from what the browser says of itself,
// for a person to know their own phone again: "Chrome, Android".
func device(agent string) string {
	return first(agent, "", []named{
		{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"UCBrowser", "UC Browser"},
		{"Firefox", "Firefox"}, {"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"Chrome", "Chrome"}, {"Safari", "Safari"},
	}) + first(agent, ", ", []named{
		{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Macintosh", "Mac"}, {"Linux", "Linux"},
	})
}

type named struct{ sign, name string }

func first(agent, before string, of []named) string {
	for _, n := range of {
		if strings.Contains(agent, n.sign) {
			return before + n.name
		}
	}
	return ""
}
