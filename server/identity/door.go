package identity

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"rumah/shared/access"
	"rumah/shared/identity"
)

// visitor is what is known of who makes a request.
type visitor struct {
	actor  access.Actor
	err    error // the session could not be looked up
	ip     netip.Addr
	origin string
	secure bool // cookies may be bound to https
	agent  string
}

type visitorKey struct{}

func visitorOf(ctx context.Context) *visitor {
	if v, ok := ctx.Value(visitorKey{}).(*visitor); ok {
		return v
	}
	return &visitor{}
}

// Door finds out who comes in, once per request, for pages and operations
// alike. What a role allows is read each time, so a role that is taken away
// is gone with the next request.
func (s *Service) Door(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visitor{origin: s.Origin, agent: r.UserAgent()}
		if s.IP != nil {
			v.ip = s.IP(r.Context())
		}
		if v.origin == "" {
			v.origin = "http://" + r.Host
		}
		v.secure = strings.HasPrefix(v.origin, "https://") || loopback(r.Host)
		if c, err := r.Cookie(v.cookieName()); err == nil {
			v.actor, v.err = s.recognise(r.Context(), c.Value)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitorKey{}, v)))
	})
}

// loopback hosts are trusted by browsers as if they were https.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Actor implements api.Guard.
func (s *Service) Actor(r *http.Request) (access.Actor, error) {
	v := visitorOf(r.Context())
	return v.actor, v.err
}

// Viewer is who looks at a page.
func Viewer(ctx context.Context) identity.Viewer {
	a := visitorOf(ctx).actor
	return identity.Viewer{ID: a.ID, Name: a.Name, Staff: a.Staff, Grants: a.Grants}
}

func (v *visitor) cookieName() string {
	if v.secure {
		return "__Host-sesi"
	}
	return "sesi" // a browser would not take the other one over plain http
}

func (v *visitor) cookie(token string, age int) *http.Cookie {
	return &http.Cookie{Name: v.cookieName(), Value: token, Path: "/", MaxAge: age, Secure: v.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode}
}
