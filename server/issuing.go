package main

import (
	"context"
	"time"

	"rumah/server/config"
	"rumah/server/document"
	"rumah/server/signer"
)

// documents are what offices issue: signed by the house itself, or through the
// signer that was configured.
func (h *running) documents(ctx context.Context, cfg config.Config, r rooms) (*document.Service, error) {
	var secret []byte
	var bsre *signer.BSrE
	var err error
	if cfg.SignKey != "" {
		if secret, err = document.Secret(cfg.SignKey); err != nil {
			return nil, err
		}
	}
	if cfg.BSrE != "" {
		if bsre, err = signer.NewBSrE(cfg.BSrE); err != nil {
			return nil, err
		}
	}
	key, err := document.Keep(ctx, r.db, h.vault, bsre != nil, secret, h.info.Region, time.Now(), h.info.Location())
	if err != nil {
		return nil, err
	}
	o := document.Options{
		Vault: h.vault, Store: r.store, Key: key, Signer: bsre, Region: h.info.Region, Town: h.info.RegionShort, App: h.info.App, Crest: h.crest, Origin: address(cfg),
		Count: r.people.Verified,
		Email: func(ctx context.Context, person string) (string, error) {
			_, email, err := r.people.Contact(ctx, person)
			return email, err
		},
	}
	if bsre == nil {
		if o.Signer, err = signer.NewOwn(key.Secret, key.Certificate); err != nil {
			return nil, err
		}
	}
	return document.New(r.db, time.Now, h.info.Location(), o), nil
}
