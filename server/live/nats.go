package live

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// subject is where frames go.
const subject = "rumah.live"

// NATSOptions say which NATS carries frames between instances.
type NATSOptions struct {
	URL    string // one that runs already; "" runs one inside this process
	Listen string // host:port at which the one inside serves other instances; "" for nobody
	// Token is what instances show each other, for whoever reaches the NATS
	// inside can tell all phones anything. A URL with a user in it wins.
	Token string
	Log   *slog.Logger
}

// NATS is a Bus over NATS.
type NATS struct {
	conn   *nats.Conn
	inside *server.Server // nil with one that runs elsewhere
}

// startPatience is how long the NATS inside may take to start.
const startPatience = 10 * time.Second

// OpenNATS connects, or runs a NATS and connects to that. One elsewhere that
// cannot be reached is tried again for ever: the house does without.
func OpenNATS(o NATSOptions) (*NATS, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	n := &NATS{}
	options := []nats.Option{
		nats.Name("rumah"), nats.MaxReconnects(-1), nats.RetryOnFailedConnect(true), nats.ReconnectWait(time.Second),
		nats.ReconnectBufSize(-1), // what could not be said in time is found out in another way
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				o.Log.Warn("the bus between instances is away", "err", err)
			}
		}),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			o.Log.Warn("the bus between instances has lost something", "err", err)
		}),
	}
	if o.Token != "" {
		options = append(options, nats.Token(o.Token))
	}
	if o.URL == "" {
		var err error
		if n.inside, err = inside(o.Listen, o.Token); err != nil {
			return nil, err
		}
		options = append(options, nats.InProcessServer(n.inside))
	}
	conn, err := nats.Connect(o.URL, options...)
	if err != nil {
		n.Close()
		return nil, fmt.Errorf("connect to NATS: %w", err)
	}
	n.conn = conn
	return n, nil
}

// inside runs a NATS in this process.
func inside(listen, token string) (*server.Server, error) {
	o := &server.Options{ServerName: "rumah", NoSigs: true, NoLog: true, DontListen: listen == "", Authorization: token}
	if listen != "" && token == "" {
		return nil, errors.New("a NATS that others reach needs a token")
	}
	if listen != "" {
		host, port, err := net.SplitHostPort(listen)
		if err != nil {
			return nil, fmt.Errorf("NATS_LISTEN must be host:port: %w", err)
		}
		if o.Port, err = strconv.Atoi(port); err != nil {
			return nil, fmt.Errorf("NATS_LISTEN must be host:port: %w", err)
		}
		if o.Host = host; o.Port == 0 {
			o.Port = server.RANDOM_PORT
		}
	}
	s, err := server.NewServer(o)
	if err != nil {
		return nil, fmt.Errorf("start NATS: %w", err)
	}
	s.Start()
	if !s.ReadyForConnections(startPatience) {
		s.Shutdown()
		return nil, errors.New("start NATS: it is not ready; is its address taken?")
	}
	return s, nil
}

// URL is where other instances reach the NATS inside; "" when they cannot.
func (n *NATS) URL() string {
	if n.inside == nil || n.inside.Addr() == nil {
		return ""
	}
	return "nats://" + n.inside.Addr().String()
}

// Alone implements Lonely: only a NATS inside knows who is there.
func (n *NATS) Alone() bool { return n.inside != nil && n.inside.NumClients() <= 1 }

// Say implements Bus.
func (n *NATS) Say(message []byte) error {
	if err := n.conn.Publish(subject, message); err != nil {
		return fmt.Errorf("publish to NATS: %w", err)
	}
	return nil
}

// Hear implements Bus.
func (n *NATS) Hear(do func([]byte), lost func()) (stop func(), err error) {
	subscription, err := n.conn.Subscribe(subject, func(m *nats.Msg) { do(m.Data) })
	if err != nil {
		return nil, fmt.Errorf("subscribe to NATS: %w", err)
	}
	back := n.conn.StatusChanged(nats.CONNECTED)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case _, ok := <-back:
				if !ok {
					return
				}
				lost()
			case <-done:
				return
			}
		}
	}()
	return func() {
		close(done)
		_ = subscription.Unsubscribe() // of a connection that may be closed
	}, nil
}

// Flush waits until all that was said has reached NATS.
func (n *NATS) Flush() error {
	if err := n.conn.Flush(); err != nil {
		return fmt.Errorf("flush NATS: %w", err)
	}
	return nil
}

// Close ends the connection and the NATS inside.
func (n *NATS) Close() {
	if n.conn != nil {
		n.conn.Close()
	}
	if n.inside != nil {
		n.inside.Shutdown()
		n.inside.WaitForShutdown()
	}
}
