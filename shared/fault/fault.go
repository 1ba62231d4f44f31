// Package fault is the one error that crosses the wire. It carries a code
// the program acts on, a key the reader's language is found by, and the
// fields that are wrong. Its cause stays inside the house: it is logged,
// never sent.
package fault

import (
	"errors"
	"strings"
)

// Code says what kind of fault it is, and so what the caller can do about it.
type Code string

// The codes. Each has one HTTP status, see Status.
const (
	Invalid  Code = "invalid"  // the request is wrong; Fields say where
	Signin   Code = "signin"   // nobody is signed in and the operation needs somebody
	Denied   Code = "denied"   // signed in, but not allowed
	Unknown  Code = "unknown"  // there is no such thing, or not for this reader
	Conflict Code = "conflict" // somebody else was first; read again
	Large    Code = "large"    // the body is over the limit of the operation
	Busy     Code = "busy"     // too many requests; try again after Retry seconds
	Offline  Code = "offline"  // made by the client only: the server was not reached
	Broken   Code = "broken"   // our failure; Ref is what to read out to us
)

// Fault is an error a person can be told about.
type Fault struct {
	Code   Code    `json:"code"`
	Key    string  `json:"key"`              // words.Faults is indexed by it
	Fields []Field `json:"fields,omitempty"` // in the order of the form
	Ref    string  `json:"ref,omitempty"`    // request id
	Retry  int     `json:"retry,omitempty"`  // seconds
	cause  error
}

// Field is one wrong field: its JSON name, the key of the sentence and the
// bound that sentence mentions ("120" in "at most 120 letters").
type Field struct {
	Name  string `json:"name"`
	Key   string `json:"key"`
	Bound string `json:"bound,omitempty"`
}

// New returns a fresh fault. Fresh, because faults are decorated on their
// way out and a shared one would leak one request's details into the next.
func New(code Code, key string) *Fault { return &Fault{Code: code, Key: key} }

// Wrap returns a fault that hides cause from the caller and keeps it for the log.
func Wrap(cause error, code Code, key string) *Fault {
	return &Fault{Code: code, Key: key, cause: cause}
}

// Wrong returns an Invalid fault for the given fields, or nil when there are none.
func Wrong(fields ...Field) error {
	if len(fields) == 0 {
		return nil
	}
	return &Fault{Code: Invalid, Key: "invalid", Fields: fields}
}

// From returns err as a fault; an error that is none becomes Broken with err
// as its hidden cause. From(nil) is nil.
func From(err error) *Fault {
	if err == nil {
		return nil
	}
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	return Wrap(err, Broken, "broken")
}

// Is reports whether err is, or wraps, a fault with the code.
func Is(err error, code Code) bool {
	var f *Fault
	return errors.As(err, &f) && f.Code == code
}

// Error is for logs. It includes the hidden cause.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(string(f.Code))
	b.WriteString(": ")
	b.WriteString(f.Key)
	for _, field := range f.Fields {
		b.WriteString(" " + field.Name + "=" + field.Key)
	}
	if f.cause != nil {
		b.WriteString(": ")
		b.WriteString(f.cause.Error())
	}
	return b.String()
}

// Unwrap returns the hidden cause.
func (f *Fault) Unwrap() error { return f.cause }

// Field returns the fault of the named field, if there is one.
func (f *Fault) Field(name string) (Field, bool) {
	if f == nil {
		return Field{}, false
	}
	for _, field := range f.Fields {
		if field.Name == name {
			return field, true
		}
	}
	return Field{}, false
}
