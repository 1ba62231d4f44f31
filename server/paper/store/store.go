// Package store opens where the bytes of files lie.
package store

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/s3blob" // s3://bucket?endpoint=...
)

// Open opens an object store by its address, such as
// "s3://bucket?region=...&endpoint=https://...", whose keys stand in the
// environment as that store wants them; "" is the folder beside the other
// data, which only the house may read.
func Open(ctx context.Context, address, data string) (*blob.Bucket, error) {
	if address != "" {
		bucket, err := blob.OpenBucket(ctx, address)
		if err != nil {
			return nil, fmt.Errorf("open the store of files: %w", err)
		}
		return bucket, nil
	}
	folder := filepath.Join(data, "files")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make a folder for files: %w", err)
	}
	bucket, err := fileblob.OpenBucket(folder, &fileblob.Options{Metadata: fileblob.MetadataDontWrite, NoTempDir: true, DirFileMode: 0o700, URLSigner: nil})
	if err != nil {
		return nil, fmt.Errorf("open the folder of files: %w", err)
	}
	return bucket, nil
}

// Usable reports whether a store has such an address.
func Usable(address string) bool {
	u, err := url.Parse(address)
	return err == nil && blob.DefaultURLMux().ValidBucketScheme(u.Scheme) && u.Host != ""
}
