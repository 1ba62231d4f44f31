package partner

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
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

func refuseInside(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := to.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return errors.New("the address is inside our own network")
	}
	return nil
}
