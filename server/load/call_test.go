//go:build linux

package load

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"rumah/server/vault"
)

const (
	phones = 8000 // that follow one line, at each server
	calls  = 100  // that are measured, at each server
	warm   = 20   // that come before, when nobody listens yet
)

// BenchmarkOfficersCall has an officer call the next number while 8,000
// phones follow the line: from sending the request to the last phone that
// heard of it, through the edge, the door, the session, the commit and the
// hub. The centrifuge server beside it does nothing but publish the same
// bytes: no session, no database. They take turns.
func BenchmarkOfficersCall(b *testing.B) {
	h := open(b, calls+2*warm)
	day := h.queues(b, 1)[0]
	client := &http.Client{}
	p, err := h.phone()
	if err != nil {
		b.Fatal(err)
	}
	defer p.conn.Close()
	for _, s := range h.sessions {
		if _, err := p.take(day, s); err != nil {
			b.Fatal(err)
		}
	}
	ours := &hall{
		address: strings.TrimPrefix(h.origin, "http://"), path: "/api/queue/desk/days/" + day + "/actions",
		body: `{"action":"sit","counter":"load-000"}`, cookie: "__Host-sesi=" + h.officer(b),
	}
	ours.request(b, client)
	ours.body = `{"action":"next","counter":"load-000"}`
	program := peerProgram(b)
	theirs := &hall{path: "/publish", body: `{"t":"day:` + day + `"}`}
	theirs.address = peerServer(b, program)
	for _, s := range []*hall{ours, theirs} {
		for range warm {
			s.request(b, client)
		}
	}
	ours.crowd(b, program, "/api/live/socket", `{"do":"follow","t":"day:`+day+`"}`)
	theirs.crowd(b, program, "/socket", `{"connect":{},"id":1}`)
	number := warm // the one called last
	for b.Loop() {
		for range calls {
			number++
			mark := fmt.Sprintf(`"k":"called","n":{"n":%d,`, number)
			if theirs.body = ours.call(b, mark); theirs.body == "" {
				b.Fatal("the phones heard no frame")
			}
			theirs.call(b, mark)
		}
	}
	for _, s := range []*hall{ours, theirs} {
		with := s.settled(b)
		s.leave(b)
		s.each = (with - s.settled(b)) / phones
	}
	b.ReportMetric(0, "ns/op")
	report(b, ours, theirs)
}

// report states both sides and their ratios.
func report(b *testing.B, ours, theirs *hall) {
	b.Helper()
	b.Logf("a call to the last of %d phones, and memory of a phone\n%-12s %9s %9s %9s\n%s%s", phones, "", "p50 ms", "p99 ms", "KB", ours.row(b, "house"), theirs.row(b, "centrifuge"))
	for name, at := range map[string]float64{"p50": 0.50, "p99": 0.99} {
		a, c := ours.quantile(at), theirs.quantile(at)
		b.ReportMetric(a, name+"-ms")
		b.ReportMetric(c, name+"-peer-ms")
		b.ReportMetric(a/c, name+"-ratio")
	}
	a, c := ours.each, theirs.each
	b.ReportMetric(a, "KB/phone")
	b.ReportMetric(c, "KB/phone-peer")
	b.ReportMetric(a/c, "memory-ratio")
}

// settled is what a server asks of memory for what it holds, in KB: the size
// its heap may grow to until it is collected, and the stacks. It is read after
// a collection, which comes within two minutes; the pages that the system
// lends a process change with what else the system does.
func (s *hall) settled(b *testing.B) float64 {
	b.Helper()
	look := time.NewTicker(time.Second)
	defer look.Stop()
	for asked := float64(time.Now().Unix()); ; <-look.C {
		if s.figure(b, "go_memstats_last_gc_time_seconds") > asked {
			return (s.figure(b, "go_memstats_next_gc_bytes") + s.figure(b, "go_memstats_stack_inuse_bytes")) / 1024
		}
	}
}

// figure is one that a server says of itself.
func (s *hall) figure(b *testing.B, name string) (v float64) {
	b.Helper()
	r, err := http.Get("http://" + s.address + "/metrics")
	if err != nil {
		b.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		b.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "\n"+name+" ")
	if _, err := fmt.Sscan(after, &v); err != nil {
		b.Fatalf("%s: %.300s", name, text)
	}
	return v
}

// hall is a server whose line is followed, and the phones that follow it.
type hall struct {
	address, path, body, cookie string
	crowdPid                    int     // of the program that is the phones
	each                        float64 // KB of a phone
	ask                         *json.Encoder
	answers                     *json.Decoder
	took                        []float64 // ms to the last phone
}

// request is a call that nobody listens to.
func (s *hall) request(b *testing.B, client *http.Client) {
	b.Helper()
	r, err := http.NewRequest(http.MethodPost, "http://"+s.address+s.path, strings.NewReader(s.body))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Cookie", s.cookie)
	answer, err := client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer answer.Body.Close()
	if text, err := io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		b.Fatalf("%s %.200s %v", answer.Status, text, err)
	}
}

// call has the phones' process make one call, so that one clock measures it,
// and answers what the phones heard.
func (s *hall) call(b *testing.B, mark string) string {
	b.Helper()
	var f struct {
		Last  float64
		Frame string
	}
	if err := s.ask.Encode(map[string]string{"Path": s.path, "Body": s.body, "Cookie": s.cookie, "Mark": mark}); err != nil {
		b.Fatal(err)
	}
	if err := s.answers.Decode(&f); err != nil {
		b.Fatalf("%s: %v", s.address, err)
	}
	s.took = append(s.took, f.Last)
	return f.Frame
}

// crowd opens the phones of a server.
func (s *hall) crowd(b *testing.B, program, path, first string) {
	b.Helper()
	in, out, pid := start(b, program, "-role", "phones", "-address", s.address, "-path", path, "-first", first, "-sockets", fmt.Sprint(phones))
	s.crowdPid = pid
	s.ask, s.answers = json.NewEncoder(in), json.NewDecoder(out)
	var ready struct{ Ready bool }
	if err := s.answers.Decode(&ready); err != nil {
		b.Fatalf("phones: %v", err)
	}
}

// leave has the phones go.
func (s *hall) leave(b *testing.B) {
	b.Helper()
	if err := syscall.Kill(s.crowdPid, syscall.SIGKILL); err != nil {
		b.Fatal(err)
	}
}

// quantile is of the times to the last phone, by nearest rank.
func (s *hall) quantile(at float64) float64 {
	sorted := slices.Sorted(slices.Values(s.took))
	return sorted[int(math.Ceil(at*float64(len(sorted))))-1]
}

func (s *hall) row(b *testing.B, name string) string {
	b.Helper()
	return fmt.Sprintf("%-12s %9.1f %9.1f %9.1f\n", name, s.quantile(0.50), s.quantile(0.99), s.each)
}

// officer signs in somebody who serves the counters of the place.
func (h *house) officer(b *testing.B) string {
	b.Helper()
	token, now := vault.Token(), time.Now().UTC()
	h.exec(b, `INSERT INTO people (id, kind, name, created_at) VALUES ('load-officer', 'staff', 'Petugas', $1)`, now)
	h.exec(b, `INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_at)
		SELECT 'load-officer', 'load-officer', 'counter', p.agency_id, p.id, $1 FROM queues q JOIN places p ON p.id = q.place_id WHERE q.id = 'load-000'`, now)
	h.exec(b, `INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) VALUES ('load-officer', $1, 'load-officer', 'password', '', $2, $2, $3)`,
		vault.Fingerprint(token), now, now.Add(time.Hour))
	return token
}

// peerProgram builds the peer and the phones. They are a module of their own,
// so that the peer stays out of ours.
func peerProgram(b *testing.B) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "bench")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = "../live/bench"
	if text, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, text)
	}
	return program
}

// peerServer starts a centrifuge server.
func peerServer(b *testing.B, program string) string {
	b.Helper()
	_, out, _ := start(b, program, "-role", "centrifuge")
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// start runs a program that ends with its input.
func start(b *testing.B, program string, args ...string) (in io.Writer, out io.Reader, pid int) {
	b.Helper()
	c := exec.Command(program, args...)
	c.Stderr = os.Stderr
	to, err := c.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	from, err := c.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = to.Close(); _ = c.Wait() })
	return to, from, c.Process.Pid
}
