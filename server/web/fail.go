package web

import (
	"encoding/json"
	"html"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

// maxStack is how much of a stack is worth a line in the log, in bytes.
const maxStack = 8 << 10

// broke answers for a handler that panicked. What has left the house cannot
// be taken back: then the connection is cut, so that half an answer is not
// taken for a whole one.
func (e *edge) broke(a *answer, r *http.Request, v *visit, cause any) {
	if cause == http.ErrAbortHandler {
		panic(cause)
	}
	e.Metrics.panics.Inc()
	stack := debug.Stack()
	e.Log.LogAttrs(r.Context(), slog.LevelError, "panic", slog.Any("cause", cause),
		slog.String("method", r.Method), slog.String("route", e.routeOf(r, v)),
		slog.String("stack", string(stack[:min(len(stack), maxStack)])))
	if !a.discard() {
		panic(http.ErrAbortHandler)
	}
	e.headers.set(a.Header(), r.Host, v.id)
	f := fault.New(fault.Broken, "broken")
	f.Ref = v.id
	e.refuse(a, r, &refusal{fault: f})
}

// refuse answers with a fault, or leads elsewhere.
func (e *edge) refuse(a *answer, r *http.Request, no *refusal) {
	h := a.Header()
	h.Set("Cache-Control", "no-store")
	if no.to != "" {
		h.Set("Location", no.to)
		a.WriteHeader(no.status)
		return
	}
	f, status := no.fault, no.status
	if status == 0 {
		status = fault.Status(f.Code)
	}
	if f.Retry > 0 {
		h.Set("Retry-After", strconv.Itoa(f.Retry))
	}
	switch {
	case wantsJSON(r):
		writeJSON(a, status, f)
	case e.ErrorPage == nil || f.Code == fault.Busy || !e.showPage(a, r, status, f):
		writePlain(a, r, status, f)
	}
}

// showPage reports false when the page itself broke before anything was sent.
func (e *edge) showPage(a *answer, r *http.Request, status int, f *fault.Fault) (shown bool) {
	defer func() {
		if cause := recover(); cause != nil {
			e.Metrics.panics.Inc()
			e.Log.LogAttrs(r.Context(), slog.LevelError, "panic in the error page", slog.Any("cause", cause))
			if a.begun {
				panic(http.ErrAbortHandler)
			}
			a.forget()
		}
	}()
	a.fixed = status
	e.ErrorPage(a, r, f)
	return true
}

// wantsJSON is true for the API and for whoever asks for JSON and not for a
// page.
func wantsJSON(r *http.Request) bool {
	if ofAPI(r) {
		return true
	}
	accept := strings.Join(r.Header["Accept"], ",")
	return strings.Contains(accept, "application/json") && !strings.Contains(accept, "text/html")
}

func writeJSON(w http.ResponseWriter, status int, f *fault.Fault) {
	body, err := json.Marshal(f)
	if err != nil { // strings and numbers only
		body = []byte(`{"code":"broken","key":"broken"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // the reader may be gone
}

// writePlain is the page that works when nothing else does.
func writePlain(w http.ResponseWriter, r *http.Request, status int, f *fault.Fault) {
	at := link.Parse(r.URL)
	lang := at.Lang
	text := words.Fault(lang, f.Key, "")
	switch {
	case f.Ref != "":
		text = words.BrokenTitle.In(lang) + ". " + words.BrokenText.In(lang, f.Ref)
	case f.Retry > 0:
		text = words.BusyTitle.In(lang) + ". " + words.BusyText.In(lang, strconv.Itoa(f.Retry))
	}
	text = html.EscapeString(text)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", string(lang))
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`<!doctype html><html lang="` + string(lang) + `"><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><title>` + text + `</title></head>` +
		`<body><h1>` + text + `</h1><p><a href="` + html.EscapeString(at.To("/")) + `">` +
		html.EscapeString(words.BackHome.In(lang)) + "</a></p></body></html>\n")) // the reader may be gone
}
