package web

import (
	"strconv"
	"strings"
	"testing"
)

func TestNegotiate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		header string
		want   coding
	}{
		{"", asIs},
		{"gzip, deflate, br, zstd", asBrotli},
		{"gzip, deflate", asGzip},
		{"x-gzip", asGzip},
		{"GZIP", asGzip},
		{"Br", asBrotli},
		{"deflate, zstd", asIs},
		{"identity", asIs},
		{"*", asBrotli},
		{"*;q=0", asIs},
		{"br;q=0, *", asGzip},
		{"br;q=0, gzip;q=0, *", asIs},
		{"gzip;q=1.0, br;q=0.5", asGzip},
		{"gzip;q=0.5, br;q=0.5", asBrotli},
		{"gzip;q=0.001, br;q=0.002", asBrotli},
		{"gzip;q=0", asIs},
		{"br;q=0.000", asIs},
		{"br;q=0, gzip;q=0", asIs},
		{"identity;q=0", asIs},
		{"identity;q=0, gzip", asGzip},
		{"identity;q=0, *", asBrotli},
		{"identity, gzip;q=0.5", asIs},
		{"identity;q=0.5, gzip;q=0.9", asGzip},
		{"gzip;q=0.5, identity", asIs},
		{"br ; q=0.3 , gzip ; Q=0.4", asGzip},
		{"br;level=5;q=0.1, gzip;q=0.05", asBrotli},
		{"br;q=nonsense, gzip;q=0.1", asGzip},
		{"br;q=2", asIs},
		{"br;q=1.001", asIs},
		{"br;q=-1", asIs},
		{"br;q=0.1234", asIs},
		{"br;q=", asIs},
		{"br;q=1.", asBrotli},
		{"br;q", asIs},
		{"brotli, gzipped", asIs},
		{",,;, ,br", asBrotli},
	}
	for _, test := range tests {
		if got := negotiate(test.header); got != test.want {
			t.Errorf("%q: %s, want %s", test.header, got, test.want)
		}
	}
}

// slowly is the same rule as negotiate, written for reading.
func slowly(header string) coding {
	weights := map[string]float64{}
	for _, entry := range strings.Split(header, ",") {
		parts := strings.Split(entry, ";")
		weight := 1.0
		for i := len(parts) - 1; i > 0; i-- { // the first q counts
			key, value, _ := strings.Cut(parts[i], "=")
			if strings.ToLower(strings.TrimSpace(key)) == "q" {
				value = strings.TrimSpace(value)
				parsed, err := strconv.ParseFloat(value, 64)
				if err != nil || parsed > 1 || len(value) > 5 || strings.Trim(value, "0123456789.") != "" || !strings.HasPrefix(value, "0") && !strings.HasPrefix(value, "1") || len(value) > 1 && value[1] != '.' {
					parsed = 0
				}
				weight = parsed
			}
		}
		name := strings.ToLower(strings.TrimSpace(parts[0]))
		if name == "x-gzip" {
			name = "gzip"
		}
		weights[name] = weight
	}
	of := func(name string) float64 {
		if w, ok := weights[name]; ok {
			return w
		}
		return weights["*"]
	}
	best, most := asIs, 0.0
	if w, ok := weights["identity"]; ok {
		most = w
	}
	for _, c := range []coding{asGzip, asBrotli} {
		if w := of(c.String()); w > 0 && w >= most {
			best, most = c, w
		}
	}
	return best
}

func FuzzNegotiate(f *testing.F) {
	for _, seed := range []string{"gzip, br", "br;q=0.5,*;q=0.1", "identity;q=0", "*;q=1.000", ";;q=,", "br;q=0.5;q=1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		for i := range len(header) {
			if header[i] >= 0x80 || header[i] < ' ' {
				return // net/http lets it in, but lower case is not ours to define there
			}
		}
		if got, want := negotiate(header), slowly(header); got != want {
			t.Errorf("%q: %s, want %s", header, got, want)
		}
	})
}
