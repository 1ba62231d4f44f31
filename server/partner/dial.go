package partner

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
)

// outsideOnly is a client that reaches no machine beside ours, whatever a
// name turns into, and follows nobody who sends it elsewhere.
func outsideOnly(inside bool) *http.Client {
	road := http.DefaultTransport.(*http.Transport).Clone()
	if !inside {
		road.Proxy = nil
		road.DialContext = (&net.Dialer{Timeout: callTime, Control: refuseInside}).DialContext
	}
	return &http.Client{Transport: road, Timeout: callTime, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// notOutside are networks that look like any other and lead inside all the
// same: of providers, where clouds answer about themselves, and addresses of
// IPv6 that carry one of IPv4.
var notOutside = []netip.Prefix{
	netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("2001::/32"),
}

func refuseInside(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := to.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || slices.ContainsFunc(notOutside, func(p netip.Prefix) bool { return p.Contains(ip) }) {
		return errors.New("the address is inside our own network")
	}
	return nil
}
