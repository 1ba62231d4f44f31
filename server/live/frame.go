package live

import (
	"encoding/binary"
	"encoding/json"
	"fmt"

	"rumah/shared/fault"
	"rumah/shared/live"
)

// packet is a frame of RFC 6455 as it goes over the wire, made once and given
// to every socket. A server does not mask, so all get the same bytes; nobody
// writes into them.
type packet []byte

const (
	final     = 0x80
	textFrame = final | 0x1
	endFrame  = final | 0x8
	pingFrame = final | 0x9
)

// beat asks the other side whether it is there; browsers answer by themselves.
var beat = packet{pingFrame, 0}

// pack puts the header of a text frame before a body.
func pack(body []byte) packet {
	p := make(packet, 0, len(body)+10)
	p = append(p, textFrame)
	switch n := len(body); {
	case n < 126:
		p = append(p, byte(n))
	case n < 1<<16:
		p = binary.BigEndian.AppendUint16(append(p, 126), uint16(n))
	default:
		p = binary.BigEndian.AppendUint64(append(p, 127), uint64(n))
	}
	return append(p, body...)
}

// packFrame marshals what is said about a topic.
func packFrame(f *live.Frame) (packet, error) {
	body, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("marshal a frame of %s: %w", f.Topic, err)
	}
	return pack(body), nil
}

// packFault says that a topic is not followed.
func packFault(topic string, f *fault.Fault) packet {
	p, err := packFrame(&live.Frame{Topic: topic, Fault: f})
	if err != nil {
		return pack([]byte(`{"x":{"code":"broken","key":"broken"}}`))
	}
	return p
}

// pong answers a phone that asks whether we are here.
var pong = pack([]byte("{}"))

// packEnd is the frame that ends a socket.
func packEnd(end live.End) packet {
	return binary.BigEndian.AppendUint16(packet{endFrame, 2}, uint16(end))
}
