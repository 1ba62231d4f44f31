// Package live tells phones what changes while they watch. A socket follows
// topics; what is published about a topic reaches all who follow it, in
// order, without a gap and marshalled once.
//
// Everything about a topic is put in order under its lock, and leaves through
// a few shards, each a goroutine that owns the memberships of its sockets. A
// shard never waits: it hands a frame to the kernel, and what the kernel does
// not take is left to a goroutine that lives as long as that one socket is
// behind. A socket at rest costs one reading goroutine and no timer.
package live

import (
	"context"
	"encoding/json"
)

// Source is a domain that can be watched, as a pointer. What it answers is
// for everybody.
type Source interface {
	// Snapshot is all of a topic. Without an epoch the topic has no versions.
	// Fault: unknown.
	Snapshot(ctx context.Context, topic string) (body json.RawMessage, version int64, epoch string, err error)
	// Since is what happened after a version, one event for each version up
	// to to. ok is false when that is not known, or too much to send.
	Since(ctx context.Context, topic string, version int64, epoch string) (events []json.RawMessage, to int64, ok bool, err error)
}

// Versioned is a Source that can be asked cheaply where its topics are; so
// what a bus loses is found within seconds. Of a topic without versions any
// number will do that changes with it.
type Versioned interface {
	Versions(ctx context.Context, topics []string) (map[string]int64, error)
}
