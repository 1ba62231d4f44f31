package inspect

import (
	"bufio"
	"compress/flate"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	tifflzw "golang.org/x/image/tiff/lzw"
)

// unpackers are the ways in which anything but a picture may be packed.
var unpackers = map[string]func(io.Reader, dict) io.Reader{
	"FlateDecode": inflate, "Fl": inflate,
	"LZWDecode": unLZW, "LZW": unLZW,
	"ASCII85Decode": un85, "A85": un85,
	"ASCIIHexDecode": unHex, "AHx": unHex,
	"RunLengthDecode": unRun, "RL": unRun,
}

// charge counts what is read through it against what the whole document may
// take.
func (s *search) charge(r io.Reader) io.Reader { return &charged{r, s} }

type charged struct {
	io.Reader
	search *search
}

// Read implements io.Reader.
func (c *charged) Read(to []byte) (int, error) {
	if c.search.left <= 0 {
		c.search.blame("pdf_large")
		return 0, io.EOF
	}
	n, err := c.Reader.Read(to)
	c.search.left -= int64(n)
	c.search.torn = c.search.torn || err != nil && !errors.Is(err, io.EOF)
	return n, err
}

// drain looks at all that a reader gives.
func (s *search) drain(r io.Reader) {
	n := names{found: s.name}
	_, _ = io.Copy(&n, r)
	n.end()
}

// inflate is the usual way. A head that is not right is passed over, as some
// readers do.
func inflate(r io.Reader, _ dict) io.Reader {
	b := bufio.NewReader(r)
	head, err := b.Peek(2)
	if err != nil {
		return b
	}
	if (int(head[0])<<8|int(head[1]))%31 == 0 && head[0]&15 == 8 && head[1]&0x20 == 0 {
		if z, err := zlib.NewReader(b); err == nil {
			return z
		}
	}
	_, _ = b.Discard(2) // they are there
	return flate.NewReader(b)
}

func unLZW(r io.Reader, d dict) io.Reader {
	if !d.early() {
		return lzw.NewReader(r, lzw.MSB, 8)
	}
	return tifflzw.NewReader(r, tifflzw.MSB, 8)
}

func un85(r io.Reader, _ dict) io.Reader { return ascii85.NewDecoder(&until{bufio.NewReader(r), '~'}) }

// until ends before a byte.
type until struct {
	*bufio.Reader
	mark byte
}

// Read implements io.Reader.
func (u *until) Read(to []byte) (int, error) {
	for n := range to {
		c, err := u.ReadByte()
		if err != nil || c == u.mark {
			if n > 0 && err == nil {
				_ = u.UnreadByte() // it was read just now
				return n, nil
			}
			return n, io.EOF
		}
		to[n] = c
	}
	return len(to), nil
}

func unHex(r io.Reader, _ dict) io.Reader { return &hexed{bufio.NewReader(r)} }

// hexed reads two digits a byte, and goes over everything between them.
type hexed struct{ r *bufio.Reader }

// Read implements io.Reader.
func (h *hexed) Read(to []byte) (int, error) {
	for n := range to {
		high, ok := h.digit()
		if !ok {
			return n, io.EOF
		}
		low, _ := h.digit() // a last digit alone has a zero after it
		to[n] = byte(high<<4 | max(low, 0))
	}
	return len(to), nil
}

func (h *hexed) digit() (v int, ok bool) {
	for {
		c, err := h.r.ReadByte()
		if err != nil || c == '>' {
			_ = h.r.UnreadByte() // it ends here, however often it is asked
			return 0, false
		}
		if v := digit(c); v >= 0 {
			return v, true
		}
	}
}

func unRun(r io.Reader, _ dict) io.Reader { return &runs{r: bufio.NewReader(r)} }

// runs reads a count and then bytes, or one byte that stands for many.
type runs struct {
	r     *bufio.Reader
	left  int
	same  bool
	again byte
}

// Read implements io.Reader.
func (u *runs) Read(to []byte) (n int, err error) {
	for n < len(to) {
		if u.left == 0 {
			c, err := u.r.ReadByte()
			if err != nil || c == 128 {
				return n, io.EOF
			}
			u.left, u.same = int(c)+1, c > 128
			if u.same {
				u.left = 257 - int(c)
				if u.again, err = u.r.ReadByte(); err != nil {
					return n, io.EOF
				}
			}
		}
		to[n] = u.again
		if !u.same {
			if to[n], err = u.r.ReadByte(); err != nil {
				return n, io.EOF
			}
		}
		n++
		u.left--
	}
	return n, nil
}
