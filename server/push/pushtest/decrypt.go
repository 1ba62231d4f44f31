package pushtest

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// Decrypt is what the house said (RFC 8291 section 3.4).
func (b *Browser) Decrypt(body []byte) ([]byte, error) {
	return Decode(body, func(sender []byte) ([]byte, error) {
		from, err := ecdh.P256().NewPublicKey(sender)
		if err != nil {
			return nil, fmt.Errorf("the sender's key: %w", err)
		}
		secret, err := b.key.ECDH(from)
		if err != nil {
			return nil, fmt.Errorf("agree on a secret: %w", err)
		}
		return hkdf.Key(sha256.New, secret, b.auth, "WebPush: info\x00"+string(b.key.PublicKey().Bytes())+string(sender), 32)
	})
}

// Decode reads a body of records (RFC 8188 section 2) with the key that
// belongs to what its header names.
func Decode(body []byte, keyOf func(name []byte) ([]byte, error)) ([]byte, error) {
	if len(body) < 21 || len(body) < 21+int(body[20]) {
		return nil, errors.New("shorter than its header")
	}
	salt, size, name, sealed := body[:16], int(binary.BigEndian.Uint32(body[16:20])), body[21:21+int(body[20])], body[21+int(body[20]):]
	if size < 18 {
		return nil, fmt.Errorf("records of %d bytes", size)
	}
	ikm, err := keyOf(name)
	if err != nil {
		return nil, err
	}
	key, err := hkdf.Key(sha256.New, ikm, salt, "Content-Encoding: aes128gcm\x00", 16)
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	first, err := hkdf.Key(sha256.New, ikm, salt, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, fmt.Errorf("derive a nonce: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("make a cipher: %w", err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("make a cipher: %w", err)
	}
	var text []byte
	for n := uint64(0); ; n++ {
		record := sealed[:min(size, len(sealed))]
		sealed = sealed[len(record):]
		nonce := append([]byte(nil), first...)
		binary.BigEndian.PutUint64(nonce[4:], binary.BigEndian.Uint64(nonce[4:])^n)
		plain, err := gcm.Open(nil, nonce, record, nil)
		if err != nil {
			return nil, fmt.Errorf("open record %d: %w", n, err)
		}
		end := len(plain) - 1
		for end >= 0 && plain[end] == 0 {
			end--
		}
		last := len(sealed) == 0
		if end < 0 || last && plain[end] != 2 || !last && plain[end] != 1 {
			return nil, fmt.Errorf("record %d does not end as it must", n)
		}
		text = append(text, plain[:end]...)
		if last {
			return text, nil
		}
	}
}
