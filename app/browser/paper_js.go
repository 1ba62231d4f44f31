package browser

import (
	"errors"
	"math"
	"slices"
	"strings"
	"syscall/js"
)

// papers is the store of files that are not sent yet. The worker knows its
// name too: it goes with whoever was signed in.
const papers = "berkas"

func paperPath(key string) string { return "/berkas-lokal/" + key }

// Choose keeps the files that were chosen in a field and empties it. Pictures
// are made smaller first, as far as accept allows. each is told of every file
// that is kept, fail of one that could not be; both from a goroutine.
func Choose(field string, most int, accept []string, each func(Paper), fail func(name string)) {
	input := document.Call("getElementById", field)
	if !input.Truthy() {
		return
	}
	var chosen []js.Value
	list := input.Get("files")
	for i := range min(list.Length(), most) {
		chosen = append(chosen, list.Index(i))
	}
	input.Set("value", "")
	go func() {
		for _, file := range chosen {
			name := file.Get("name").String()
			p, err := take(file, accept)
			if err != nil {
				fail(name)
				continue
			}
			each(p)
		}
	}()
}

// take makes a picture smaller and keeps the file.
func take(file js.Value, accept []string) (Paper, error) {
	p := Paper{Key: NewKey(), Name: file.Get("name").String(), Type: file.Get("type").String(), Size: int64(file.Get("size").Float())}
	if strings.HasPrefix(p.Type, "image/") {
		if small, ok := shrink(file, &p, slices.Contains(accept, "image/jpeg")); ok {
			file = small
			p.Type, p.Size = "image/jpeg", int64(file.Get("size").Float())
			p.Name = strings.TrimSuffix(p.Name, extension(p.Name)) + ".jpg"
		}
	}
	store := window.Get("caches")
	if !store.Truthy() {
		return p, errors.New("nothing can be kept here")
	}
	cache, err := await(store.Call("open", papers))
	if err == nil {
		_, err = await(cache.Call("put", paperPath(p.Key), window.Get("Response").New(file)))
	}
	return p, err
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}

// mostPixels of the longer side of a picture: an A4 page can be read well.
const mostPixels = 2200

// shrink looks at a picture, and draws it smaller where that saves anything.
func shrink(file js.Value, p *Paper, jpeg bool) (small js.Value, ok bool) {
	bitmap, err := await(window.Call("createImageBitmap", file, map[string]any{"imageOrientation": "from-image"}))
	if err != nil {
		return small, false // not a picture to this browser: the server says what it is
	}
	defer bitmap.Call("close")
	p.Wide, p.High = bitmap.Get("width").Int(), bitmap.Get("height").Int()
	p.Blurred = look(bitmap, p.Wide, p.High) < blurred
	scale := math.Min(1, mostPixels/float64(max(p.Wide, p.High)))
	if !jpeg || scale == 1 && p.Size < 700_000 {
		return small, false
	}
	canvas := draw(bitmap, int(float64(p.Wide)*scale), int(float64(p.High)*scale))
	made := make(chan js.Value, 1)
	ready := js.FuncOf(func(_ js.Value, args []js.Value) any {
		made <- first(args)
		return nil
	})
	defer ready.Release()
	canvas.Call("toBlob", ready, "image/jpeg", 0.82)
	small = <-made
	return small, small.Truthy() && int64(small.Get("size").Float()) < p.Size
}

func draw(bitmap js.Value, wide, high int) js.Value {
	canvas := document.Call("createElement", "canvas")
	canvas.Set("width", max(wide, 1))
	canvas.Set("height", max(high, 1))
	brush := canvas.Call("getContext", "2d")
	brush.Set("fillStyle", "#fff") // what was transparent becomes paper
	brush.Call("fillRect", 0, 0, wide, high)
	brush.Call("drawImage", bitmap, 0, 0, wide, high)
	return canvas
}

// look is how sharp a picture is, at a size at which letters are a few pixels.
func look(bitmap js.Value, wide, high int) float64 {
	const size = 512
	scale := math.Min(1, size/float64(max(wide, high, 1)))
	w, h := max(int(float64(wide)*scale), 1), max(int(float64(high)*scale), 1)
	data := draw(bitmap, w, h).Call("getContext", "2d").Call("getImageData", 0, 0, w, h).Get("data")
	rgba := make([]byte, data.Length())
	js.CopyBytesToGo(rgba, window.Get("Uint8Array").New(data.Get("buffer")))
	return sharpness(rgba, w, h)
}

// PaperPiece is a part of a file that is kept; an error when it is gone.
func PaperPiece(key string, at, size int64) ([]byte, error) {
	hit, err := await(window.Get("caches").Call("match", paperPath(key), map[string]any{"cacheName": papers}))
	if err != nil {
		return nil, err
	}
	if !hit.Truthy() {
		return nil, errors.New("the file is gone")
	}
	blob, err := await(hit.Call("blob"))
	if err != nil {
		return nil, err
	}
	buffer, err := await(blob.Call("slice", at, at+size).Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	return bytesOf(buffer), nil
}

// DropPaper forgets a file.
func DropPaper(key string) {
	go func() {
		if cache, err := await(window.Get("caches").Call("open", papers)); err == nil {
			_, _ = await(cache.Call("delete", paperPath(key)))
		}
	}()
}

// dropPapers forgets all files of whoever was signed in.
func dropPapers() {
	if store := window.Get("caches"); store.Truthy() {
		store.Call("delete", papers)
	}
}
