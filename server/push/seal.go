package push

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// MostPayload is the longest payload in bytes: what fits into one record of
// 4,096 bytes, the least that push services take.
const MostPayload = 4096 - overhead

const (
	saltSize, keySize, tagSize = 16, 65, 16
	headerSize                 = saltSize + 4 + 1 + keySize
	// overhead is the header of RFC 8188 with a key, the tag of the cipher and
	// the byte that ends the text.
	overhead = headerSize + tagSize + 1
)

// record is the size of the record for a payload. Sizes come in steps, so
// that they tell little of what is inside.
func record(payload int) int {
	for size := 512; ; size *= 2 {
		if size >= payload+overhead {
			return size
		}
	}
}

// envelope is what one encryption is made of beside the text.
type envelope struct {
	to   *ecdh.PublicKey // of the browser
	auth []byte          // secret that the browser gave with it
	from *ecdh.PrivateKey
	salt []byte
	size int // of the record, as its header says
	pad  int // zeros after the text
}

// seal encrypts a text for a browser: with a key and a salt of its own
// (RFC 8291), as one record (RFC 8188) that is filled to its size.
func seal(text []byte, to *ecdh.PublicKey, auth []byte) ([]byte, error) {
	from, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	e := envelope{to: to, auth: auth, from: from, salt: make([]byte, saltSize), size: record(len(text))}
	_, _ = rand.Read(e.salt) // never fails
	e.pad = e.size - overhead - len(text)
	return e.seal(text)
}

func (e envelope) seal(text []byte) ([]byte, error) {
	secret, err := e.from.ECDH(e.to)
	if err != nil {
		return nil, fmt.Errorf("agree on a secret: %w", err)
	}
	sender := e.from.PublicKey().Bytes()
	ikm, err := hkdf.Key(sha256.New, secret, e.auth, "WebPush: info\x00"+string(e.to.Bytes())+string(sender), 32)
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	gcm, nonce, err := content(ikm, e.salt)
	if err != nil {
		return nil, err
	}
	body := make([]byte, headerSize, headerSize+len(text)+1+e.pad+tagSize)
	copy(body, e.salt)
	binary.BigEndian.PutUint32(body[saltSize:], uint32(e.size))
	body[saltSize+4] = keySize
	copy(body[saltSize+5:], sender)
	plain := body[headerSize : headerSize+len(text)+1+e.pad]
	copy(plain, text)
	plain[len(text)] = 2 // ends the last record
	return gcm.Seal(body, nonce, plain, nil), nil
}

// content is the cipher of RFC 8188 and its nonce for the first record.
func content(ikm, salt []byte) (cipher.AEAD, []byte, error) {
	secret, err := hkdf.Extract(sha256.New, ikm, salt)
	if err != nil {
		return nil, nil, fmt.Errorf("derive a key: %w", err)
	}
	key, err := hkdf.Expand(sha256.New, secret, "Content-Encoding: aes128gcm\x00", 16)
	if err != nil {
		return nil, nil, fmt.Errorf("derive a key: %w", err)
	}
	nonce, err := hkdf.Expand(sha256.New, secret, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, nil, fmt.Errorf("derive a nonce: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil, fmt.Errorf("make a cipher: %w", err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, nil, fmt.Errorf("make a cipher: %w", err)
	}
	return gcm, nonce, nil
}
