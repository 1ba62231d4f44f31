package inspect

import (
	"bytes"
	"encoding/binary"
)

// upright is the orientation of a picture that needs no turning. There are
// eight, as EXIF counts them.
const upright = 1

// orientation is how a phone was held, from what the camera wrote beside the
// picture. What cannot be read is upright.
func orientation(data []byte, kind string) int {
	switch kind {
	case JPEG:
		return ofJPEG(data)
	case WebP:
		return ofWebP(data)
	}
	return upright
}

// ofJPEG goes from marker to marker up to the picture itself.
func ofJPEG(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		marker, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xFF { // a filling byte
			at++
			continue
		}
		if marker == 0xDA || size < 2 || at+2+size > len(data) {
			break
		}
		if part := data[at+4 : at+2+size]; marker == 0xE1 && bytes.HasPrefix(part, []byte("Exif\x00\x00")) {
			return ofTIFF(part[6:])
		}
		at += 2 + size
	}
	return upright
}

// ofWebP goes from chunk to chunk.
func ofWebP(data []byte) int {
	for at := 12; at+8 <= len(data); {
		size := int(binary.LittleEndian.Uint32(data[at+4:]))
		if size < 0 || size > len(data)-at-8 {
			break
		}
		if part := data[at+8 : at+8+size]; string(data[at:at+4]) == "EXIF" {
			return ofTIFF(bytes.TrimPrefix(part, []byte("Exif\x00\x00")))
		}
		at += 8 + size + size%2
	}
	return upright
}

// ofTIFF looks for the one entry that matters in the first directory.
func ofTIFF(b []byte) int {
	if len(b) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(b[:2]) == "MM" {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return upright
	}
	entries := int64(order.Uint16(b[at:]))
	for at += 2; entries > 0 && at+12 <= int64(len(b)); entries-- {
		const tag, short = 0x0112, 3
		if order.Uint16(b[at:]) == tag && order.Uint16(b[at+2:]) == short {
			if o := int(order.Uint16(b[at+8:])); o >= 1 && o <= 8 {
				return o
			}
			return upright
		}
		at += 12
	}
	return upright
}
