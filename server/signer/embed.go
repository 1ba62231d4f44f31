package signer

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"time"
	"unicode/utf16"
)

// room is how many bytes a signature may have: its place must be there before
// it is made.
const room = 4096

var (
	errForm  = errors.New("signer: not a PDF of ours")
	trailers = regexp.MustCompile(`(?s)trailer\s*<<\s*/Size (\d+)\s*/Root (\d+) 0 R\s*(/Info \d+ 0 R)?\s*>>\s*startxref\s*(\d+)\s*%%EOF\s*$`)
	pages    = regexp.MustCompile(`(?s)\n(\d+) 0 obj\s*<<(/Type /Page\s.*?)>>\s*endobj`)
)

// embed adds a signature to a PDF that package letter drew, as a change after
// its end, so that not a byte before is touched. sign is given what the
// signature is of.
func embed(pdf []byte, name, reason string, at time.Time, sign func(parts ...[]byte) ([]byte, error)) ([]byte, error) {
	m := trailers.FindSubmatch(pdf)
	if m == nil {
		return nil, errForm
	}
	size, root, before := number(m[1]), number(m[2]), number(m[4])
	catalogue := object(pdf, root)
	page := pages.FindSubmatch(pdf)
	if catalogue == nil || page == nil || bytes.Contains(catalogue, []byte("/AcroForm")) || bytes.Contains(page[2], []byte("/Annots")) {
		return nil, errForm
	}
	field, signature := size, size+1
	u := &update{out: bytes.NewBuffer(bytes.Clone(pdf)), at: map[int]int{}}
	u.object(number(page[1]), "<<%s/Annots [%d 0 R]>>", page[2], field)
	u.object(root, "<<%s/AcroForm <</Fields [%d 0 R] /SigFlags 3>>>>", catalogue, field)
	u.object(field, "<</Type /Annot /Subtype /Widget /FT /Sig /T (Tanda tangan) /Rect [0 0 0 0] /F 132 /P %d 0 R /V %d 0 R>>", number(page[1]), signature)
	const open = "/ByteRange [0 %10d %10d %10d]"
	u.object(signature, "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name %s /Reason %s /M (D:%s) "+open+" /Contents <%s>>>",
		text(name), text(reason), at.UTC().Format("20060102150405Z"), 0, 0, 0, bytes.Repeat([]byte("0"), room*2))
	u.end(size+2, root, m[3], before)
	return fill(u.out.Bytes(), open, sign)
}

// fill writes which bytes are signed, and the signature between them.
func fill(pdf []byte, open string, sign func(parts ...[]byte) ([]byte, error)) ([]byte, error) {
	empty := fmt.Sprintf(open, 0, 0, 0)
	ranges := bytes.LastIndex(pdf, []byte(empty))
	from := bytes.LastIndex(pdf, []byte("/Contents <")) + len("/Contents ")
	to := from + room*2 + 2
	copy(pdf[ranges:], fmt.Sprintf(open, from, to, len(pdf)-to))
	der, err := sign(pdf[:from], pdf[to:])
	switch {
	case err != nil:
		return nil, err
	case len(der) > room:
		return nil, fmt.Errorf("a signature of %d bytes has no room", len(der))
	}
	hex.Encode(pdf[from+1:], der)
	return pdf, nil
}

// update is what comes after the end of a PDF.
type update struct {
	out   *bytes.Buffer
	at    map[int]int
	order []int
}

func (u *update) object(n int, format string, args ...any) {
	u.at[n], u.order = u.out.Len(), append(u.order, n)
	fmt.Fprintf(u.out, "%d 0 obj\n"+format+"\nendobj\n", append([]any{n}, args...)...)
}

func (u *update) end(size, root int, info []byte, before int) {
	table := u.out.Len()
	u.out.WriteString("xref\n")
	for _, n := range u.order {
		fmt.Fprintf(u.out, "%d 1\n%010d 00000 n \n", n, u.at[n])
	}
	fmt.Fprintf(u.out, "trailer\n<</Size %d /Root %d 0 R %s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", size, root, info, before, table)
}

// object is what stands between the outermost marks of a dictionary.
func object(pdf []byte, n int) []byte {
	head := []byte("\n" + strconv.Itoa(n) + " 0 obj\n<<")
	from := bytes.LastIndex(pdf, head)
	if from < 0 {
		return nil
	}
	from += len(head)
	to := bytes.Index(pdf[from:], []byte("endobj"))
	if to < 0 {
		return nil
	}
	return bytes.TrimSuffix(bytes.TrimSpace(pdf[from:from+to]), []byte(">>"))
}

func number(digits []byte) int {
	n, _ := strconv.Atoi(string(digits)) // the expression has seen that it is one
	return n
}

// text is one as PDF takes any letters: in hexadecimal UTF-16.
func text(s string) []byte {
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", unit)
	}
	return append(b, '>')
}
