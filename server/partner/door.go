package partner

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"rumah/shared/identity"
)

// mostBody is more than any call of BPJS has.
const mostBody = 16 << 10

// What the de-facto standard of hospital systems says, word for word: Mobile
// JKN shows it.
const (
	broken     = "Maaf terjadi kesalahan, hubungi Administrator"
	noService  = "Service tidak terdaftar"
	noMethod   = "Methode tersebut tidak bisa digunakan...!!!"
	noEntry    = "Username dan Password wajib diisi..!!"
	wrongEntry = "Username salah..!!"
	noToken    = "Username dan Token wajib diisi..!!"
	wrongToken = "Token salah/expired..!!"
	noJSON     = "Format JSON tidak sesuai"
	noType     = "Content-Type harus application/json"
	largeBody  = "Data yang dikirim terlalu besar"
	manyTries  = "Terlalu banyak percobaan, silahkan coba lagi nanti"
)

// call is one call of BPJS to a hospital.
type call struct {
	ask
	h hospital
}

// services are the services of a hospital by the last part of their address.
var services = map[string]func(*Service, context.Context, call) (*answer, error){
	"statusantrean": (*Service).status, "ambilantrean": (*Service).take, "sisaantrean": (*Service).left,
	"batalantrean": (*Service).cancel, "checkinantrean": (*Service).checkIn,
	"pasienbaru": (*Service).newPatient, "infopasienbaru": (*Service).newPatient,
	"jadwaloperasirs": (*Service).operations, "jadwaloperasipasien": (*Service).operationsOf,
	"ambilantreanfarmasi": (*Service).takePharmacy, "statusantreanfarmasi": (*Service).pharmacy,
}

// ServeHTTP answers BPJS under /bpjs/{place}/{service}, always with its
// envelope.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if cause := recover(); cause != nil {
			if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(cause)
			}
			s.Log.ErrorContext(r.Context(), "bpjs panicked", "path", r.URL.Path, "cause", cause)
			reject(http.StatusInternalServerError, broken).write(w)
		}
	}()
	rest, _ := strings.CutPrefix(r.URL.Path, "/bpjs/")
	at, service, _ := strings.Cut(rest, "/")
	entry, do := service == "auth" || service == "token", services[service]
	var a *answer
	var c call
	switch {
	case !entry && do == nil:
		a = reject(http.StatusNotFound, noService)
	case entry && r.Method != http.MethodGet:
		w.Header().Set("Allow", http.MethodGet)
		a = reject(http.StatusMethodNotAllowed, noMethod)
	case !entry && r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		a = reject(http.StatusMethodNotAllowed, noMethod)
	default:
		a = s.serve(w, r, at, do, &c)
	}
	s.Log.InfoContext(r.Context(), "bpjs called", "place", c.h.PlaceID, "service", service, "status", a.http, "code", a.code,
		"nik", identity.Mask(c.ask["nik"]), "card", identity.Mask(c.ask["nomorkartu"]+c.ask["nopeserta"]), "booking", c.ask["kodebooking"])
	a.write(w)
}

func (s *Service) serve(w http.ResponseWriter, r *http.Request, at string, do func(*Service, context.Context, call) (*answer, error), c *call) *answer {
	ctx := r.Context()
	a, err := s.admitted(ctx, r, at, do == nil, c)
	if err == nil && a == nil {
		if a = c.read(w, r); a == nil {
			a, err = do(s, ctx, *c)
		}
	}
	if err != nil {
		s.Log.ErrorContext(ctx, "bpjs failed", "place", at, "path", r.URL.Path, "err", err)
		return reject(http.StatusInternalServerError, broken)
	}
	return a
}

// read reads the body of a call.
func (c *call) read(w http.ResponseWriter, r *http.Request) *answer {
	if kind := r.Header.Get("Content-Type"); kind != "" {
		if media, _, err := mime.ParseMediaType(kind); err != nil || media != "application/json" {
			return reject(http.StatusUnsupportedMediaType, noType)
		}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return reject(http.StatusRequestEntityTooLarge, largeBody)
	case err != nil || json.Unmarshal(body, &c.ask) != nil || c.ask == nil:
		return reject(http.StatusBadRequest, noJSON)
	}
	return nil
}
