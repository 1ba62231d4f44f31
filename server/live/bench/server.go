//go:build linux

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/centrifugal/centrifuge"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"rumah/server/live"
)

const topic = "day:1"

// publisher gives an event to all who follow the topic.
type publisher func(event []byte) error

// serve runs one of the two servers until the input ends.
func serve(kind string) error {
	var socket http.Handler
	var publish publisher
	var err error
	switch kind {
	case "ours":
		socket, publish, err = ours()
	case "centrifuge":
		socket, publish, err = theirs()
	default:
		err = errors.New("no such role")
	}
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/socket", socket)
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("POST /publish", func(w http.ResponseWriter, r *http.Request) {
		event, err := io.ReadAll(r.Body)
		if err == nil {
			err = publish(event)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr())
	go func() { _ = http.Serve(listener, mux) }()
	untilInputEnds()
	return nil
}

// day is a queue-day that counts its events.
type day struct{ version atomic.Int64 }

func (d *day) Snapshot(context.Context, string) (json.RawMessage, int64, string, error) {
	return json.RawMessage(`{"waiting":41,"serving":["A-012","A-013"]}`), d.version.Load(), "e", nil
}

func (d *day) Since(context.Context, string, int64, string) ([]json.RawMessage, int64, bool, error) {
	return nil, 0, false, nil
}

func (d *day) Versions(_ context.Context, topics []string) (map[string]int64, error) {
	all := map[string]int64{}
	for _, t := range topics {
		all[t] = d.version.Load()
	}
	return all, nil
}

// ours is the hub as the house runs it, with the bus that runs inside.
func ours() (http.Handler, publisher, error) {
	quiet := slog.New(slog.DiscardHandler)
	bus, err := live.OpenNATS(live.NATSOptions{Log: quiet})
	if err != nil {
		return nil, nil, err
	}
	d := &day{}
	hub, err := live.New(live.Options{Bus: bus, Log: quiet, PerIP: 1 << 20})
	if err != nil {
		return nil, nil, err
	}
	hub.Register("day", d)
	return hub, func(event []byte) error {
		to := d.version.Add(1)
		hub.Publish(topic, to-1, to, "e", []json.RawMessage{event})
		return nil
	}, nil
}

// theirs is a centrifuge node with the settings it recommends for many
// sockets at rest.
func theirs() (http.Handler, publisher, error) {
	node, err := centrifuge.New(centrifuge.Config{})
	if err != nil {
		return nil, nil, err
	}
	node.OnConnecting(func(context.Context, centrifuge.ConnectEvent) (centrifuge.ConnectReply, error) {
		return centrifuge.ConnectReply{Credentials: &centrifuge.Credentials{},
			Subscriptions: map[string]centrifuge.SubscribeOptions{topic: {}}}, nil
	})
	if err := node.Run(); err != nil {
		return nil, nil, err
	}
	socket := centrifuge.NewWebsocketHandler(node, centrifuge.WebsocketConfig{ReadBufferSize: 1024, UseWriteBufferPool: true,
		PingPongConfig: centrifuge.PingPongConfig{PingInterval: 10 * time.Minute}}) // the phones do not know its pings
	return socket, func(event []byte) error {
		_, err := node.Publish(topic, event)
		return err
	}, nil
}
