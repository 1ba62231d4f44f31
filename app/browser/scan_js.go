package browser

import (
	"errors"
	"syscall/js"
)

// CanScan reports whether this browser reads QR codes by itself.
func CanScan() bool {
	media := window.Get("navigator").Get("mediaDevices")
	return window.Get("BarcodeDetector").Truthy() && media.Truthy() && media.Get("getUserMedia").Truthy()
}

// scanning ends the camera that is open.
var scanning func()

// Scan opens the camera in a video element and looks for a QR code until one
// is found, or StopScan. Both are told from a goroutine; fail when there is no
// camera, or none is allowed.
func Scan(video string, found func(text string), fail func()) {
	StopScan()
	on := true
	scanning = func() { on = false }
	go func() {
		stream, err := await(window.Get("navigator").Get("mediaDevices").Call("getUserMedia", map[string]any{"video": map[string]any{"facingMode": "environment"}}))
		if err != nil {
			fail()
			return
		}
		tracks := stream.Call("getTracks")
		defer func() {
			for i := range tracks.Length() {
				tracks.Index(i).Call("stop")
			}
		}()
		view := document.Call("getElementById", video)
		if !view.Truthy() {
			return
		}
		view.Set("srcObject", stream)
		if _, err := await(view.Call("play")); err != nil {
			fail()
			return
		}
		reader := window.Get("BarcodeDetector").New(map[string]any{"formats": []any{"qr_code"}})
		for on {
			if hits, err := await(reader.Call("detect", view)); err == nil && hits.Length() > 0 && on {
				found(hits.Index(0).Get("rawValue").String())
				return
			}
			pause(200)
		}
	}()
}

// StopScan closes the camera.
func StopScan() {
	if scanning != nil {
		scanning()
		scanning = nil
	}
}

// pause waits for some milliseconds.
func pause(ms int) {
	done := make(chan struct{})
	wake := js.FuncOf(func(js.Value, []js.Value) any {
		close(done)
		return nil
	})
	defer wake.Release()
	window.Call("setTimeout", wake, ms)
	<-done
}

// CanHash reports whether this browser reckons hashes; it does where it trusts
// the connection.
func CanHash() bool {
	crypto := window.Get("crypto")
	return crypto.Truthy() && crypto.Get("subtle").Truthy()
}

// Hash is the SHA-256 of the file that was chosen in a field, in hexadecimal.
// It empties the field.
func Hash(field string) (string, error) {
	input := document.Call("getElementById", field)
	if !input.Truthy() || input.Get("files").Length() == 0 {
		return "", errors.New("no file was chosen")
	}
	file := input.Get("files").Index(0)
	defer input.Set("value", "")
	buffer, err := await(file.Call("arrayBuffer"))
	if err != nil {
		return "", err
	}
	sum, err := await(window.Get("crypto").Get("subtle").Call("digest", "SHA-256", buffer))
	if err != nil {
		return "", err
	}
	const digits = "0123456789abcdef"
	var text []byte
	for _, b := range bytesOf(sum) {
		text = append(text, digits[b>>4], digits[b&15])
	}
	return string(text), nil
}
