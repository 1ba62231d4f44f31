package api

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rumah/shared/api"
	"rumah/shared/check"
	"rumah/shared/fault"
)

// Request is a call while it is read; generated code names what it wants.
// The first thing wrong with a field is kept, all fields are looked at.
type Request struct {
	w      http.ResponseWriter
	r      *http.Request
	op     Operation
	query  url.Values
	asked  map[string]bool // query keys the operation knows
	faults check.Faults
	err    error // the whole request is unreadable
	status int   // of err, when its code has no status of its own
	form   *http.Request
	files  map[string]bool
}

func newRequest(w http.ResponseWriter, r *http.Request, op Operation) *Request {
	q := &Request{w: w, r: r, op: op, asked: map[string]bool{}, files: map[string]bool{}}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		q.faults.Add("query", "characters", "")
	}
	q.query = query
	return q
}

// finish tells what is wrong: unreadable first, then field by field, then
// what the rules of the input say.
func (q *Request) finish(in any) error {
	if q.err != nil {
		return q.err
	}
	for key := range q.query {
		if !q.asked[key] {
			q.faults.Add(short(key), "unknown_field", "")
		}
	}
	if err := q.faults.Err(); err != nil {
		return err
	}
	if c, ok := in.(interface{ Check() error }); ok {
		return c.Check()
	}
	return nil
}

// short keeps a name that somebody made up from filling the answer.
func short(name string) string {
	name = strings.ToValidUTF8(name, "?")
	if len(name) > 40 {
		return strings.ToValidUTF8(name[:40], "?")
	}
	return name
}

// Path takes a part of the path.
func (q *Request) Path(name string, to any) {
	if key := set(to, []string{q.r.PathValue(name)}); key != "" {
		q.faults.Add(name, key, "")
	}
}

// Query takes a query value; one that is absent or empty leaves the zero.
func (q *Request) Query(name string, to any) {
	q.asked[name] = true
	values := q.query[name]
	if len(values) == 0 || len(values) == 1 && values[0] == "" {
		return
	}
	if key := set(to, values); key != "" {
		q.faults.Add(name, key, "")
	}
}

// JSON takes the body.
func (q *Request) JSON(to any) {
	kind, _, _ := mime.ParseMediaType(q.r.Header.Get("Content-Type"))
	if kind != "application/json" {
		q.err, q.status = fault.New(fault.Invalid, "media_type"), http.StatusUnsupportedMediaType
		return
	}
	body := http.MaxBytesReader(q.w, q.r.Body, q.op.Limit)
	q.decode(body, to)
}

func (q *Request) decode(body io.Reader, to any) {
	d := json.NewDecoder(body)
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		q.err = unreadable(err)
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		q.err = unreadable(err)
	}
}

// unreadable says what is wrong with a JSON body, by field where it can.
func unreadable(err error) error {
	var wrong *json.UnmarshalTypeError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return fault.New(fault.Large, "large")
	case errors.As(err, &wrong) && wrong.Field != "":
		return fault.Wrong(fault.Field{Name: short(wrong.Field), Key: kindKey(wrong.Type.Kind().String())})
	case err != nil && strings.HasPrefix(err.Error(), "json: unknown field "):
		name, _ := strconv.Unquote(strings.TrimPrefix(err.Error(), "json: unknown field "))
		return fault.Wrong(fault.Field{Name: short(name), Key: "unknown_field"})
	case err != nil && strings.HasPrefix(err.Error(), "parsing time "):
		return fault.Wrong(fault.Field{Name: "json", Key: "date"})
	}
	return fault.Wrong(fault.Field{Name: "json", Key: "json"})
}

func kindKey(kind string) string {
	switch {
	case strings.HasPrefix(kind, "int"), strings.HasPrefix(kind, "uint"), strings.HasPrefix(kind, "float"):
		return "number"
	case kind == "bool":
		return "boolean"
	}
	return "json"
}

// Form takes a multipart body whose part "json" is the input. Parts that no
// File asked for are refused.
func (q *Request) Form(to any) {
	kind, _, _ := mime.ParseMediaType(q.r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		q.err, q.status = fault.New(fault.Invalid, "media_type"), http.StatusUnsupportedMediaType
		return
	}
	q.r.Body = http.MaxBytesReader(q.w, q.r.Body, q.op.Limit)
	if err := q.r.ParseMultipartForm(q.op.Limit); err != nil {
		var large *http.MaxBytesError
		q.err = fault.Wrong(fault.Field{Name: "json", Key: "json"})
		if errors.As(err, &large) {
			q.err = fault.New(fault.Large, "large")
		}
		return
	}
	q.form = q.r
	q.decode(strings.NewReader(q.r.FormValue("json")), to)
}

// File takes one uploaded file of at most limit bytes.
func (q *Request) File(name string, limit int64, to *api.File) {
	var list []api.File
	q.Files(name, limit, &list)
	if len(list) > 0 {
		*to = list[0]
	}
	if len(list) > 1 {
		q.faults.Add(name, "too_long", "1")
	}
}

// Files takes all uploaded files of a field, each of at most limit bytes. The
// kind of a file is what its bytes say, whatever the sender claims.
func (q *Request) Files(name string, limit int64, to *[]api.File) {
	if q.err != nil || q.form == nil || q.form.MultipartForm == nil {
		return
	}
	for _, header := range q.form.MultipartForm.File[name] {
		if header.Size > limit {
			q.faults.Add(name, "file_size", strconv.FormatInt(limit, 10))
			return
		}
		part, err := header.Open()
		if err != nil {
			q.err = err
			return
		}
		data, err := io.ReadAll(part)
		_ = part.Close()
		if err != nil {
			q.err = err
			return
		}
		*to = append(*to, api.File{Field: name, Name: short(header.Filename), Type: check.Kind(data), Data: data})
	}
}
