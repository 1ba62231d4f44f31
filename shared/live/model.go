// Package live is the contract of what changes while somebody watches: the
// frames that cross a socket, what its end means, and the rule by which a
// phone keeps its copy whole.
//
// A topic is one thing to watch, "day:0198c7" for example, and everybody may
// watch every topic: what is nobody else's business is never live. Most
// topics have versions: each event leads from one version to the next, and a
// copy that missed one is asked for anew. Versions count within an epoch; a
// topic that began again, from a backup for example, has another. A topic
// without an epoch has no versions: each of its events is complete in itself.
package live

import (
	"encoding/json"

	"rumah/shared/fault"
)

// Path is where the socket is.
const Path = "/api/live/socket"

// Frame is what the server says about one topic: all of it, what happened
// since, or why there is nothing to say.
type Frame struct {
	Topic    string            `json:"t,omitempty"` // "" for the answer to a ping
	Snapshot json.RawMessage   `json:"s,omitempty"` // all of it, as of Version
	From     int64             `json:"f,omitempty"` // without a snapshot: the version Events begin at
	Version  int64             `json:"v,omitempty"` // the version this leads to
	Epoch    string            `json:"e,omitempty"` //
	Events   []json.RawMessage `json:"ev,omitempty"`
	Fault    *fault.Fault      `json:"x,omitempty"` // the topic is not followed
}

// Call is what the phone says.
type Call struct {
	Do      Do     `json:"do"`
	Topic   string `json:"t,omitempty"`
	Version int64  `json:"v,omitempty"` // what the phone knows already
	Epoch   string `json:"e,omitempty"` // "" for nothing
}

// Do is what a call asks for.
type Do string

// What a phone can ask for. Following a topic again, with what is known of
// it by now, is how a gap is closed.
const (
	Follow Do = "follow"
	Leave  Do = "leave"
	Ping   Do = "ping" // is answered with an empty frame
)

// Since is a topic and what the phone knows of it.
type Since struct {
	Topic   string `query:"topic" check:"required,max=80"`
	Version int64  `query:"version" check:"min=0"`
	Epoch   string `query:"epoch" check:"max=40"` // "" for nothing
}
