package app

import (
	"encoding/json"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/identity"
)

// viewerKept is where a phone keeps who is signed in.
const viewerKept = "pembaca"

// viewer is who looks. The page that stands in for all others while there is
// no network was made for nobody: whoever was here last and has not signed out
// still is. The server decides what anybody gets; this only decides what is
// shown of what the phone has kept.
func viewer(boot house.Boot) identity.Viewer {
	var last identity.Viewer
	_ = json.Unmarshal([]byte(browser.KeptOwn(viewerKept)), &last) // nobody, where nothing is kept
	if at, ok := parse(boot.At); ok && at.Path == offlinePath && boot.At != browser.Path() {
		return last
	}
	if last.ID != boot.Viewer.ID {
		browser.ForgetOwn() // who was here has gone without saying so
	}
	if text, err := json.Marshal(boot.Viewer); err == nil && boot.Viewer.ID != "" {
		browser.KeepOwn(viewerKept, string(text))
	}
	return boot.Viewer
}
