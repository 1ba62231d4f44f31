package check_test

import (
	"slices"
	"testing"

	"rumah/shared/check"
)

func TestKind(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]string{
		"\xff\xd8\xff\xe0 and more":       "image/jpeg",
		"\x89PNG\r\n\x1a\n":               "image/png",
		"GIF89a":                          "image/gif",
		"RIFF\x00\x00\x00\x00WEBPVP8 ":    "image/webp",
		"\x00\x00\x00\x18ftypheic":        "image/heic",
		"\x00\x00\x00\x18ftypmif1":        "image/heic",
		"%PDF-1.7":                        "application/pdf",
		"<script>alert(1)</script>":       "",
		"":                                "",
		"MZ":                              "",
		"\x00\x00":                        "",
		"RIFF\x00\x00\x00\x00WAVEfmt ":    "",
		"<svg xmlns='…'><script/></svg>":  "",
		"#!/bin/sh\n\xff\xd8\xff\xe0 too": "",
	} {
		if got := check.Kind([]byte(data)); got != want {
			t.Errorf("%q is %q, want %q", data, got, want)
		}
		if want != "" && !slices.Contains(check.Kinds(), want) {
			t.Errorf("Kinds lacks %q", want)
		}
	}
	if !check.IsKind([]byte("%PDF-1.7"), "image/png", "application/pdf") || check.IsKind(nil, "image/png") {
		t.Error("IsKind does not look at the data")
	}
}

func FuzzKind(f *testing.F) {
	f.Add([]byte("RIFF1234WEBPVP8 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		if kind := check.Kind(data); kind != "" && !slices.Contains(check.Kinds(), kind) {
			t.Errorf("kind %q is not listed", kind)
		}
	})
}
