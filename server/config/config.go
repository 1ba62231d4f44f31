// Package config is what a house can be told at its start, by flags or by
// the environment, with a default for everything.
package config

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"os"
	"strconv"
	"strings"
)

// Config is one start of the server.
type Config struct {
	Addr         string // where to listen
	Data         string // folder for what must stay: the embedded Postgres, keys
	Files        string // address of an object store for files; "" keeps them in Data
	Database     string // address of a Postgres; "" runs the embedded one
	City         string // name of an embedded pack, or a folder; "" takes the only one
	BaseURL      string // public origin, https in production
	SecretKey    string // 32 letters or more; "" makes one and keeps it
	SMS          string // address of a gateway for messages to phones
	SMSToken     string
	Payment      string // gateway that makes bills; "" for none
	PaymentToken string
	Mail         string // smtp://user:password@host:587, for invitations
	MailFrom     string
	PushKey      string // private key by which push services know the house; "" makes one and keeps it
	Contact      string // of who runs the house, for push services: https:// or a mail address
	TextPrice    int    // rupiah that one text to a phone costs
	TextCap      int    // rupiah a month that texts may cost beside one-time codes; 0 for none
	SignKey      string // secret that documents are signed with; "" makes one and keeps it
	BSrE         string // address of the client of a certified signer; "" signs with the own key
	FirstAdmin   string // address that is invited while the house has no regency admin
	NATS         string // address of the NATS between instances; "" runs one inside
	NATSListen   string // where the one inside serves other instances; "" for nowhere
	Production   bool
	Embedded     bool // allows the embedded Postgres in production
	Unlimited    bool // no rate limits, for measuring
	Proxies      []netip.Prefix
	Metrics      string // bearer token for /metrics from elsewhere
	LogLevel     slog.Level
}

// ErrHelp says that the table of settings was asked for and printed.
var ErrHelp = flag.ErrHelp

// Parse reads the arguments and the environment; the flag wins. Its errors
// are one line.
func Parse(args []string, getenv func(string) string, out io.Writer) (Config, error) {
	var c Config
	f := flag.NewFlagSet("rs", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	var order []setting
	text := func(to *string, name, env, standard, use string) {
		if v := getenv(env); v != "" {
			standard = v
		}
		order = append(order, setting{name, env, use})
		f.StringVar(to, name, standard, use)
	}
	yes := func(to *bool, name, env, use string) {
		on, _ := strconv.ParseBool(getenv(env))
		order = append(order, setting{name, env, use})
		f.BoolVar(to, name, on, use)
	}
	number := func(to *int, name, env string, standard int, use string) {
		if n, err := strconv.Atoi(getenv(env)); err == nil {
			standard = n
		}
		order = append(order, setting{name, env, use})
		f.IntVar(to, name, standard, use)
	}
	var proxies, level string
	text(&c.Addr, "addr", "ADDR", "localhost:8080", "where to listen; :8080 for everywhere")
	text(&c.Data, "data", "DATA", ".data", "folder for the embedded Postgres and keys")
	text(&c.Files, "files", "FILES", "", "an object store for files: s3://bucket?region=...; without it they lie in the folder of -data")
	text(&c.Database, "database", "DATABASE_URL", "", "a Postgres of your own: postgres://user:password@host/name")
	text(&c.City, "city", "CITY", "", "a city pack: the name of an embedded one, or a folder")
	text(&c.BaseURL, "base-url", "BASE_URL", "", "public address, https://... ; needed in production")
	text(&c.SecretKey, "secret-key", "SECRET_KEY", "", "32 letters or more; needed in production")
	text(&c.SMS, "sms", "SMS_URL", "", "gateway that takes POST {\"to\",\"text\"}; needed in production")
	text(&c.SMSToken, "sms-token", "SMS_TOKEN", "", "bearer token of the gateway")
	text(&c.Mail, "smtp", "SMTP_URL", "", "mail server for invitations: smtp://user:password@host:587")
	text(&c.MailFrom, "mail-from", "MAIL_FROM", "", "who mails come from: Layanan <noreply@example.go.id>")
	text(&c.PushKey, "push-key", "PUSH_KEY", "", "private VAPID key, base64url; one is made and kept without it")
	text(&c.Contact, "contact", "CONTACT", "", "who runs the house, for push services: a mail address or https://")
	text(&c.SignKey, "sign-key", "SIGN_KEY", "", "secret that documents are signed with, 32 bytes in base64; one is made and kept without it")
	text(&c.BSrE, "bsre", "BSRE_URL", "", "the Esign client that signs documents: https://user:password@host; without it the own key does")
	number(&c.TextPrice, "text-price", "TEXT_PRICE", 350, "rupiah that one text through the gateway costs")
	number(&c.TextCap, "text-cap", "TEXT_CAP", 0, "rupiah a month for texts when a push does not arrive; 0 sends none")
	text(&c.Payment, "payment", "PAYMENT_URL", "", "gateway that makes bills and knows what was paid: POST and GET of /bills")
	text(&c.PaymentToken, "payment-token", "PAYMENT_TOKEN", "", "bearer token of it")
	text(&c.FirstAdmin, "first-admin", "FIRST_ADMIN", "", "mail address invited while there is no regency admin")
	text(&c.NATS, "nats", "NATS_URL", "", "a NATS that joins several servers: nats://host:4222")
	text(&c.NATSListen, "nats-listen", "NATS_LISTEN", "", "where the NATS inside serves other servers: host:4222")
	yes(&c.Production, "production", "PRODUCTION", "refuse demo data, default keys and plain http")
	yes(&c.Embedded, "embedded", "EMBEDDED", "allow the embedded Postgres in production")
	yes(&c.Unlimited, "unlimited", "UNLIMITED", "no rate limits, for measuring; not in production")
	text(&proxies, "proxies", "TRUSTED_PROXIES", "", "networks whose X-Forwarded-* count, 10.0.0.0/8,...")
	text(&c.Metrics, "metrics-token", "METRICS_TOKEN", "", "bearer token for /metrics from other machines")
	text(&level, "log", "LOG_LEVEL", "info", "debug, info, warn or error")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			help(out, f, order)
			return c, ErrHelp
		}
		return c, fmt.Errorf("%w; rs -h lists all settings", err)
	}
	if f.NArg() > 0 {
		return c, fmt.Errorf("%q is not a command; rs -h lists all settings", f.Arg(0))
	}
	if err := c.LogLevel.UnmarshalText([]byte(level)); err != nil {
		return c, fmt.Errorf("-log must be debug, info, warn or error, not %q", level)
	}
	var err error
	if c.Proxies, err = networks(proxies); err != nil {
		return c, err
	}
	return c, c.check()
}

type setting struct{ name, env, use string }

func help(out io.Writer, f *flag.FlagSet, order []setting) {
	fmt.Fprint(out, "rs [settings]          start the server\nrs city check FOLDER   check a city pack\nrs demo                accounts for trying out, with their codes of this moment\nrs version             print the version\n\n")
	for _, s := range order {
		standard := f.Lookup(s.name).DefValue
		if standard != "" && standard != "false" && s.env != "SECRET_KEY" && s.env != "DATABASE_URL" && s.env != "METRICS_TOKEN" && s.env != "SMS_TOKEN" && s.env != "PAYMENT_TOKEN" && s.env != "SMTP_URL" && s.env != "PUSH_KEY" && s.env != "SIGN_KEY" && s.env != "BSRE_URL" && s.env != "NATS_URL" {
			standard = " [" + standard + "]"
		} else {
			standard = ""
		}
		fmt.Fprintf(out, "  -%-14s %-16s %s%s\n", s.name, s.env, s.use, standard)
	}
}

func networks(list string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for _, part := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		prefix, err := netip.ParsePrefix(part)
		if err != nil {
			addr, err := netip.ParseAddr(part)
			if err != nil {
				return nil, fmt.Errorf("-proxies: %q is not a network such as 10.0.0.0/8", part)
			}
			prefix = netip.PrefixFrom(addr, addr.BitLen())
		}
		all = append(all, prefix)
	}
	return all, nil
}

// shortestKey is what a secret key must have at least.
const shortestKey = 32

// check refuses what must not go on air.
func (c Config) check() error {
	if c.BaseURL != "" {
		u, err := url.Parse(c.BaseURL)
		if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") || strings.Trim(u.Path, "/") != "" {
			return fmt.Errorf("BASE_URL must be like https://layanan.example.go.id, not %q", c.BaseURL)
		}
	}
	if c.SMS != "" {
		u, err := url.Parse(c.SMS)
		if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
			return errors.New("SMS_URL must be like https://gateway.example.go.id/send")
		}
	}
	if err := errors.Join(c.checkNATS(), c.checkPush()); err != nil {
		return err
	}
	if c.SecretKey != "" && len(c.SecretKey) < shortestKey {
		return fmt.Errorf("SECRET_KEY has %d letters and needs %d: openssl rand -hex 32 makes one", len(c.SecretKey), shortestKey)
	}
	if !c.Production {
		return nil
	}
	switch {
	case !strings.HasPrefix(c.BaseURL, "https://"):
		return errors.New("production needs BASE_URL, the public address with https://")
	case c.SecretKey == "":
		return errors.New("production needs SECRET_KEY: openssl rand -hex 32 makes one")
	case strings.Count(c.SecretKey, c.SecretKey[:1]) == len(c.SecretKey):
		return errors.New("SECRET_KEY is one letter repeated: openssl rand -hex 32 makes a real one")
	case c.Unlimited:
		return errors.New("production does not run without rate limits: leave -unlimited out")
	case c.Database == "" && !c.Embedded:
		return errors.New("production needs DATABASE_URL, or -embedded to keep the data in the folder of -data")
	case c.SMS == "":
		return errors.New("production needs SMS_URL, the gateway that carries one-time codes")
	}
	return nil
}

// checkNATS refuses addresses that are none. They may hold a password, so
// they are not repeated.
func (c Config) checkNATS() error {
	if c.NATS != "" && c.NATSListen != "" {
		return errors.New("NATS_URL and NATS_LISTEN exclude each other: with a NATS elsewhere there is none inside")
	}
	for _, address := range strings.FieldsFunc(c.NATS, func(r rune) bool { return r == ',' }) {
		u, err := url.Parse(strings.TrimSpace(address))
		if err != nil || u.Host == "" || (u.Scheme != "nats" && u.Scheme != "tls") {
			return errors.New("NATS_URL must be like nats://host:4222")
		}
	}
	if c.NATSListen == "" {
		return nil
	}
	_, port, err := net.SplitHostPort(c.NATSListen)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return errors.New("NATS_LISTEN must be like 10.0.0.5:4222")
	}
	return nil
}

// checkPush refuses a contact that push services refuse, and with it every
// push.
func (c Config) checkPush() error {
	if c.Contact != "" && !strings.HasPrefix(c.Contact, "https://") {
		if _, err := mail.ParseAddress(c.Contact); err != nil {
			return errors.New("CONTACT must be a mail address or begin with https://")
		}
	}
	if c.TextPrice < 0 || c.TextCap < 0 {
		return errors.New("TEXT_PRICE and TEXT_CAP are rupiah, 0 or more")
	}
	return nil
}

// Getenv is the environment of this process.
func Getenv(name string) string { return os.Getenv(name) }
