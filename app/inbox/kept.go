package inbox

import (
	"encoding/json"
	"strings"
	"time"

	"rumah/app/browser"
	"rumah/shared/inbox"
)

// keptList is where a phone keeps the messages it saw last, for when there is
// no network. Answers that belong to somebody are kept nowhere else.
const keptList = "kotak"

// mostKept is how many are kept.
const mostKept = 60

// keep remembers a list from its beginning.
func keep(list inbox.Listing) {
	if len(list.Items) > mostKept {
		list.Items = list.Items[:mostKept]
	}
	if text, err := json.Marshal(list); err == nil {
		browser.KeepOwn(keptList, string(text))
	}
}

// kept is what is remembered; ok is false for nothing.
func kept() (list inbox.Listing, ok bool) {
	text := browser.KeptOwn(keptList)
	return list, text != "" && json.Unmarshal([]byte(text), &list) == nil
}

// narrow looks among what is kept, as the server would among all.
func narrow(list inbox.Listing, of inbox.ListOf) inbox.Listing {
	rest := list.Items[:0:0]
	text := strings.ToLower(strings.TrimSpace(of.Text))
	for _, l := range list.Items {
		if (of.Topic == "" || l.Topic == of.Topic) && (!of.Unread || l.Unread) && strings.Contains(strings.ToLower(l.Subject+" "+l.Text+" "+l.Sender), text) {
			rest = append(rest, l)
		}
	}
	list.Items, list.Next = rest, ""
	return list
}

// keptView is a message as its list told it.
func keptView(id string) (page, bool) {
	list, ok := kept()
	for _, l := range list.Items {
		if ok && l.ID == id {
			return page{Old: true, View: inbox.View{
				ID: l.ID, Topic: l.Topic, Sender: l.Sender, Subject: l.Subject, Link: l.Link, Unread: list.Unread, Now: list.Now,
				Said: []inbox.Saying{{ID: l.ID, Who: l.Sender, Subject: l.Subject, Text: l.Text, At: l.At}},
			}}, true
		}
	}
	return page{}, false
}

// since is how a time is written beside others of today.
func since(now, at time.Time) bool { return now.YearDay() == at.YearDay() && now.Year() == at.Year() }
