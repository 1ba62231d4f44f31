package signer

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"time"

	"rumah/shared/fault"
)

// BSrE signs through the Esign Client Service that a regency runs beside its
// servers (specs, permits 4: the shapes of version 2).
type BSrE struct {
	base           string
	user, password string
	client         *http.Client
}

// patience is how long one signature may take: large files with many were
// seen to take forty seconds.
const patience = 120 * time.Second

// mostAnswer bounds what is read of an answer.
const mostAnswer = 64 << 20

// NewBSrE returns the signer at an address with user and password in it:
// "https://user:password@esign.example.go.id".
func NewBSrE(address string) (*BSrE, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User == nil || u.Scheme != "https" && u.Scheme != "http" {
		return nil, errors.New("BSRE_URL must be like https://user:password@esign.example.go.id") // it holds a password, so it is not repeated
	}
	b := &BSrE{user: u.User.Username(), client: &http.Client{
		Timeout: patience,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return errors.New("a signer that leads elsewhere is not followed")
		},
	}}
	b.password, _ = u.User.Password()
	u.User = nil
	b.base = strings.TrimRight(u.String(), "/")
	return b, nil
}

// Certified implements Signer.
func (*BSrE) Certified() bool { return true }

// properties are where a signature stands: nowhere to be seen, for the letter
// has its own words and code.
type properties struct {
	Look     string `json:"tampilan"`
	Reason   string `json:"reason"`
	Location string `json:"location"`
}

// Sign implements Signer.
func (b *BSrE) Sign(ctx context.Context, w Wish) ([]byte, error) {
	if w.Passphrase == "" {
		return nil, fault.Wrong(fault.Field{Name: "passphrase", Key: "required"})
	}
	if err := b.ready(ctx, w.Email); err != nil {
		return nil, err
	}
	var answer struct {
		File [][]byte `json:"file"`
	}
	status, err := b.call(ctx, "/api/v2/sign/pdf", map[string]any{
		"email": w.Email, "passphrase": w.Passphrase, "signatureProperties": []properties{{Look: "INVISIBLE", Reason: w.Reason}}, "file": [][]byte{w.PDF},
	}, &answer)
	switch {
	case err != nil:
		return nil, err
	case status >= 500: // it may have failed before, or after
		return nil, ErrUnknown
	case status >= 400:
		return nil, fault.Wrong(fault.Field{Name: "passphrase", Key: "sign_passphrase"})
	case len(answer.File) != 1 || !bytes.HasPrefix(answer.File[0], []byte("%PDF-")) || !bytes.Contains(answer.File[0], []byte("/ByteRange")):
		return nil, ErrUnknown
	}
	return answer.File[0], nil
}

// ready asks whether somebody has a certificate that can sign. It changes
// nothing, so a failure of it is a failure before signing.
func (b *BSrE) ready(ctx context.Context, email string) error {
	var answer struct {
		Status string `json:"status"`
	}
	status, err := b.call(ctx, "/api/v2/user/check/status", map[string]any{"email": email}, &answer)
	switch {
	case errors.Is(err, ErrUnknown) || status >= 500:
		return fault.New(fault.Conflict, "sign_away")
	case err != nil:
		return err
	case status >= 400 || answer.Status != "ISSUE":
		return fault.New(fault.Conflict, "sign_certificate")
	}
	return nil
}

// call makes one call. ErrUnknown says that it may have been done; a fault
// that it was not, for nobody was reached. A status of 400 and more has no
// answer. What was sent stands in none of the errors.
func (b *BSrE) call(ctx context.Context, path string, in, out any) (status int, err error) {
	body, err := json.Marshal(in)
	if err != nil {
		return 0, fmt.Errorf("write a call to BSrE: %w", err)
	}
	reached := false
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { reached = true }})
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, b.base+path, bytes.NewReader(body))
	if err != nil {
		return 0, fmt.Errorf("call BSrE: %w", err)
	}
	r.GetBody = nil // net/http would send it again by itself when a connection was stale
	r.Header.Set("Content-Type", "application/json")
	r.SetBasicAuth(b.user, b.password)
	answer, err := b.client.Do(r)
	if err != nil && !reached {
		return 0, fault.Wrap(err, fault.Conflict, "sign_away")
	}
	if err != nil {
		return 0, ErrUnknown
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, mostAnswer))
	switch {
	case answer.StatusCode == http.StatusUnauthorized:
		return answer.StatusCode, errors.New("BSrE refuses the user or password of the house")
	case answer.StatusCode >= http.StatusMultipleChoices && answer.StatusCode < 400:
		return answer.StatusCode, errors.New("BSrE leads elsewhere")
	case answer.StatusCode >= 400:
		return answer.StatusCode, nil
	case err != nil || json.Unmarshal(text, out) != nil:
		return answer.StatusCode, ErrUnknown
	}
	return answer.StatusCode, nil
}
