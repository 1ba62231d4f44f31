package api

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"sort"
	"strings"
)

// Document is the description of all operations, OpenAPI 3.1.
//
//go:embed openapi.gen.json
var Document []byte

// Describe serves the document and a page of it for people. style is the
// address of the style sheet.
func (m *Mux) Describe(style string) error {
	page, err := readable(style)
	if err != nil {
		return fmt.Errorf("page of the API: %w", err)
	}
	m.Handle("GET /api/openapi.json", kept("application/json; charset=utf-8", Document))
	m.Handle("GET /api/docs", kept("text/html; charset=utf-8", page))
	return nil
}

func kept(kind string, body []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "public, max-age=300")
		if r.Method != http.MethodHead {
			_, _ = w.Write(body) // the reader may be gone
		}
	})
}

type described struct {
	Title, Style string
	Groups       []group
}

type group struct {
	Name       string
	Operations []entry
}

type entry struct {
	Method, Path, Role, Summary, Body, Answer string
	Once                                      bool
	Parameters                                []parameter
}

type parameter struct{ Name, In, Kind, Rules, Text string }

// schema is the part of a schema that the page shows.
type schema map[string]any

// readable makes the page from the document, so that both say the same.
func readable(style string) ([]byte, error) {
	var doc struct {
		Info  struct{ Title string }
		Paths map[string]map[string]struct {
			OperationID, Summary, Description string
			Role                              string `json:"x-role"`
			Parameters                        []struct {
				Name, In, Description string
				Schema                schema
			}
			RequestBody struct{ Content map[string]example }
			Responses   map[string]struct{ Content map[string]example }
		}
	}
	if err := json.Unmarshal(Document, &doc); err != nil {
		return nil, err
	}
	groups := map[string]*group{}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			name, _, _ := strings.Cut(op.OperationID, ".")
			if groups[name] == nil {
				groups[name] = &group{Name: name}
			}
			e := entry{Method: strings.ToUpper(method), Path: path, Role: op.Role, Summary: strings.TrimSpace(op.Summary + "\n" + op.Description)}
			for _, p := range op.Parameters {
				e.Once = e.Once || p.Name == KeyHeader
				e.Parameters = append(e.Parameters, parameter{p.Name, p.In, kind(p.Schema), rules(p.Schema), p.Description})
			}
			e.Body, e.Answer = pretty(op.RequestBody.Content), pretty(op.Responses["200"].Content)
			groups[name].Operations = append(groups[name].Operations, e)
		}
	}
	page := described{Title: doc.Info.Title, Style: style}
	for _, g := range groups {
		sort.Slice(g.Operations, func(i, j int) bool {
			a, b := g.Operations[i], g.Operations[j]
			return a.Path+a.Method < b.Path+b.Method
		})
		page.Groups = append(page.Groups, *g)
	}
	sort.Slice(page.Groups, func(i, j int) bool { return page.Groups[i].Name < page.Groups[j].Name })
	var out bytes.Buffer
	err := docs.Execute(&out, page)
	return out.Bytes(), err
}

type example struct{ Example any }

func pretty(content map[string]example) string {
	for _, c := range content {
		if c.Example == nil {
			continue
		}
		if text, err := json.MarshalIndent(c.Example, "", "  "); err == nil {
			return string(text)
		}
	}
	return ""
}

func kind(s schema) string {
	k, _ := s["type"].(string)
	if f, ok := s["format"].(string); ok {
		k += " " + f
	}
	return k
}

func rules(s schema) string {
	var all []string
	for _, name := range []string{"enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "default"} {
		if v, ok := s[name]; ok {
			all = append(all, fmt.Sprintf("%s %v", name, v))
		}
	}
	return strings.Join(all, ", ")
}

var docs = template.Must(template.New("docs").Parse(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Title}}</title><link rel="stylesheet" href="{{.Style}}"></head>
<body><div class="page page-wide"><main class="body api-docs"><div class="stack stack-2"><h1 class="h-xl">{{.Title}}</h1><p class="soft">OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p></div>
{{range .Groups}}<section class="sec" aria-labelledby="{{.Name}}"><h2 id="{{.Name}}">{{.Name}}</h2>
{{range .Operations}}<article class="card stack"><h3><span class="tag tag-brand">{{.Method}}</span> {{.Path}}</h3><p class="bar wrap"><span class="tag">{{.Role}}</span>{{if .Once}}<span class="tag tag-info">Idempotency-Key</span>{{end}}</p>{{with .Summary}}<p class="soft">{{.}}</p>{{end}}
{{if .Parameters}}<div class="scroll-x" tabindex="0" role="region" aria-label="Parameters of {{.Method}} {{.Path}}"><table class="table"><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Rules</th><th scope="col">Meaning</th></tr></thead><tbody>{{range .Parameters}}<tr><th scope="row">{{.Name}}</th><td>{{.In}}</td><td>{{.Kind}}</td><td>{{.Rules}}</td><td>{{.Text}}</td></tr>{{end}}</tbody></table></div>{{end}}
{{with .Body}}<details class="more"><summary class="bar strong small">Body</summary><pre class="small" tabindex="0">{{.}}</pre></details>{{end}}{{with .Answer}}<details class="more"><summary class="bar strong small">Answer</summary><pre class="small" tabindex="0">{{.}}</pre></details>{{end}}</article>{{end}}</section>{{end}}</main></div></body></html>`))
