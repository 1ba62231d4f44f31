package insight

import (
	"bytes"
	"encoding/json"
	"net/http"
	"time"

	"rumah/shared/insight"
)

// The addresses of the files. They stay, for programs of others read them.
const (
	CSVPath  = "/terbuka/data.csv"
	JSONPath = "/terbuka/data.json"
)

// CSV hands out all services month by month as a table.
func (s *Service) CSV(w http.ResponseWriter, r *http.Request) {
	s.file(w, r, "text/csv; charset=utf-8", "data.csv", func(all []insight.Service) ([]byte, error) { return []byte(insight.CSV(all)), nil })
}

// JSON hands out the same as JSON.
func (s *Service) JSON(w http.ResponseWriter, r *http.Request) {
	s.file(w, r, "application/json", "", func(all []insight.Service) ([]byte, error) { return json.Marshal(all) })
}

func (s *Service) file(w http.ResponseWriter, r *http.Request, kind, name string, write func([]insight.Service) ([]byte, error)) {
	all, err := s.all(r.Context())
	var data []byte
	if err == nil {
		data, err = write(all)
	}
	if err != nil {
		s.log.ErrorContext(r.Context(), "public figures", "err", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "public, max-age=300")
	h.Set("Access-Control-Allow-Origin", "*") // it is for everybody
	if name != "" {
		h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}
