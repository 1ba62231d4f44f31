package main

import (
	"context"
	"crypto/ecdh"
	"crypto/rand"
	"encoding/base64"
	"testing"

	"rumah/server/api"
	"rumah/shared/access"
	callapi "rumah/shared/api"
	"rumah/shared/inbox"
)

// spoken is what an agency and a citizen have to do with each other.
type spoken struct {
	message, device     string // the citizen's
	talk, sent, written string // the agency's
}

// speak has an agency announce something, and a citizen reply to it.
func speak(t *testing.T, base string, citizen, admin, regency *somebody) (s spoken) {
	t.Helper()
	ctx := context.Background()
	client := func(who *somebody) inbox.Client {
		return inbox.Client{Caller: api.HTTP{Base: base, Client: who.http}}
	}
	announce := func(key string) string {
		a, err := client(admin).Announce(callapi.WithKey(ctx, key), inbox.Announce{Agency: admin.agency, Words: inbox.Words{Title: "Kabar Rahasia", Text: "Hanya untuk yang berhak."}})
		if err != nil {
			t.Fatal(err)
		}
		return a.ID
	}
	s.sent, s.written = announce("a-key-of-the-one-that-is-sent"), announce("a-key-of-the-one-that-waits")
	if _, err := client(regency).Approve(ctx, inbox.Decision{ID: s.sent, Save: 1}); err != nil {
		t.Fatal(err)
	}
	list, err := client(citizen).List(ctx, inbox.ListOf{Topic: inbox.News})
	if err != nil || len(list.Items) == 0 {
		t.Fatal("nothing was told", err)
	}
	s.message = list.Items[0].ID
	if _, err := client(citizen).Reply(callapi.WithKey(ctx, "a-key-of-the-one-who-replies"), inbox.NewReply{ID: s.message, Text: "Pertanyaan Rahasia"}); err != nil {
		t.Fatal(err)
	}
	talks, err := client(admin).Talks(ctx, inbox.TalksOf{})
	if err != nil || len(talks.Items) == 0 {
		t.Fatal("the desk does not see it", err)
	}
	s.talk = talks.Items[0].ID
	key, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	devices, err := client(citizen).Subscribe(ctx, inbox.Subscribe{Endpoint: "https://push.contoh.id/satu", P256DH: base64.RawURLEncoding.EncodeToString(key.PublicKey().Bytes()),
		Auth: base64.RawURLEncoding.EncodeToString(make([]byte, 16)), Name: "HP Rahasia", New: true})
	if err != nil || len(devices.Items) == 0 {
		t.Fatal("no device", err)
	}
	s.device = devices.Items[0].ID
	return s
}

// tryInbox are the operations on messages with the ids of another's.
func tryInbox(t *testing.T, base string, people []*somebody, mine, other *somebody) []attempt {
	t.Helper()
	admin := find(t, people, holds(access.Agency))
	office := find(t, people, func(s *somebody) bool { return holds(access.Agency)(s) && s.agency != admin.agency })
	s := speak(t, base, mine, admin, find(t, people, holds(access.Regency)))
	message, device, talk := "/api/inbox/messages/"+s.message, "/api/inbox/devices/"+s.device, "/api/inbox/desk/talks/"+s.talk
	template, written := "/api/inbox/desk/templates/"+inbox.TemplateOf(admin.agency, inbox.Announced), "/api/inbox/desk/announcements/"+s.written
	const news = `{"save":1,"title":"Judul lain","text":"Isi yang lain sama sekali."}`
	return []attempt{
		{other, "inbox.Message", message, ""},
		{other, "inbox.Archive", message + "/archive", `{}`},
		{other, "inbox.Reply", message + "/replies", `{"text":"bukan pesan saya"}`},
		{other, "inbox.Rename", device, `{"name":"punya saya"}`},
		{other, "inbox.Try", device + "/trial", ""},
		{other, "inbox.Remove", device, ""},
		{office, "inbox.Talk", talk, ""},
		{office, "inbox.Own", talk + "/owner", `{"over":true}`},
		{office, "inbox.Answer", talk + "/answers", `{"text":"bukan urusan saya"}`},
		{office, "inbox.Close", talk + "/close", `{"seen":"999999"}`},
		{office, "inbox.Template", template, ""},
		{office, "inbox.TemplateVersion", template + "/versions/1", ""},
		{office, "inbox.SaveTemplate", template + "/draft", `{"content":{"id":{"subject":"{judul}","body":"{isi}"}}}`},
		{office, "inbox.DiscardTemplate", template + "/draft/1", ""},
		{office, "inbox.PublishTemplate", template + "/draft/1/publish", ""},
		{office, "inbox.Templates", "/api/inbox/desk/templates?agency=" + admin.agency, ""},
		{office, "inbox.Announcement", "/api/inbox/desk/announcements/" + s.sent, ""},
		{office, "inbox.Announce", "/api/inbox/desk/announcements", `{"agency":"` + admin.agency + `","title":"Judul saya","text":"Atas nama dinas lain."}`},
		{office, "inbox.Revise", written, news},
		{office, "inbox.Approve", written + "/approve", `{"save":1}`},
		{office, "inbox.Withdraw", written + "/withdraw", `{"save":1}`},
		{office, "inbox.Figures", "/api/inbox/desk/figures?agency=" + admin.agency, ""},
	}
}
