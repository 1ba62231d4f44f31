package load

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"

	"rumah/server/vault"
	"rumah/shared/queue"
)

// phone is a connection to the house and what was answered on it. It writes
// its requests by hand: like pgbench it shares the machine with what it
// measures, and a whole http.Client would cost more than the answer.
type phone struct {
	host string
	conn net.Conn
	r    *bufio.Reader
	got  []queue.Taken
}

func (h *house) phone() (*phone, error) {
	host := strings.TrimPrefix(h.origin, "http://")
	conn, err := net.Dial("tcp", host)
	if err != nil {
		return nil, err
	}
	return &phone{host: host, conn: conn, r: bufio.NewReader(conn)}, nil
}

// take takes a number as somebody who is signed in.
func (p *phone) take(day, session string) (t queue.Taken, err error) {
	const body = `{"lane":"regular"}`
	_, err = fmt.Fprintf(p.conn, "POST /api/queue/days/%s/tickets HTTP/1.1\r\nHost: %s\r\nUser-Agent: Mozilla/5.0 (Linux; Android 14) Chrome/130\r\nAccept-Encoding: gzip, br\r\n"+
		"Content-Type: application/json\r\nContent-Length: %d\r\nIdempotency-Key: %s\r\nCookie: __Host-sesi=%s\r\n\r\n%s", day, p.host, len(body), vault.Token(), session, body)
	if err != nil {
		return t, err
	}
	answer, err := http.ReadResponse(p.r, nil)
	if err != nil {
		return t, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return t, err
	}
	if answer.StatusCode != http.StatusOK || json.Unmarshal(text, &t) != nil || t.Number == 0 {
		return t, fmt.Errorf("%d %.200s", answer.StatusCode, text)
	}
	return t, nil
}
