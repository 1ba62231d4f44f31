package web

import (
	"bytes"
	"context"
	"encoding/xml"
	"net/http"

	"rumah/app"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Robots lets everything public be found.
func (p *Pages) Robots(w http.ResponseWriter, r *http.Request) {
	fixed("text/plain; charset=utf-8", []byte("User-agent: *\nDisallow: /api/\nSitemap: "+p.originOf(r)+"/sitemap.xml\n")).ServeHTTP(w, r)
}

// Sitemap names the public pages in every language.
func (p *Pages) Sitemap(w http.ResponseWriter, r *http.Request) {
	paths, err := p.paths(r.Context())
	if err != nil {
		p.Fault(w, r, fault.From(err))
		return
	}
	var b bytes.Buffer
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, path := range paths {
		for _, lang := range words.Langs {
			b.WriteString("<url><loc>")
			_ = xml.EscapeText(&b, []byte(p.originOf(r)+link.At{Lang: lang}.To(path))) // to memory
			b.WriteString("</loc></url>")
		}
	}
	b.WriteString("</urlset>")
	fixed("application/xml", b.Bytes()).ServeHTTP(w, r)
}

// paths are the screens that have a place in a search engine.
func (p *Pages) paths(ctx context.Context) ([]string, error) {
	paths := append([]string{}, app.Public...)
	regency, err := p.house.Places.Map(ctx, place.MapFilter{})
	if err != nil {
		return nil, err
	}
	for _, area := range regency.Areas {
		paths = append(paths, "/peta/"+area.Code)
	}
	offers, err := p.offers(ctx)
	if err != nil {
		return nil, err
	}
	paths = append(paths, offers...)
	filter := place.Filter{Limit: 100}
	for {
		page, err := p.house.Places.List(ctx, filter)
		if err != nil {
			return nil, err
		}
		for _, one := range page.Items {
			paths = append(paths, "/tempat/"+one.ID)
		}
		if page.Next == "" {
			return paths, nil
		}
		filter.After = page.Next
	}
}

// offers are the pages of all services and all apps.
func (p *Pages) offers(ctx context.Context) ([]string, error) {
	var paths []string
	query := catalogue.Query{Limit: 100}
	for {
		results, err := p.house.Catalogue.Find(ctx, query)
		if err != nil {
			return nil, err
		}
		for _, hit := range results.Items {
			if hit.Kind == catalogue.HitApp {
				paths = append(paths, "/aplikasi/"+hit.ID)
			} else {
				paths = append(paths, "/layanan/"+hit.ID)
			}
		}
		if results.Next == "" {
			return paths, nil
		}
		query.After = results.Next
	}
}
