package web

import (
	"strings"
	"testing"
)

func TestAgentFamily(t *testing.T) {
	t.Parallel()
	for agent, want := range map[string]string{
		"": "none",
		"Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36":                "samsung android",
		"Mozilla/5.0 (Linux; U; Android 12; id-id; Redmi) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14": "miui android",
		"Mozilla/5.0 (Linux; Android 11; Infinix; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120 Mobile Safari/537.36":                           "webview android",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1":                   "safari ios",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/123 Mobile/15E148 Safari/604.1":                      "chrome ios",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/123.0.0.0 Safari/537.36 Edg/123.0.0.0":                             "edge windows",
		"Mozilla/5.0 (X11; Linux x86_64; rv:124.0) Gecko/20100101 Firefox/124.0":                                                                                    "firefox linux",
		"Opera/9.80 (J2ME/MIDP; Opera Mini/7.1)": "opera",
		"Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119 Mobile Safari/537.36 (compatible; Googlebot/2.1)": "bot android",
		"WhatsApp/2.23.20.0 A":                 "whatsapp",
		"curl/7.88.1":                          "curl",
		"\x00\xff":                             "other",
		strings.Repeat("x", 5000) + " Firefox": "other",
	} {
		if got := agentFamily(agent); got != want {
			t.Errorf("%.60s: %s, want %s", agent, got, want)
		}
	}
}
