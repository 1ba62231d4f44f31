package inspect

import (
	"bytes"
	"encoding/ascii85"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/words"
)

// keyOf is what is wrong with a file; "" for nothing.
func keyOf(t testing.TB, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	f, ok := fault.From(err).Field("file")
	if !ok {
		t.Fatalf("%v is of no file", err)
	}
	if words.Faults[f.Key] == (words.T{}) {
		t.Errorf("%s has no words", f.Key)
	}
	return f.Key
}

// A picture comes out as a picture: the right way up, and without anything
// that hung on to it.
func TestPicturesAreDrawnAnew(t *testing.T) {
	t.Parallel()
	red, green, blue, white := "r", "g", "b", "w"
	upright := []string{red, green, blue, white}
	for orientation, want := range map[uint16][]string{
		1: upright, 0: upright, 9: upright, 2: {green, red, white, blue}, 3: {blue, white, red, green}, 4: {white, blue, green, red},
		5: {red, white, blue, green}, 6: {white, red, green, blue}, 7: {blue, green, red, white}, 8: {green, blue, white, red},
	} {
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			for _, gray := range []bool{false, true} {
				drawn := scene(61, 40)
				if gray {
					drawn = grayOf(drawn)
				}
				sent := withEXIF(jpegOf(t, drawn), orientation, order)
				kept, as, err := File(sent, JPEG)
				if err != nil || as != JPEG || bytes.Contains(kept, []byte(secret)) || bytes.Contains(kept, []byte("Exif")) {
					t.Fatalf("%d: %v %s", orientation, err, as)
				}
				m, err := jpeg.Decode(bytes.NewReader(kept))
				if err != nil {
					t.Fatal(err)
				}
				if b := m.Bounds(); (b.Dx() < b.Dy()) != (orientation >= 5 && orientation <= 8) {
					t.Errorf("%d: %v", orientation, b)
				}
				if got := corners(m); !gray && strings.Join(got, "") != strings.Join(want, "") {
					t.Errorf("%d: %v, want %v", orientation, got, want)
				}
			}
		}
	}
}

func grayOf(m image.Image) image.Image {
	g := image.NewGray(m.Bounds())
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			g.Set(x, y, m.At(x, y))
		}
	}
	return g
}

// corners are the colours of a picture's corners, clockwise from the upper left.
func corners(m image.Image) []string {
	b := m.Bounds()
	var all []string
	for _, p := range []image.Point{{4, 4}, {b.Dx() - 5, 4}, {b.Dx() - 5, b.Dy() - 5}, {4, b.Dy() - 5}} {
		r, g, bl, _ := m.At(p.X, p.Y).RGBA()
		switch high := uint32(0x8000); {
		case r > high && g > high:
			all = append(all, "w")
		case r > high:
			all = append(all, "r")
		case g > high:
			all = append(all, "g")
		case bl > high:
			all = append(all, "b")
		}
	}
	return all
}

// webps are one white point without and with something clear, and 2 by 2
// drawn by another program.
const (
	opaqueWebP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
	clearWebP  = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
)

func TestWhatPicturesBecome(t *testing.T) {
	t.Parallel()
	half := image.NewNRGBA(image.Rect(0, 0, 9, 9))
	half.Set(1, 1, color.NRGBA{9, 9, 9, 90})
	opaque, _ := base64.StdEncoding.DecodeString(opaqueWebP)
	see, _ := base64.StdEncoding.DecodeString(clearWebP)
	for name, c := range map[string]struct {
		data     []byte
		kind, as string
	}{
		"png":           {pngOf(t, scene(20, 20)), PNG, PNG},
		"png, clear":    {pngOf(t, half), PNG, PNG},
		"webp":          {opaque, WebP, JPEG},
		"webp, clear":   {see, WebP, PNG},
		"jpeg, one dot": {jpegOf(t, scene(1, 1)), JPEG, JPEG},
	} {
		kept, as, err := File(c.data, c.kind)
		if err != nil || as != c.as || check.Kind(kept) != c.as {
			t.Errorf("%s: %v, %s of %s", name, err, as, check.Kind(kept))
		}
	}
	// What follows the end of a picture does not come along.
	tail := append(jpegOf(t, scene(20, 20)), "<script>alert(1)</script>"...)
	if kept, _, err := File(tail, JPEG); err != nil || bytes.Contains(kept, []byte("script")) {
		t.Errorf("%v", err)
	}
	// A picture that was packed hard hardly grows.
	noisy := image.NewGray(image.Rect(0, 0, 200, 200))
	for i := range noisy.Pix {
		noisy.Pix[i] = byte(i * i * 7)
	}
	var hard bytes.Buffer
	if err := jpeg.Encode(&hard, noisy, &jpeg.Options{Quality: 70}); err != nil {
		t.Fatal(err)
	}
	if kept, _, err := File(hard.Bytes(), JPEG); err != nil || len(kept) > hard.Len()*21/20 {
		t.Errorf("%d became %d: %v", hard.Len(), len(kept), err)
	}
}

// liars are files that are not what they say, or hold what they must not.
func liars(t testing.TB) map[string]struct {
	data      []byte
	kind, key string
} {
	picture, drawn := jpegOf(t, scene(40, 40)), pngOf(t, scene(40, 40))
	js := "<< /S /JavaScript /JS (app.alert(1)) >>"
	a85 := func(s string) []byte {
		b := make([]byte, ascii85.MaxEncodedLen(len(s)))
		return append(b[:ascii85.Encode(b, []byte(s))], "~>"...)
	}
	held := "/Type /ObjStm /N 1 /First 4 "
	type liar = struct {
		data      []byte
		kind, key string
	}
	return map[string]liar{
		"a page as a picture":        {[]byte("<html><script>alert(1)</script>"), JPEG, "file_content"},
		"a program as a document":    {[]byte("MZ\x90\x00"), PDF, "file_content"},
		"a PNG as a JPEG":            {drawn, JPEG, "file_content"},
		"a PDF as a JPEG":            {letter(), JPEG, "file_content"},
		"nothing":                    {nil, PNG, "file_content"},
		"a kind nobody looks into":   {[]byte("GIF89a"), "image/gif", "file_content"},
		"only the head of a JPEG":    {picture[:30], JPEG, "file_broken"},
		"half a JPEG's head":         {append([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF}, "x"...), JPEG, "file_broken"},
		"a PNG that breaks off":      {drawn[:len(drawn)/2], PNG, "file_broken"},
		"a WebP of nothing":          {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), WebP, "file_broken"},
		"a picture of 60,000 a side": {hugePNG(60_000, 60_000), PNG, "file_pixels"},
		"a picture of a thin line":   {hugePNG(1_000_000, 2), PNG, "file_pixels"},
		"a picture of 8,000 a side":  {hugePNG(8_000, 8_000), PNG, "file_pixels"},
		"a JPEG of 1,000 scans":      {append(picture[:len(picture)-2:len(picture)-2], bytes.Repeat([]byte{0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0}, 1000)...), JPEG, "file_broken"},

		"script":                           {letter(js), PDF, "pdf_active"},
		"script, run together":             {letter("<</S/JavaScript/JS(app.alert(1))>>"), PDF, "pdf_active"},
		"script, in numbers":               {letter("<< /S /J#61vaScript /JS (x) >>"), PDF, "pdf_active"},
		"script, all in numbers":           {letter("<< /S /#4A#61#76#61#53#63#72#69#70#74 /JS (x) >>"), PDF, "pdf_active"},
		"script as a name by itself":       {letter("<< /S 6 0 R /JS (x) >>", "/JavaScript"), PDF, "pdf_active"},
		"script at the very end":           {append(letter(), "/JavaScript"...), PDF, "pdf_active"},
		"script after the end":             {append(letter(), "\n9 0 obj "+js+" endobj"...), PDF, "pdf_active"},
		"script, packed":                   {letter(flated(held, "7 0 "+js)), PDF, "pdf_active"},
		"script, packed, without a type":   {letter(flated("/N 1 /First 4", "7 0 "+js)), PDF, "pdf_active"},
		"script, packed, said a picture":   {letter(flated(held+"/Subtype /Image", "7 0 "+js)), PDF, "pdf_active"},
		"script, packed, numbered filter":  {letter(strings.Replace(flated(held, "7 0 "+js), "/FlateDecode", "/Fl#61teDecode", 1)), PDF, "pdf_active"},
		"script, packed twice":             {letter(stream(held+"/Filter [/FlateDecode /FlateDecode]", packed(packed([]byte("7 0 "+js))))), PDF, "pdf_active"},
		"script in letters":                {letter(stream(held+"/Filter /ASCII85Decode", a85("7 0 "+js))), PDF, "pdf_active"},
		"script in letters, packed":        {letter(stream(held+"/Filter [/A85 /Fl]", a85(string(packed([]byte("7 0 "+js)))))), PDF, "pdf_active"},
		"script in digits":                 {letter(stream(held+"/Filter /ASCIIHexDecode", []byte(hex.EncodeToString([]byte("7 0 "+js))+">"))), PDF, "pdf_active"},
		"script in runs":                   {letter(stream(held+"/Filter /RunLengthDecode", append([]byte{byte(len(js) + 3)}, "7 0 "+js+"\x80"...))), PDF, "pdf_active"},
		"script in a picture":              {letter(stream(held+"/Filter /DCTDecode", picture)), PDF, "file_broken"},
		"script, told by differences":      {letter(flated(held+"/DecodeParms << /Predictor 12 /Columns 9 >>", "7 0 "+js[:9])), PDF, "file_broken"},
		"script, told who knows how":       {letter(flated(held+"/DecodeParms 9 0 R", "7 0 x")), PDF, "file_broken"},
		"filter kept elsewhere":            {letter(stream(held+"/Filter 9 0 R", packed([]byte("7 0 "+js)))), PDF, "file_broken"},
		"filter nobody knows":              {letter(stream(held+"/Filter /Baru", []byte("x"))), PDF, "file_broken"},
		"script behind a false dictionary": {letter(stream(held+"/X (1 0 obj <<) /Filter /FlateDecode", packed([]byte("7 0 "+js)))), PDF, "pdf_active"},
		"script behind a false stream":     {letter(strings.Replace(flated(held+"/X (stream\n)", "7 0 "+js), "\nstream\n", "\n%\nstream\r\n", 1)), PDF, "pdf_active"},
		"script behind many words":         {letter(stream(held+"/X ("+strings.Repeat("obj ", 20)+"1 0 obj <<%) /Filter /FlateDecode\n", packed([]byte("7 0 "+js)))), PDF, "pdf_active"},
		"script far behind a dictionary":   {letter(stream(held+"/X ("+strings.Repeat("obj ", 20_000)+"1 0 obj <<%) /Filter /FlateDecode\n", packed([]byte("7 0 "+js)))), PDF, "pdf_active"},
		"script in the deep":               {letter(stream(held+"/X "+strings.Repeat("[", 30)+"(1 0 obj <<%)"+strings.Repeat("]", 30)+" /Filter /FlateDecode\n", packed([]byte("7 0 "+js)))), PDF, "file_broken"},
		"script after a blank":             {letter(strings.Replace(flated(held, "7 0 "+js), "stream\n", "stream \n", 1)), PDF, "file_broken"},
		"script, its filter said twice":    {letter(stream(held+"/Filter /FlateDecode /Filter /ASCIIHexDecode", packed([]byte("7 0 "+js)))), PDF, "file_broken"},
		"script behind a wrong letter":     {letter(stream(held+"/Filter /ASCII85Decode", append([]byte("vvvvv"), a85("7 0 "+js)...))), PDF, "file_broken"},
		"script in a drawing":              {letter("<< /Type /3D /Subtype /U3D /OnInstantiate 9 0 R >>"), PDF, "pdf_active"},
		"a file inside, behind a remark":   {letter("<< /Type /Filespec /F (a.exe) /EF %\n << /F 9 0 R >> >>"), PDF, "pdf_files"},
		"a stream of nobody":               {append(letter(), "\nstream\nabc\nendstream"...), PDF, "file_broken"},
		"something is started":             {letter("<< /S /Launch /F (cmd.exe) >>"), PDF, "pdf_active"},
		"something is sent":                {letter("<< /S /SubmitForm /F (http://x) >>"), PDF, "pdf_active"},
		"a film":                           {letter("<< /Subtype /RichMedia >>"), PDF, "pdf_active"},
		"a form of its own":                {letter("<< /XFA [] >>"), PDF, "pdf_active"},
		"a file inside":                    {letter("<< /Type /Filespec /F (a.exe) /EF << /F 9 0 R >> >>"), PDF, "pdf_files"},
		"a file inside, elsewhere":         {letter("<< /F (a.exe) /E#46 9 0 R >>"), PDF, "pdf_files"},
		"a file pinned on":                 {letter("<< /Subtype /FileAttachment >>"), PDF, "pdf_files"},
		"a stream of another file":         {letter(stream("/F (x.bin)", nil)), PDF, "pdf_files"},
		"locked":                           {bytes.Replace(letter(), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt 5 0 R"), 1), PDF, "pdf_locked"},
		"301 pages":                        {pages(301), PDF, "pdf_pages"},
		"301 pages, packed":                {letter(flated("/Type /ObjStm /N 300 /First 4", strings.Repeat(page, 300))), PDF, "pdf_pages"},
		"a bomb":                           {letter(stream("/Filter /FlateDecode", bomb())), PDF, "pdf_large"},
		"a bomb in a bomb":                 {letter(stream("/Filter [/FlateDecode /FlateDecode]", packed(bomb()))), PDF, "pdf_large"},
	}
}

func TestLiarsAreRefused(t *testing.T) {
	t.Parallel()
	for name, c := range liars(t) {
		if _, _, err := File(c.data, c.kind); keyOf(t, err) != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
}

// What people really send passes, to the byte.
func TestDocumentsPassAsTheyAre(t *testing.T) {
	t.Parallel()
	differences := stream("/Type /XRef /W [1 2 1] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>", packed([]byte("\x02\x01\x00\x10\x00")))
	for name, data := range map[string][]byte{
		"a letter":           letter(),
		"300 pages":          pages(300),
		"objects, packed":    letter(flated("/Type /ObjStm /N 1 /First 4", "7 0 << /A (b) >>"), differences),
		"a photo":            letter(stream("/Subtype /Image /Filter /DCTDecode", jpegOf(t, scene(40, 40)))),
		"a signature":        letter("<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00ff> >>"),
		"a first page":       letter("<< /Type /Outlines /First 3 0 R /Last 3 0 R >>", stream("/Filter [/ASCII85Decode /FlateDecode]", []byte("GarW3~>"))),
		"an opening place":   letter("<< /OpenAction [3 0 R /Fit] /PageMode /UseNone >>"),
		"a link":             letter("<< /S /URI /URI (https://example.id) >>"),
		"a list of no files": letter("<< /Names << /EmbeddedFiles << /Names [ ] >> >> >>"),
		"no object":          []byte("%PDF-1.4\n%%EOF"),
	} {
		kept, as, err := File(data, PDF)
		if err != nil || as != PDF || !bytes.Equal(kept, data) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
