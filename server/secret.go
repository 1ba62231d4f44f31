package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rumah/server/config"
)

// secret is the key of this house: the one given, or one made at the first
// start and kept in the data folder.
func secret(cfg config.Config) (string, error) {
	if cfg.SecretKey != "" {
		return cfg.SecretKey, nil
	}
	file := filepath.Join(cfg.Data, "secret")
	key, err := os.ReadFile(file)
	if err == nil {
		return string(key), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("read the secret key: %w", err)
	}
	if err := os.MkdirAll(cfg.Data, 0o755); err != nil {
		return "", fmt.Errorf("keep a secret key: %w", err)
	}
	made := rand.Text() + rand.Text()
	if err := os.WriteFile(file, []byte(made), 0o600); err != nil {
		return "", fmt.Errorf("keep a secret key: %w", err)
	}
	return made, nil
}
