package browser

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"syscall/js"

	"rumah/shared/fault"
)

// Passkeys reports whether this browser can keep keys.
func Passkeys() bool {
	return window.Get("PublicKeyCredential").Truthy() && window.Get("navigator").Get("credentials").Truthy()
}

// CreatePasskey makes a key as the server's options want it and returns the
// credential as JSON; "" when the person thought better of it. It waits for
// them, so it runs in the background.
func CreatePasskey(options string) (string, error) {
	return passkey("create", "parseCreationOptionsFromJSON", options)
}

// GetPasskey lets the person use one of their keys; else as CreatePasskey.
func GetPasskey(options string) (string, error) {
	return passkey("get", "parseRequestOptionsFromJSON", options)
}

func passkey(do, parse, options string) (answer string, err error) {
	defer func() {
		// What JavaScript throws at once, a browser that does not like the
		// options for example, is an answer too and not our end.
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			answer, err = "", refused(thrown)
		default:
			panic(thrown)
		}
	}()
	if !Passkeys() {
		return "", refused(errors.New("no passkeys here"))
	}
	public, err := publicKey(parse, options)
	if err != nil {
		return "", refused(err)
	}
	credential, err := await(window.Get("navigator").Get("credentials").Call(do, map[string]any{"publicKey": public}))
	var thrown js.Error
	switch {
	case errors.As(err, &thrown) && quiet(thrown.Get("name").String()):
		return "", nil
	case err != nil:
		return "", refused(err)
	case !credential.Truthy():
		return "", nil
	}
	text, err := json.Marshal(credentialJSON(credential))
	return string(text), err
}

func refused(cause error) error { return fault.Wrap(cause, fault.Denied, "passkey_refused") }

// quiet are the names of what browsers throw when somebody closes the
// question or lets it go by.
func quiet(name string) bool { return name == "NotAllowedError" || name == "AbortError" }

// publicKey turns the server's JSON into what the browser takes: by the
// browser's own function where it has one, else by hand.
func publicKey(parse, options string) (js.Value, error) {
	var shape struct {
		PublicKey map[string]any `json:"publicKey"`
	}
	if err := json.Unmarshal([]byte(options), &shape); err != nil {
		return js.Undefined(), err
	}
	if own := window.Get("PublicKeyCredential"); own.Get(parse).Truthy() {
		return own.Call(parse, js.ValueOf(shape.PublicKey)), nil
	}
	p := shape.PublicKey
	binary(p, "challenge")
	if user, ok := p["user"].(map[string]any); ok {
		binary(user, "id")
	}
	for _, list := range []string{"excludeCredentials", "allowCredentials"} {
		items, _ := p[list].([]any)
		for _, item := range items {
			if known, ok := item.(map[string]any); ok {
				binary(known, "id")
			}
		}
	}
	return js.ValueOf(p), nil
}

// binary turns one base64url text of m into bytes.
func binary(m map[string]any, key string) {
	text, ok := m[key].(string)
	if !ok {
		return
	}
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return
	}
	bytes := window.Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	m[key] = bytes
}

// credentialJSON is the toJSON of a credential, made by hand because not
// every browser has it.
func credentialJSON(c js.Value) map[string]any {
	response := c.Get("response")
	answer := map[string]any{}
	for _, name := range []string{"clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"} {
		if data := response.Get(name); data.Truthy() {
			answer[name] = text64(data)
		}
	}
	if response.Get("getTransports").Truthy() {
		list := response.Call("getTransports")
		transports := make([]string, list.Length())
		for i := range transports {
			transports[i] = list.Index(i).String()
		}
		answer["transports"] = transports
	}
	all := map[string]any{
		"id": c.Get("id").String(), "rawId": text64(c.Get("rawId")), "type": c.Get("type").String(),
		"response": answer, "clientExtensionResults": map[string]any{},
	}
	if where := c.Get("authenticatorAttachment"); where.Truthy() {
		all["authenticatorAttachment"] = where.String()
	}
	return all
}

// text64 is an ArrayBuffer as base64url without padding.
func text64(buffer js.Value) string {
	bytes := window.Get("Uint8Array").New(buffer)
	data := make([]byte, bytes.Length())
	js.CopyBytesToGo(data, bytes)
	return base64.RawURLEncoding.EncodeToString(data)
}

// await waits for a promise. What it throws comes back as js.Error.
func await(promise js.Value) (js.Value, error) {
	type end struct {
		value js.Value
		err   error
	}
	done := make(chan end, 1)
	kept := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- end{value: first(args)}
		return nil
	})
	broken := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- end{err: js.Error{Value: first(args)}}
		return nil
	})
	defer kept.Release()
	defer broken.Release()
	promise.Call("then", kept, broken)
	e := <-done
	return e.value, e.err
}

func first(args []js.Value) js.Value {
	if len(args) == 0 {
		return js.Undefined()
	}
	return args[0]
}
