package queue

import (
	"context"
	"crypto/hmac"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"

	"rumah/server/database"
)

// A secret link is nothing but the ticket's id and the generation of its
// link with a seal over both, so nothing is stored that would open a ticket,
// and a new generation ends the links before it.
const (
	sealBytes       = 15 // 120 bits: nobody guesses one
	generationBytes = 2
	generations     = 1 << 15 // that the table can hold
)

var linkCode = base64.RawURLEncoding.Strict()

// shareSecret is the secret part of the link to a ticket.
func (s *Service) shareSecret(ticket string, generation int) string {
	data := s.shareSeal(ticket, generation)
	data = binary.BigEndian.AppendUint16(data, uint16(generation))
	return linkCode.EncodeToString(append(data, ticket...))
}

// shareLink is the whole link, as it stands in messages and behind the QR of
// a slip.
func (s *Service) shareLink(ticket string, generation int) string {
	return s.Origin + "/t/" + s.shareSecret(ticket, generation)
}

func (s *Service) shareSeal(ticket string, generation int) []byte {
	return s.Vault.Hash("share", strconv.Itoa(generation)+"|"+ticket)[:sealBytes:sealBytes]
}

// readSecret takes a secret apart; ok is false for one that we did not make.
func (s *Service) readSecret(secret string) (ticket string, generation int, ok bool) {
	data, err := linkCode.DecodeString(secret)
	if err != nil || len(data) <= sealBytes+generationBytes {
		return "", 0, false
	}
	seal, rest := data[:sealBytes], data[sealBytes:]
	generation, ticket = int(binary.BigEndian.Uint16(rest)), string(rest[generationBytes:])
	return ticket, generation, database.Storable(ticket) && hmac.Equal(seal, s.shareSeal(ticket, generation))
}

// reshare begins a new generation of links.
func (s *Service) reshare(ctx context.Context, ticket string) (generation int, err error) {
	err = s.db.NewRaw(`UPDATE tickets SET share = (share + 1) % ? WHERE id = ? RETURNING share`, generations, ticket).Scan(ctx, &generation)
	if err != nil {
		return 0, fmt.Errorf("make a new link: %w", err)
	}
	return generation, nil
}
