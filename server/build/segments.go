package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// The linker leaves out every run of eight zeros, and gives what follows an
// address of its own: a hundred thousand pieces of memory, the most a browser
// takes. Unpacked that spares a megabyte. Packed, where zeros cost nothing,
// the addresses are 0.13 MB over the wire, and the phone lays every piece.
// joined lays the same memory in a few pieces.
const (
	sectionData = 11
	zerosAtMost = 128 // longer runs, as unused pages, stay left out
)

var errModule = errors.New("not a WebAssembly module as Go's linker writes it")

// joined is a module whose pieces of memory that almost touch are one.
func joined(module []byte) ([]byte, error) {
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errModule
	}
	out := bytes.NewBuffer(make([]byte, 0, len(module)+len(module)/8))
	out.Write(module[:8])
	for in := (reader{rest: module[8:]}); len(in.rest) > 0; {
		kind, body := in.byte(), in.bytes()
		if kind == sectionData {
			pieces, err := readPieces(body)
			if err != nil {
				return nil, err
			}
			body = join(pieces).encode()
		}
		if in.broken {
			return nil, errModule
		}
		out.WriteByte(kind)
		out.Write(binary.AppendUvarint(nil, uint64(len(body))))
		out.Write(body)
	}
	return out.Bytes(), nil
}

// piece is what memory holds from an address on.
type piece struct {
	at   uint64
	data []byte
}

func (p piece) end() uint64 { return p.at + uint64(len(p.data)) }

type pieces []piece

// join keeps the order of the linker, which packs a little better than one by
// address.
func join(all pieces) pieces {
	var few pieces
	for _, next := range all {
		n := len(few) - 1
		if n < 0 || !few[n].reaches(next) || few.hold(few[n].end(), next.at) {
			few = append(few, piece{next.at, bytes.Clone(next.data)})
			continue
		}
		zeros := make([]byte, next.at-few[n].end())
		few[n].data = append(append(few[n].data, zeros...), next.data...)
	}
	return few
}

// reaches tells that hardly anything lies between two pieces.
func (p piece) reaches(next piece) bool {
	return p.end() <= next.at && next.at-p.end() <= zerosAtMost
}

// hold tells that a stretch of memory is not all zeros.
func (all pieces) hold(from, to uint64) bool {
	return slices.ContainsFunc(all, func(p piece) bool { return p.at < to && from < p.end() })
}

// A piece is written as memory 0, `i32.const` with its address, `end`, and
// what it holds.
const memory, i32Const, end = 0, 0x41, 0x0b

func readPieces(section []byte) (pieces, error) {
	in := reader{rest: section}
	var all pieces
	for n := in.uint(); n > 0 && !in.broken; n-- {
		in.expect(memory)
		in.expect(i32Const)
		at := in.uint() // written signed, which for what is not negative reads the same
		in.expect(end)
		all = append(all, piece{at, in.bytes()})
	}
	if in.broken || len(in.rest) > 0 {
		return nil, errModule
	}
	return all, nil
}

func (all pieces) encode() []byte {
	section := binary.AppendUvarint(nil, uint64(len(all)))
	for _, p := range all {
		section = append(section, memory, i32Const)
		section = appendSigned(section, p.at)
		section = append(section, end)
		section = binary.AppendUvarint(section, uint64(len(p.data)))
		section = append(section, p.data...)
	}
	return section
}

// appendSigned writes a number where a signed one is read: its last byte must
// leave the bit of the sign free.
func appendSigned(to []byte, n uint64) []byte {
	for ; n >= 1<<6; n >>= 7 {
		to = append(to, byte(n)|0x80)
	}
	return append(to, byte(n))
}

// reader takes a module apart; what is missing makes it broken.
type reader struct {
	rest   []byte
	broken bool
}

func (r *reader) byte() byte {
	if len(r.rest) == 0 {
		r.broken = true
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *reader) expect(b byte) {
	if r.byte() != b {
		r.broken = true
	}
}

func (r *reader) uint() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.broken, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// bytes are as many as the number before them says.
func (r *reader) bytes() []byte {
	n := r.uint()
	if n > uint64(len(r.rest)) {
		r.broken, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}
