package web

import "strings"

// agents are looked for in this order: most browsers also claim to be one
// that stands further down.
var agents = [...]struct{ mark, family string }{
	{"bot", "bot"}, {"crawl", "bot"}, {"spider", "bot"}, {"facebookexternalhit", "bot"},
	{"whatsapp", "whatsapp"}, {"curl/", "curl"}, {"go-http-client", "go"}, {"okhttp", "okhttp"}, {"python", "python"},
	{"headlesschrome", "headless"}, {"lighthouse", "headless"},
	{"edg", "edge"}, {"opr/", "opera"}, {"opera", "opera"}, {"samsungbrowser", "samsung"}, {"miuibrowser", "miui"},
	{"ucbrowser", "uc"}, {"vivobrowser", "vivo"}, {"heytapbrowser", "oppo"}, {"; wv)", "webview"},
	{"fxios", "firefox"}, {"firefox", "firefox"}, {"crios", "chrome"}, {"chrome", "chrome"}, {"safari", "safari"},
}

var systems = [...]struct{ mark, system string }{
	{"android", "android"}, {"iphone", "ios"}, {"ipad", "ios"}, {"windows", "windows"}, {"mac os", "mac"},
	{"cros", "chromeos"}, {"linux", "linux"},
}

// maxAgent is how much of a user agent is read, in bytes.
const maxAgent = 512

// agentFamily is the browser and the system, "chrome android": enough to see
// that one kind of phone has trouble, too little to follow anybody.
func agentFamily(agent string) string {
	if agent == "" {
		return "none"
	}
	agent = strings.ToLower(agent[:min(len(agent), maxAgent)])
	family := "other"
	for _, a := range agents {
		if strings.Contains(agent, a.mark) {
			family = a.family
			break
		}
	}
	for _, s := range systems {
		if strings.Contains(agent, s.mark) {
			return family + " " + s.system
		}
	}
	return family
}
