package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"rumah/shared/api"
	"rumah/shared/fault"
)

// HTTP carries calls of a generated client over net/http, for tests and for
// partners who write Go.
type HTTP struct {
	Base   string // "https://host"
	Client *http.Client
	Header http.Header // sent with every call
}

// Call implements api.Caller.
func (c HTTP) Call(ctx context.Context, call api.Call, out any) error {
	body, kind, err := encode(call)
	if err != nil {
		return fault.From(err)
	}
	address := c.Base + call.Path
	if len(call.Query) > 0 {
		address += "?" + call.Query.Encode()
	}
	r, err := http.NewRequestWithContext(ctx, call.Method, address, body)
	if err != nil {
		return fault.From(err)
	}
	for name, values := range c.Header {
		r.Header[name] = values
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	if call.Once {
		r.Header.Set(KeyHeader, call.Key)
	}
	answer, err := c.Client.Do(r)
	if err != nil {
		return fault.Wrap(err, fault.Offline, "offline")
	}
	defer answer.Body.Close()
	if answer.StatusCode >= http.StatusBadRequest {
		return faultOf(answer)
	}
	if file, ok := out.(*api.File); ok {
		return read(answer, file)
	}
	if out == nil || answer.StatusCode == http.StatusNoContent {
		return nil
	}
	if err := json.NewDecoder(answer.Body).Decode(out); err != nil {
		return fault.From(fmt.Errorf("read answer of %s: %w", call.Operation, err))
	}
	return nil
}

// read takes an answer that is a file.
func read(answer *http.Response, to *api.File) (err error) {
	if to.Data, err = io.ReadAll(answer.Body); err != nil {
		return fault.Wrap(err, fault.Offline, "offline")
	}
	to.Type = answer.Header.Get("Content-Type")
	if _, params, err := mime.ParseMediaType(answer.Header.Get("Content-Disposition")); err == nil {
		to.Name = params["filename"]
	}
	return nil
}

func faultOf(answer *http.Response) error {
	var f fault.Fault
	if json.NewDecoder(answer.Body).Decode(&f) == nil && f.Code != "" {
		return &f
	}
	return fault.OfStatus(answer.StatusCode)
}

func encode(call api.Call) (io.Reader, string, error) {
	if call.Bytes != nil {
		return bytes.NewReader(call.Bytes), "application/octet-stream", nil
	}
	if call.Body == nil && len(call.Files) == 0 {
		return nil, "", nil
	}
	data, err := json.Marshal(call.Body)
	if err != nil {
		return nil, "", err
	}
	if len(call.Files) == 0 {
		return bytes.NewReader(data), "application/json", nil
	}
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	if err := form.WriteField("json", string(data)); err != nil {
		return nil, "", err
	}
	for _, file := range call.Files {
		part, err := form.CreateFormFile(file.Field, file.Name)
		if err != nil {
			return nil, "", err
		}
		if _, err := part.Write(file.Data); err != nil {
			return nil, "", err
		}
	}
	return &b, form.FormDataContentType(), form.Close()
}
