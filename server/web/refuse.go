package web

import (
	"math"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rumah/shared/fault"
)

// refusal is why a request goes no further.
type refusal struct {
	status int          // 0 is the status of the fault
	fault  *fault.Fault // nil when the reader is led elsewhere
	to     string       // where
}

// methods are those the house has a use for. TRACE and CONNECT never reach a
// handler; OPTIONS is for cross-origin calls, which there are none of.
const methods = "GET, HEAD, POST, PUT, PATCH, DELETE"

func checkMethod(a *answer, r *http.Request) *refusal {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete:
		return nil
	}
	a.Header().Set("Allow", methods)
	return &refusal{status: http.StatusMethodNotAllowed, fault: fault.New(fault.Invalid, "method")}
}

func (e *edge) checkTarget(_ *answer, r *http.Request) *refusal {
	if len(r.RequestURI) <= e.MaxURL {
		return nil
	}
	return &refusal{status: http.StatusRequestURITooLong, fault: fault.New(fault.Large, "large")}
}

// checkHost keeps our answers under our name: another name that points here
// would be a second origin, with caches and cookies of its own.
func (e *edge) checkHost(_ *answer, r *http.Request) *refusal {
	if !e.Production || e.BaseURL == nil || strings.EqualFold(r.Host, e.BaseURL.Host) {
		return nil
	}
	return &refusal{status: http.StatusMisdirectedRequest, fault: fault.New(fault.Unknown, "unknown")}
}

// checkHTTPS leads readers to TLS. What was sent to us in the clear with a
// body is refused, so that a client that does it is noticed.
func (e *edge) checkHTTPS(_ *answer, r *http.Request) *refusal {
	if !e.RedirectHTTPS || e.BaseURL == nil || !visitOf(r.Context()).vouched || r.Header.Get("X-Forwarded-Proto") != "http" {
		return nil
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return &refusal{fault: fault.New(fault.Denied, "denied")}
	}
	return &refusal{status: http.StatusPermanentRedirect, to: "https://" + e.BaseURL.Host + r.URL.RequestURI()}
}

// ownOrigin refuses what a page of somebody else makes a browser send. The
// own address is named for proxies that change the Host header.
func ownOrigin(base *url.URL) *http.CrossOriginProtection {
	p := http.NewCrossOriginProtection()
	if base != nil {
		// The error says that it is no origin; then there is nothing to trust.
		_ = p.AddTrustedOrigin(base.Scheme + "://" + base.Host)
	}
	return p
}

func (e *edge) checkOrigin(_ *answer, r *http.Request) *refusal {
	if e.origins.Check(r) == nil {
		return nil
	}
	return &refusal{fault: fault.New(fault.Denied, "cross_origin")}
}

func (e *edge) checkBody(a *answer, r *http.Request) *refusal {
	if ofAPI(r) || r.Body == nil || r.Body == http.NoBody {
		return nil
	}
	if r.ContentLength > e.MaxBody {
		return &refusal{fault: fault.New(fault.Large, "large")}
	}
	r.Body = http.MaxBytesReader(a.ResponseWriter, r.Body, e.MaxBody)
	return nil
}

func (e *edge) checkRate(_ *answer, r *http.Request) *refusal {
	kind := budgetOf(r)
	wait := e.limiter.take(visitOf(r.Context()).ip, kind)
	if wait == 0 {
		return nil
	}
	e.Metrics.limited.WithLabelValues(budgetNames[kind]).Inc()
	f := fault.New(fault.Busy, "busy")
	f.Retry = int(math.Ceil(float64(wait) / float64(time.Second)))
	return &refusal{fault: f}
}
