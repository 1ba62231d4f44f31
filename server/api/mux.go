// Package api is what generated routes stand on: it decodes what is sent,
// enforces who may call, answers with data or with a fault, and remembers
// what must not happen twice.
package api

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"path"
	"strconv"
	"strings"

	"rumah/shared/access"
	"rumah/shared/api"
	"rumah/shared/fault"
)

// Operation is one line of the contract.
type Operation struct {
	ID, Method, Path string
	Role             access.Role // who may call it
	Cache            int         // seconds a public answer may be kept; 0 for never
	Once             bool        // needs an idempotency key
	Own              bool        // its service keeps the keys: it finds one by api.Key
	Limit            int64       // most bytes of a body; 0 for operations without one
}

// None is the input or the answer of an operation that has none.
type None struct{}

// Guard says who makes a request. It may answer an error for somebody whose
// session is broken; nobody at all is the zero actor.
type Guard interface {
	Actor(*http.Request) (access.Actor, error)
}

// Guests is the guard of a house without sign-in: everybody is a guest, so
// only operations for anyone can be reached.
type Guests struct{}

// Actor implements Guard.
func (Guests) Actor(*http.Request) (access.Actor, error) { return access.Actor{}, nil }

// Audit is told what staff does: before it is done, so that nothing happens
// that is not written down, and how it ended.
type Audit interface {
	Began(ctx context.Context, a access.Actor, operation, target string) (id int64, err error)
	Ended(ctx context.Context, a access.Actor, id int64, operation, target string, status int)
}

// Config is what a Mux needs. Guard must be set; without Once, operations
// that need a key fail.
type Config struct {
	Guard Guard
	Once  Once
	Audit Audit // nil for a house without staff
	Log   *slog.Logger
	Ref   func(context.Context) string // what a person reads out to us: the request id
}

// Mux answers the operations of all contracts.
type Mux struct {
	Config
	mux *http.ServeMux
	ops []Operation
}

// New returns a Mux without operations.
func New(c Config) *Mux {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Ref == nil {
		c.Ref = func(context.Context) string { return "" }
	}
	return &Mux{Config: c, mux: http.NewServeMux()}
}

// Operations are those mounted so far.
func (m *Mux) Operations() []Operation { return m.ops }

// Handle adds a page beside the operations, the description of the API.
func (m *Mux) Handle(pattern string, h http.Handler) { m.mux.Handle(pattern, h) }

type actorKey struct{}

// Actor is who makes the request that a context belongs to. Operations whose
// answers are kept for all are asked by nobody.
func Actor(ctx context.Context) access.Actor {
	a, _ := ctx.Value(actorKey{}).(access.Actor)
	return a
}

// WithActor is the context of a request that an actor makes; for tests of
// services, which are called without a Mux.
func WithActor(ctx context.Context, a access.Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, a)
}

type cookieKey struct{}

// SetCookie gives the phone a cookie with the answer to the call that ctx
// belongs to. Operations with a cache or an idempotency key cannot.
func SetCookie(ctx context.Context, c *http.Cookie) {
	if set, ok := ctx.Value(cookieKey{}).(func(*http.Cookie)); ok {
		set(c)
	}
}

// ServeHTTP answers one call. What is no operation is a fault, not a page,
// and nobody is led from a mistyped address to another.
func (m *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if address := r.URL.EscapedPath(); path.Clean(address) != address {
		m.fail(w, r, 0, fault.New(fault.Unknown, "unknown"))
		return
	}
	if _, pattern := m.mux.Handler(r); pattern != "" {
		m.mux.ServeHTTP(w, r)
		return
	}
	if allowed := m.allowed(r); len(allowed) > 0 {
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		m.fail(w, r, http.StatusMethodNotAllowed, fault.New(fault.Invalid, "method"))
		return
	}
	m.fail(w, r, 0, fault.New(fault.Unknown, "unknown"))
}

// allowed are the methods that the path of a request would take.
func (m *Mux) allowed(r *http.Request) []string {
	var methods []string
	for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := m.mux.Handler(other); pattern != "" {
			methods = append(methods, method)
		}
	}
	return methods
}

// Route adds an operation; generated code calls it.
func Route[In, Out any](m *Mux, op Operation, decode func(*Request, *In), serve func(context.Context, In) (Out, error)) {
	m.ops = append(m.ops, op)
	m.mux.HandleFunc(op.Method+" "+op.Path, func(w http.ResponseWriter, r *http.Request) {
		actor, err := m.Guard.Actor(r)
		if err != nil {
			m.fail(w, r, 0, fault.From(err))
			return
		}
		ended, err := m.audit(r, actor, op)
		if err != nil {
			m.fail(w, r, 0, fault.From(err))
			return
		}
		if !actor.May(op.Role) {
			ended(http.StatusForbidden)
			m.fail(w, r, 0, refused(actor))
			return
		}
		ctx := r.Context()
		if op.Cache == 0 {
			ctx = WithActor(ctx, actor)
		}
		request := newRequest(w, r, op)
		var in In
		decode(request, &in)
		if err := request.finish(&in); err != nil {
			ended(http.StatusUnprocessableEntity)
			m.fail(w, r, request.status, fault.From(err))
			return
		}
		var file api.File // an answer that is no JSON
		answer := func() (int, []byte) { return m.result(ctx, op, in, asAny(serve, &file)) }
		if op.Own {
			key, err := keyOf(r)
			if err != nil {
				ended(http.StatusUnprocessableEntity)
				m.fail(w, r, 0, fault.From(err))
				return
			}
			ctx = api.WithKey(ctx, key)
		} else if op.Once {
			status, body, err := m.once(request, actor, in, answer)
			if err != nil {
				f := fault.From(err)
				ended(fault.Status(f.Code))
				m.fail(w, r, 0, f)
				return
			}
			ended(status)
			m.write(w, r, op, status, body)
			return
		}
		if op.Cache == 0 {
			ctx = context.WithValue(ctx, cookieKey{}, func(c *http.Cookie) { http.SetCookie(w, c) })
		}
		status, body := answer()
		ended(status)
		if file.Type != "" {
			m.deliver(w, r, op, file)
			return
		}
		m.write(w, r, op, status, body)
	})
}

// audit writes down what staff is about to do. What only reads is not
// written, unless it was refused; services write down who reads whom.
func (m *Mux) audit(r *http.Request, a access.Actor, op Operation) (ended func(status int), err error) {
	if m.Audit == nil || !a.Staff || op.Method == http.MethodGet && a.May(op.Role) {
		return func(int) {}, nil
	}
	target := r.URL.EscapedPath() // as it was asked: unescaped it may hold what no store takes
	id, err := m.Audit.Began(r.Context(), a, op.ID, target)
	return func(status int) { m.Audit.Ended(r.Context(), a, id, op.ID, target, status) }, err
}

func refused(actor access.Actor) *fault.Fault {
	if actor.ID == "" {
		return fault.New(fault.Signin, "signin")
	}
	return fault.New(fault.Denied, "denied")
}

// asAny is an operation without its types. An answer that is a file is put
// aside, for it goes out as it is.
func asAny[In, Out any](serve func(context.Context, In) (Out, error), aside *api.File) func(context.Context, any) (any, error) {
	return func(ctx context.Context, in any) (any, error) {
		out, err := serve(ctx, in.(In))
		if file, ok := any(out).(api.File); ok && err == nil {
			*aside = file
			return None{}, nil
		}
		return out, err
	}
}

// result calls the service and turns what it says into a status and a body.
func (m *Mux) result(ctx context.Context, op Operation, in any, serve func(context.Context, any) (any, error)) (status int, body []byte) {
	defer func() {
		if cause := recover(); cause != nil {
			if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(cause)
			}
			m.Log.ErrorContext(ctx, "operation panicked", "operation", op.ID, "cause", cause)
			status, body = m.faulty(ctx, fault.New(fault.Broken, "broken"))
		}
	}()
	out, err := serve(ctx, in)
	if err != nil {
		f := fault.From(err)
		if f.Code == fault.Broken {
			m.Log.ErrorContext(ctx, "operation failed", "operation", op.ID, "err", err)
		}
		return m.faulty(ctx, f)
	}
	if _, none := out.(None); none {
		return http.StatusNoContent, nil
	}
	if body, err = json.Marshal(out); err != nil {
		m.Log.ErrorContext(ctx, "answer cannot be written", "operation", op.ID, "err", err)
		return m.faulty(ctx, fault.New(fault.Broken, "broken"))
	}
	return http.StatusOK, body
}

// faulty is a fault as it goes over the wire.
func (m *Mux) faulty(ctx context.Context, f *fault.Fault) (int, []byte) {
	sent := *f
	sent.Ref = m.Ref(ctx)
	body, err := json.Marshal(&sent)
	if err != nil {
		body = []byte(`{"code":"broken","key":"broken"}`)
	}
	return fault.Status(f.Code), body
}

func (m *Mux) fail(w http.ResponseWriter, r *http.Request, status int, f *fault.Fault) {
	if f.Code == fault.Broken {
		m.Log.ErrorContext(r.Context(), "request failed", "path", r.URL.Path, "err", f)
	}
	own, body := m.faulty(r.Context(), f)
	if status == 0 {
		status = own
	}
	if f.Retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(f.Retry))
	}
	m.write(w, r, Operation{}, status, body)
}
