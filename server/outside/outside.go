// Package outside calls machines of others. Somebody who may name an address
// must not reach our own network by it.
package outside

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"
)

// Client reaches no machine beside ours, whatever a name turns into, and
// follows nobody who sends it elsewhere. A call takes at most patience. With
// inside it reaches everything, for trying out. Some connections to each host
// are kept.
func Client(inside bool, patience time.Duration, kept int) *http.Client {
	road := http.DefaultTransport.(*http.Transport).Clone()
	road.MaxIdleConns, road.MaxIdleConnsPerHost = 0, kept
	if !inside {
		road.Proxy = nil
		road.DialContext = (&net.Dialer{Timeout: patience, Control: refuse}).DialContext
	}
	return &http.Client{Transport: road, Timeout: patience, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// notOutside are networks that look like any other and lead inside all the
// same: of providers, where clouds answer about themselves, and addresses of
// IPv6 that carry one of IPv4.
var notOutside = []netip.Prefix{
	netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("2001::/32"),
}

// ErrInside is why an address was not called.
var ErrInside = errors.New("the address is inside our own network")

func refuse(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := to.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || slices.ContainsFunc(notOutside, func(p netip.Prefix) bool { return p.Contains(ip) }) {
		return ErrInside
	}
	return nil
}
