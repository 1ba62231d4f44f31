package browser

import (
	"context"
	"encoding/json"
	"syscall/js"

	"rumah/shared/api"
	"rumah/shared/fault"
)

// Caller carries calls over fetch.
type Caller struct{}

// Call implements api.Caller. A server that is not reached is the fault
// offline, whatever the browser calls it.
func (Caller) Call(ctx context.Context, call api.Call, out any) error {
	url := call.Path
	if len(call.Query) > 0 {
		url += "?" + call.Query.Encode()
	}
	headers := map[string]any{"Accept": "application/json"}
	init := map[string]any{"method": call.Method, "credentials": "same-origin", "headers": headers}
	if call.Once {
		headers["Idempotency-Key"] = once(ctx, call)
	}
	if err := body(call, init, headers); err != nil {
		return fault.From(err)
	}
	abort := window.Get("AbortController").New()
	init["signal"] = abort.Get("signal")
	file, raw := out.(*api.File)
	response, got, ok := fetch(ctx, url, init, abort, raw)
	if !ok {
		return fault.New(fault.Offline, string(fault.Offline))
	}
	if raw && response.Get("ok").Bool() {
		file.Type = response.Get("headers").Call("get", "Content-Type").String()
		file.Data = bytesOf(got)
		return nil
	}
	text := textOf(got, raw)
	if status := response.Get("status").Int(); status >= 400 {
		return failed(status, text)
	}
	if out == nil || text == "" {
		return nil
	}
	return json.Unmarshal([]byte(text), out)
}

func once(ctx context.Context, call api.Call) string {
	if call.Key != "" {
		return call.Key
	}
	if key := api.Key(ctx); key != "" {
		return key
	}
	return NewKey()
}

func body(call api.Call, init, headers map[string]any) error {
	if call.Bytes != nil {
		headers["Content-Type"] = "application/octet-stream"
		init["body"] = arrayOf(call.Bytes)
		return nil
	}
	if call.Body == nil && len(call.Files) == 0 {
		return nil
	}
	data, err := json.Marshal(call.Body)
	if err != nil {
		return err
	}
	if len(call.Files) == 0 {
		headers["Content-Type"] = "application/json"
		init["body"] = string(data)
		return nil
	}
	form := window.Get("FormData").New()
	form.Call("append", "json", string(data))
	for _, file := range call.Files {
		form.Call("append", file.Field, window.Get("Blob").New([]any{arrayOf(file.Data)}), file.Name)
	}
	init["body"] = form
	return nil
}

func failed(status int, text string) error {
	var f fault.Fault
	if json.Unmarshal([]byte(text), &f) == nil && f.Code != "" {
		return &f
	}
	return fault.OfStatus(status)
}

func arrayOf(data []byte) js.Value {
	array := window.Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

func bytesOf(buffer js.Value) []byte {
	array := window.Get("Uint8Array").New(buffer)
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}

// textOf is what fetch got, as text.
func textOf(got js.Value, raw bool) string {
	if raw {
		return string(bytesOf(got))
	}
	return got.String()
}

// fetch waits for a whole answer, as text or raw; ok is false when there was
// none.
func fetch(ctx context.Context, url string, init map[string]any, abort js.Value, raw bool) (response, whole js.Value, ok bool) {
	kind := "text"
	if raw {
		kind = "arrayBuffer"
	}
	done := make(chan bool, 1)
	var got, read, lost js.Func
	got = js.FuncOf(func(_ js.Value, args []js.Value) any {
		response = args[0]
		return response.Call(kind)
	})
	read = js.FuncOf(func(_ js.Value, args []js.Value) any {
		whole = args[0]
		done <- true
		return nil
	})
	lost = js.FuncOf(func(js.Value, []js.Value) any {
		done <- false
		return nil
	})
	release := func() { got.Release(); read.Release(); lost.Release() }
	window.Call("fetch", url, init).Call("then", got).Call("then", read).Call("catch", lost)
	select {
	case ok = <-done:
	case <-ctx.Done():
		abort.Call("abort")
		<-done
	}
	release()
	return response, whole, ok
}
