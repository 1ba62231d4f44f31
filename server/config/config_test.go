package config

import (
	"io"
	"strings"
	"testing"
)

// A house does not go on air with a setting that would let it down, or
// others in, and says which one it is without repeating a secret.
func TestParseRefuses(t *testing.T) {
	t.Parallel()
	good := map[string]string{
		"PRODUCTION": "true", "EMBEDDED": "true", "BASE_URL": "https://layanan.example.go.id", "SECRET_KEY": "0123456789abcdef0123456789abcdef", "SMS_URL": "https://sms.example/send",
	}
	parse := func(name, value string) error {
		_, err := Parse(nil, func(env string) string {
			if env == name {
				return value
			}
			return good[env]
		}, io.Discard)
		return err
	}
	if err := parse("", ""); err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][2]string{
		{"BASE_URL", "http://layanan.example.go.id"}, {"BASE_URL", "https://layanan.example.go.id/app"}, {"BASE_URL", ""},
		{"SECRET_KEY", "rahasia-pendek"}, {"SECRET_KEY", strings.Repeat("x", 40)}, {"SECRET_KEY", ""},
		{"SMS_URL", ""}, {"SMS_URL", "gateway/rahasia"}, {"SMS_URL", "ftp://rahasia@gateway"}, {"EMBEDDED", "no"}, {"NATS_URL", "http://rahasia@nats"}, {"NATS_URL", "rahasia"}, {"NATS_LISTEN", "rahasia"}, {"NATS_LISTEN", "rahasia:0x"}, {"UNLIMITED", "true"}, {"TRUSTED_PROXIES", "everybody"},
	} {
		if err := parse(bad[0], bad[1]); err == nil || strings.Contains(err.Error(), "rahasia") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s=%s: %v", bad[0], bad[1], err)
		}
	}
}

// A NATS is elsewhere or inside, not both.
func TestParseNATS(t *testing.T) {
	t.Parallel()
	parse := func(elsewhere, inside string) error {
		_, err := Parse([]string{"-nats", elsewhere, "-nats-listen", inside}, func(string) string { return "" }, io.Discard)
		return err
	}
	for _, good := range [][2]string{{"", ""}, {"nats://a:4222, nats://b:4222", ""}, {"tls://user:secret@a", ""}, {"", ":4222"}, {"", "10.0.0.5:4222"}} {
		if err := parse(good[0], good[1]); err != nil {
			t.Errorf("%v: %v", good, err)
		}
	}
	if parse("nats://a:4222", ":4222") == nil {
		t.Error("both were taken")
	}
}
