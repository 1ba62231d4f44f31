package signer

import (
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"time"
)

// The parts of a signature as CMS names them (RFC 5652), with the certificate
// bound in as PAdES asks for (RFC 5035). It is ECDSA: readers of PDF do not
// know the Ed25519 of the codes yet.
var (
	oidData        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSigned      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidType        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidDigest      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidTime        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidCertificate = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidSHA256      = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidECDSA       = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2} // with SHA-256
)

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content signedData `asn1:"explicit,tag:0"`
}

type signedData struct {
	Version      int
	Digests      []pkix.AlgorithmIdentifier `asn1:"set"`
	Content      struct{ Type asn1.ObjectIdentifier }
	Certificates asn1.RawValue
	Signers      []signerInfo `asn1:"set"`
}

type signerInfo struct {
	Version   int
	Issuer    issuerAndSerial
	Digest    pkix.AlgorithmIdentifier
	Signed    asn1.RawValue
	Algorithm pkix.AlgorithmIdentifier
	Signature []byte
}

type issuerAndSerial struct {
	Issuer asn1.RawValue
	Serial *big.Int
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values []any `asn1:"set"`
}

// certificateHash names the certificate by its SHA-256, which needs no name of
// the algorithm.
type certificateHash struct{ Certificates []struct{ Hash []byte } }

// detached is a signature over a hash of what is signed elsewhere.
func detached(hash [sha256.Size]byte, at time.Time, key *ecdsa.PrivateKey, certificate *x509.Certificate) ([]byte, error) {
	own := sha256.Sum256(certificate.Raw)
	bound := certificateHash{Certificates: []struct{ Hash []byte }{{own[:]}}}
	attributes, err := attributesOf(
		attribute{oidType, []any{oidData}}, attribute{oidTime, []any{at.UTC()}}, attribute{oidDigest, []any{hash[:]}}, attribute{oidCertificate, []any{bound}},
	)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(attributes) // over the set as such
	signature, err := ecdsa.SignASN1(rand.Reader, key, sum[:])
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	tagged := append([]byte{0xA0}, attributes[1:]...)
	none := pkix.AlgorithmIdentifier{Algorithm: oidSHA256}
	data := signedData{
		Version: 1, Digests: []pkix.AlgorithmIdentifier{none},
		Certificates: asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: certificate.Raw},
		Signers: []signerInfo{{
			Version: 1, Issuer: issuerAndSerial{asn1.RawValue{FullBytes: certificate.RawIssuer}, certificate.SerialNumber}, Digest: none,
			Signed: asn1.RawValue{FullBytes: tagged}, Algorithm: pkix.AlgorithmIdentifier{Algorithm: oidECDSA}, Signature: signature,
		}},
	}
	data.Content.Type = oidData
	der, err := asn1.Marshal(contentInfo{Type: oidSigned, Content: data})
	if err != nil {
		return nil, fmt.Errorf("write a signature: %w", err)
	}
	return der, nil
}

// attributesOf writes attributes as a set in the order that DER asks for.
func attributesOf(list ...attribute) ([]byte, error) {
	der, err := asn1.MarshalWithParams(list, "set")
	if err != nil {
		return nil, fmt.Errorf("write the attributes of a signature: %w", err)
	}
	return der, nil
}
