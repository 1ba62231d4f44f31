package document

import (
	"context"
	"encoding/hex"
	"fmt"
	"strings"

	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/proof"
)

// Verify implements document.API. A code that is signed well and names no
// document of the register is none: a key could have been lost.
func (s *Service) Verify(ctx context.Context, in document.Code) (document.Verdict, error) {
	v := document.Verdict{Now: s.now()}
	if s.Count != nil {
		if err := s.Count(ctx); err != nil {
			return v, err
		}
	}
	code, _ := proof.Read(in.Code)
	if id, short := proof.ParseID(code); short {
		r, err := s.one(ctx, `d.id = ?`, id.String())
		if fault.Is(err, fault.Unknown) {
			v.Result.Status = proof.Forged
			return v, nil
		}
		if err != nil {
			return v, err
		}
		code = r.Code
	}
	keys, err := s.public(ctx)
	if err != nil {
		return v, err
	}
	v.Code, v.Result = code, proof.Verify(code, keys, nil, s.now().In(s.loc))
	if v.Result.Document.Number == "" {
		return v, nil
	}
	return v, s.known(ctx, in.Hash, &v)
}

// known adds what only the register knows.
func (s *Service) known(ctx context.Context, hash string, v *document.Verdict) error {
	r, err := s.one(ctx, `d.id = ?`, v.Result.Document.ID.String())
	if err == nil && r.Code != v.Code {
		err = unknown()
	}
	if fault.Is(err, fault.Unknown) {
		v.Result = proof.Result{Status: proof.Forged}
		return nil
	}
	if err != nil {
		return err
	}
	if r.Ended != "" {
		v.Result.Status = proof.Status(r.Ended)
	}
	v.Result.Known = s.now()
	v.Signer, v.Office, v.Ended, v.Instead = r.Signer, r.Office, utc(r.EndedAt.Time), r.Instead
	switch {
	case hash == "":
	case strings.EqualFold(hash, hex.EncodeToString(r.Hash)):
		v.Match = document.Same
	default:
		v.Match = document.Another
	}
	return nil
}

// Keys implements document.API.
func (s *Service) Keys(ctx context.Context) (document.Keyring, error) {
	ring := document.Keyring{At: s.now()}
	var err error
	if ring.Keys, err = s.public(ctx); err != nil {
		return ring, err
	}
	var ended []struct{ ID, Ended string }
	if err := s.db.NewRaw(`SELECT id, ended FROM documents WHERE ended IS NOT NULL ORDER BY ended_at DESC, id LIMIT ?`, proof.MostListed).Scan(ctx, &ended); err != nil {
		return ring, fmt.Errorf("read what was taken back: %w", err)
	}
	lists := map[string][]proof.ID{}
	for _, d := range ended {
		id, ok := proof.ParseID(d.ID)
		if !ok {
			return ring, fmt.Errorf("%q is no id of a document", d.ID)
		}
		lists[d.Ended] = append(lists[d.Ended], id)
	}
	// The version grows with every document that ends, and none ever holds again.
	list := proof.NewList(int64(len(ended))+1, s.now(), lists["revoked"], lists["replaced"])
	ring.List, err = list.Seal(s.Key.Number, s.Key.Private)
	return ring, err
}
