// Package api is what generated clients stand on: one method that carries a
// call to the server, whatever the transport. The browser implements Caller
// over fetch, tests and partners over net/http.
package api

import (
	"context"
	"net/url"
)

// Call is one operation on its way to the server.
type Call struct {
	Operation string     // "place.List", for logs and metrics
	Method    string     // GET, POST, ...
	Path      string     // escaped, begins with /api/
	Query     url.Values // nil when there is none
	Body      any        // marshalled as JSON; nil for none
	Bytes     []byte     // when set, the body as it is
	Files     []File     // when set, the request is multipart/form-data with Body as its part "json"
	Once      bool       // the operation is idempotent by key: the caller sends one and reuses it on retries
	Key       string     // the idempotency key, when the caller's code chose it
}

// File is an upload.
type File struct {
	Field string `json:"-"` // name of the form field, set by the generated client
	Name  string `json:"name"`
	Type  string `json:"type"` // media type as sniffed by the receiver; what a sender claims is ignored
	Data  []byte `json:"-"`
}

// Caller carries a call and decodes its answer into out (nil when there is
// none). Its error is a *fault.Fault.
type Caller interface {
	Call(ctx context.Context, call Call, out any) error
}

type onceKey struct{}

// WithKey fixes the idempotency key of the next call, so that a form sent
// again after a lost connection is not filed twice.
func WithKey(ctx context.Context, key string) context.Context {
	return context.WithValue(ctx, onceKey{}, key)
}

// Key returns the key fixed by WithKey, or "".
func Key(ctx context.Context) string {
	key, _ := ctx.Value(onceKey{}).(string)
	return key
}
