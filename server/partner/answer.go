package partner

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// answer is what a call of BPJS is answered with: the payload, and the
// sentence that Mobile JKN shows to the patient.
type answer struct {
	http     int // status
	code     int
	message  string
	response any // nil for none
}

// The codes of the envelope. 201 is a failure, whatever HTTP means by it.
const (
	codeOK      = 200
	codeRefused = 201
	codeFresh   = 202 // the patient is new: tell us who it is, then try again
)

func ok(response any) *answer { return &answer{http.StatusOK, codeOK, "Ok", response} }

// refuse is a result of the hospital that the patient reads.
func refuse(format string, fill ...any) *answer {
	return &answer{http.StatusOK, codeRefused, fmt.Sprintf(format, fill...), nil}
}

// reject is a call that is wrong as a call.
func reject(status int, message string) *answer {
	return &answer{status, codeRefused, message, nil}
}

type metadata struct {
	Message string `json:"message"`
	Code    int    `json:"code"`
}

type envelope struct {
	Response any      `json:"response,omitempty"`
	Metadata metadata `json:"metadata"`
}

func (a *answer) write(w http.ResponseWriter) {
	body, err := json.Marshal(envelope{a.response, metadata{a.message, a.code}})
	if err != nil {
		a.http = http.StatusInternalServerError
		body = []byte(`{"metadata":{"message":"` + broken + `","code":201}}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(a.http)
	_, _ = w.Write(body) // who asked has gone
}
