package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

	form    *multipart.Form // nil when the body is none
	parts   map[string]bool // parts the operation knows
	uploads []api.File
}

func newRequest(w http.ResponseWriter, r *http.Request, op Operation) *Request {
	q := &Request{w: w, r: r, op: op, asked: map[string]bool{}, parts: map[string]bool{}}
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
	q.unknown(q.asked, slices.Collect(maps.Keys(q.query)))
	if q.form != nil {
		q.unknown(q.parts, append(slices.Collect(maps.Keys(q.form.Value)), slices.Collect(maps.Keys(q.form.File))...))
	}
	if err := q.faults.Err(); err != nil {
		return err
	}
	if c, ok := in.(interface{ Check() error }); ok {
		return c.Check()
	}
	return nil
}

// unknown refuses the names that nobody asked for.
func (q *Request) unknown(known map[string]bool, names []string) {
	slices.Sort(names)
	for _, name := range names {
		if !known[name] {
			q.faults.Add(short(name), "unknown_field", "")
		}
	}
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
	if !q.is("application/json") {
		q.refuseType()
		return
	}
	q.decode(http.MaxBytesReader(q.w, q.r.Body, q.op.Limit), to)
}

func (q *Request) is(kind string) bool {
	sent, _, err := mime.ParseMediaType(q.r.Header.Get("Content-Type"))
	return err == nil && sent == kind
}

func (q *Request) refuseType() {
	q.err, q.status = fault.New(fault.Invalid, "media_type"), http.StatusUnsupportedMediaType
}

// deepest is how far a body may be nested. No contract comes near; rules of
// types that hold themselves would go down a hostile one level by level.
const deepest = 32

func (q *Request) decode(body io.Reader, to any) {
	data, err := io.ReadAll(body)
	switch {
	case err != nil:
		q.err = unreadable(err)
		return
	case !utf8.Valid(data): // the decoder would put marks in place of what it cannot read
		q.err = fault.Wrong(fault.Field{Name: "json", Key: "characters"})
		return
	case depth(data) > deepest:
		q.err = unreadable(nil)
		return
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		q.err = unreadable(err)
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		q.err = unreadable(err)
	}
}

// depth is how far JSON is nested.
func depth(data []byte) int {
	level, most, text := 0, 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case text && c == '\\':
			i++
		case c == '"':
			text = !text
		case !text && (c == '{' || c == '['):
			level++
			most = max(most, level)
		case !text && (c == '}' || c == ']'):
			level--
		}
	}
	return most
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

// Raw takes a body that is bytes and nothing else.
func (q *Request) Raw(to *[]byte) {
	if !q.is("application/octet-stream") {
		q.refuseType()
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(q.w, q.r.Body, q.op.Limit))
	if err != nil {
		q.err = unreadable(err)
		return
	}
	*to = data
}

// Form takes a multipart body whose part "json" is the input, or plain JSON
// when there are no files. Parts that nobody asked for are refused.
func (q *Request) Form(to any) {
	if q.is("application/json") {
		q.JSON(to)
		return
	}
	if !q.is("multipart/form-data") {
		q.refuseType()
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
	q.form, q.parts["json"] = q.r.MultipartForm, true
	if values := q.form.Value["json"]; len(values) > 0 {
		q.decode(strings.NewReader(values[0]), to)
	}
}

// File takes one uploaded file.
func (q *Request) File(name string, to *api.File) {
	var list []api.File
	q.Files(name, &list)
	if len(list) > 0 {
		*to = list[0]
	}
	if len(list) > 1 {
		q.faults.Add(name, "too_long", "1")
	}
}

// Files takes all uploaded files of a field. The kind of a file is what its
// bytes say, whatever the sender claims. The limit of the operation has
// bounded them together; the rules of the input bound each.
func (q *Request) Files(name string, to *[]api.File) {
	q.parts[name] = true
	if q.err != nil || q.form == nil {
		return
	}
	for _, header := range q.form.File[name] {
		part, err := header.Open()
		if err != nil {
			q.err = fmt.Errorf("open upload: %w", err)
			return
		}
		data, err := io.ReadAll(part)
		_ = part.Close()
		if err != nil {
			q.err = fmt.Errorf("read upload: %w", err)
			return
		}
		*to = append(*to, api.File{Field: name, Name: short(header.Filename), Type: check.Kind(data), Data: data})
	}
	q.uploads = append(q.uploads, *to...)
}
