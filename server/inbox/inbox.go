// Package inbox keeps what people are told: it writes messages in the
// transactions of those who have something to tell, carries them to phones,
// and answers the contract of shared/inbox.
package inbox

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"time"

	"rumah/server/database"
	"rumah/server/jobs"
	"rumah/server/message"
	"rumah/server/push"
	"rumah/server/together"
	"rumah/server/vault"
)

// Options are what a Service needs beside its database.
type Options struct {
	Vault  *vault.Vault
	Jobs   *jobs.Shop
	Push   *push.Sender
	Ways   message.Ways // beside pushing; a way that is nil is not there
	Cap    int          // rupiah a month that the ways beside pushing may cost; 0 for nothing
	Price  int          // rupiah of one text to a phone
	App    string       // name of the house
	Origin string       // what links begin with: "https://host"
	Log    *slog.Logger

	// Contact is how somebody is reached beside the app: by phone, by mail; ""
	// for neither.
	Contact func(ctx context.Context, person string) (phone, email string, err error)
	// Device is what the browser of a request is called: "Chrome, Android".
	Device func(context.Context) string
	// Publish tells those who follow a topic that something has changed.
	Publish func(topic string, from, to int64, epoch string, events []json.RawMessage)
}

// Service implements inbox.API.
type Service struct {
	db  *database.DB
	now func() time.Time
	loc *time.Location
	Options

	parcels *together.Look[int64, parcel] // deliveries on their way
	urgent  *together.Look[int64, parcel] // of those what cannot wait: not behind the others
	done    *together.Look[result, struct{}]
	wording wordings
	figures figures
}

// New returns the service; loc is the regency's clock. Its work is added to
// the shop, which must not have been started.
func New(db *database.DB, now func() time.Time, loc *time.Location, o Options) *Service {
	s := &Service{db: db, now: now, loc: loc, Options: o}
	if s.Publish == nil {
		s.Publish = func(string, int64, int64, string, []json.RawMessage) {}
	}
	if s.Contact == nil {
		s.Contact = func(context.Context, string) (string, string, error) { return "", "", nil }
	}
	s.parcels, s.urgent, s.done = together.New(s.readParcels), together.New(s.readParcels), together.New(s.writeResults).Gather(gather)
	s.figures = newFigures()
	s.hire()
	return s
}

// topic is where somebody's phones hear that their inbox has changed. Nobody
// else can name it.
func (s *Service) topic(person string) string {
	return "inbox:" + hex.EncodeToString(s.Vault.Hash("inbox topic", person)[:20])
}

// Told tells the open apps of some people that their inboxes have changed;
// after the transaction that changed them.
func (s *Service) Told(people []string) {
	for _, person := range people {
		s.Publish(s.topic(person), 0, 0, "", []json.RawMessage{changed})
	}
}

var changed = json.RawMessage(`{"changed":true}`)
