package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/dbtest"
	server "rumah/server/identity"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// pocket holds the cookie of one person. Browsers trust this machine with
// secure cookies over plain http; Go's own jar does not.
type pocket struct{ cookie string }

// RoundTrip implements http.RoundTripper.
func (p *pocket) RoundTrip(r *http.Request) (*http.Response, error) {
	if p.cookie != "" {
		r.Header.Set("Cookie", p.cookie)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err == nil {
		for _, c := range answer.Cookies() {
			p.cookie = c.Name + "=" + c.Value
		}
	}
	return answer, err
}

// somebody is a person who has come in, and what the table expects of them.
type somebody struct {
	name   string
	http   *http.Client
	actor  access.Actor
	agency string
}

func (s *somebody) identity(base string) identity.Client {
	return identity.Client{Caller: api.HTTP{Base: base, Client: s.http}}
}

// everybody is a guest, two citizens, and somebody of each staff role.
func everybody(t *testing.T, base string, pack *city.Pack) []*somebody {
	t.Helper()
	list := []*somebody{{name: "guest", http: http.DefaultClient}}
	ctx := context.Background()
	for _, a := range pack.Accounts {
		s := &somebody{name: string(a.Role) + " " + a.Name, http: &http.Client{Transport: &pocket{}}, agency: a.Agency}
		client := s.identity(base)
		if a.Role == access.Citizen {
			sent, err := client.AskCode(ctx, identity.AskCode{Phone: a.Phone})
			if err == nil {
				_, err = client.EnterCode(ctx, identity.EnterCode{ID: sent.ID, Code: sent.Hint})
			}
			if err != nil {
				t.Fatalf("%s: %v", a.Name, err)
			}
		} else {
			code, err := server.DemoCode(time.Now().Unix())
			if err == nil {
				_, err = client.EnterPassword(ctx, identity.EnterPassword{Email: a.Email, Password: server.DemoPassword, Code: code})
			}
			if err != nil {
				t.Fatalf("%s: %v", a.Name, err)
			}
			s.actor.Staff, s.actor.Grants = true, []access.Grant{{Role: a.Role, Agency: a.Agency, Place: a.Place}}
		}
		me, err := client.Me(ctx)
		if err != nil {
			t.Fatalf("%s: %v", a.Name, err)
		}
		s.actor.ID = me.ID
		list = append(list, s)
	}
	return list
}

// Every operation as everybody: exactly those pass whom the contract names,
// whoever is refused learns nothing but that, and nothing breaks.
func TestAccessTable(t *testing.T) {
	t.Parallel()
	pack, err := loadPack("")
	if err != nil {
		t.Fatal(err)
	}
	p := launch(t, nil, "-database", dbtest.URL(t), "-unlimited", "-log", "error")
	p.ready(t)
	base := "http://" + p.addr
	people := everybody(t, base, pack)
	roles := map[access.Role]bool{}
	cells := 0
	for _, s := range people {
		for _, op := range api.Operations {
			if op.ID == "identity.Leave" || op.ID == "identity.LeaveEverywhere" || op.ID == "identity.Close" {
				continue // they would end the table; below
			}
			roles[op.Role] = true
			cells++
			status, body := call(t, s.http, base, op)
			refused := status == http.StatusUnauthorized || status == http.StatusForbidden
			may := s.actor.May(op.Role)
			switch {
			case status >= 500:
				t.Errorf("%s as %s: %d %s", op.ID, s.name, status, body)
			case !may && !refused:
				t.Errorf("%s is for %s and answers %s with %d %s", op.ID, op.Role, s.name, status, body)
			case !may && !plain(body):
				t.Errorf("%s tells %s more than no: %s", op.ID, s.name, body)
			case may && status == http.StatusUnauthorized:
				t.Errorf("%s is for %s and sends %s away", op.ID, op.Role, s.name)
			}
		}
	}
	t.Logf("%d operations, %d people, %d cells, roles in use: %d", len(api.Operations), len(people), cells, len(roles))
	for _, op := range api.Operations {
		if op.ID != "identity.Leave" && op.ID != "identity.LeaveEverywhere" && op.ID != "identity.Close" {
			continue
		}
		if status, _ := call(t, http.DefaultClient, base, op); status != http.StatusUnauthorized {
			t.Errorf("%s answers a guest with %d", op.ID, status)
		}
	}
}

// call makes the emptiest call an operation takes.
func call(t *testing.T, client *http.Client, base string, op api.Operation) (int, string) {
	t.Helper()
	path := op.Path
	for strings.Contains(path, "{") {
		from := strings.IndexByte(path, '{')
		part := "tidak-ada"
		if name := path[from+1 : strings.IndexByte(path, '}')]; name == "save" || name == "number" {
			part = "1"
		}
		path = path[:from] + part + path[strings.IndexByte(path, '}')+1:]
	}
	r, err := http.NewRequest(op.Method, base+path, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(api.KeyHeader, "a-key-for-the-table-of-access")
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

// plain reports whether a refusal is a fault without details.
func plain(body string) bool {
	var f fault.Fault
	return json.Unmarshal([]byte(body), &f) == nil && (f.Code == fault.Signin || f.Code == fault.Denied) && len(f.Fields) == 0
}
