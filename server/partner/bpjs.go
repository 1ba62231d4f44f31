package partner

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	lzstring "github.com/daku10/go-lz-string"
)

// keys are what a hospital calls BPJS with.
type keys struct {
	ConsID  string `json:"cons_id"`
	Secret  string `json:"secret"`
	UserKey string `json:"user_key"`
}

// bpjs is BPJS as a hospital calls it.
type bpjs struct {
	client *http.Client
	base   string
	keys   keys
	now    func() time.Time
}

// reply is what BPJS said.
type reply struct {
	code    int
	message string
}

// The codes that say yes, and the one that says it was told before.
const (
	codeFine = 1
	codeTold = 208
)

func (r reply) yes() bool { return r.code == codeFine || r.code == codeOK || r.code == codeTold }

// mostAnswer is more than any answer of BPJS has: the largest lists all
// doctors of a hospital.
const mostAnswer = 4 << 20

// post tells BPJS something.
func (b bpjs) post(ctx context.Context, path string, body any) (reply, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return reply{}, fmt.Errorf("write what BPJS is told: %w", err)
	}
	r, _, err := b.call(ctx, http.MethodPost, path, data)
	return r, err
}

// get asks BPJS for something, which it answers sealed.
func (b bpjs) get(ctx context.Context, path string, into any) (reply, error) {
	r, response, err := b.call(ctx, http.MethodGet, path, nil)
	if err != nil || !r.yes() || len(response.sealed) == 0 {
		return r, err
	}
	plain, err := b.keys.unseal(response.timestamp, response.sealed)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal([]byte(plain), into); err != nil {
		return r, fmt.Errorf("read what BPJS answered: %w", err)
	}
	return r, nil
}

// sealed is an answer with the moment of its question, which is part of the
// key.
type sealed struct{ timestamp, sealed string }

func (b bpjs) call(ctx context.Context, method, path string, body []byte) (reply, sealed, error) {
	request, err := http.NewRequestWithContext(ctx, method, strings.TrimSuffix(b.base, "/")+"/"+path, bytes.NewReader(body))
	if err != nil {
		return reply{}, sealed{}, fmt.Errorf("call BPJS: %w", err)
	}
	timestamp := strconv.FormatInt(b.now().Unix(), 10)
	request.Header["x-cons-id"] = []string{b.keys.ConsID} // as they write them: some of their gateways look at the letters
	request.Header["x-timestamp"] = []string{timestamp}
	request.Header["x-signature"] = []string{b.keys.sign(timestamp)}
	request.Header["user_key"] = []string{b.keys.UserKey}
	request.Header.Set("Content-Type", "application/json")
	answer, err := b.client.Do(request)
	if err != nil {
		return reply{}, sealed{}, fmt.Errorf("call BPJS: %w", err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(io.LimitReader(answer.Body, mostAnswer))
	if err != nil {
		return reply{}, sealed{}, fmt.Errorf("hear BPJS: %w", err)
	}
	return read(answer.StatusCode, timestamp, data)
}

// spoken is an answer that says that something went wrong there. Admins read
// it as it was said.
type spoken string

func (s spoken) Error() string { return "BPJS answered " + string(s) }

// saidOf is what BPJS said of a call that failed; "" when it said nothing.
func saidOf(failed error) string {
	var s spoken
	if errors.As(failed, &s) {
		return cut(string(s))
	}
	return ""
}

// read reads an answer. Their services write the envelope in two ways and
// its code as a number or a text.
func read(status int, timestamp string, data []byte) (reply, sealed, error) {
	type meta struct {
		Message string      `json:"message"`
		Code    json.Number `json:"code"`
	}
	var e struct { // names match without regard to case, so metaData fits as well
		Response json.RawMessage `json:"response"`
		Metadata *meta           `json:"metadata"`
	}
	if err := json.Unmarshal(data, &e); err != nil || e.Metadata == nil {
		return reply{}, sealed{}, spoken(strconv.Itoa(status))
	}
	code, err := strconv.Atoi(e.Metadata.Code.String())
	if err != nil {
		return reply{}, sealed{}, spoken(fmt.Sprintf("%d %s", status, e.Metadata.Message))
	}
	if status >= http.StatusInternalServerError || status == http.StatusUnauthorized || status == http.StatusTooManyRequests {
		return reply{}, sealed{}, spoken(fmt.Sprintf("%d %s", status, e.Metadata.Message))
	}
	text := ""
	_ = json.Unmarshal(e.Response, &text) // what is no text is not sealed, and nobody asks for it
	return reply{code, e.Metadata.Message}, sealed{timestamp, text}, nil
}

// sign proves to BPJS who calls.
func (k keys) sign(timestamp string) string {
	mac := hmac.New(sha256.New, []byte(k.Secret))
	mac.Write([]byte(k.ConsID + "&" + timestamp))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// unseal opens an answer: AES under a key of the question's moment, and
// packed with LZString.
func (k keys) unseal(timestamp, text string) (string, error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return "", fmt.Errorf("open an answer of BPJS: %w", err)
	}
	key := sha256.Sum256([]byte(k.ConsID + k.Secret + timestamp))
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return "", fmt.Errorf("open an answer of BPJS: %w", err)
	}
	if len(data) == 0 || len(data)%aes.BlockSize != 0 {
		return "", errors.New("open an answer of BPJS: it was cut off")
	}
	cipher.NewCBCDecrypter(block, key[:aes.BlockSize]).CryptBlocks(data, data)
	pad := int(data[len(data)-1])
	if pad == 0 || pad > aes.BlockSize {
		return "", errors.New("open an answer of BPJS: it was sealed with another key")
	}
	plain, err := lzstring.DecompressFromEncodedURIComponent(string(data[:len(data)-pad]))
	if err != nil {
		return "", fmt.Errorf("unpack an answer of BPJS: %w", err)
	}
	return plain, nil
}
