package web

import (
	"net/http"
	"strings"
	"time"

	"rumah/app"
	"rumah/app/house"
	placescreen "rumah/app/place"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/place"
)

// post answers forms that a browser sends without our program.
func (p *Pages) post(w http.ResponseWriter, r *http.Request) {
	at := link.Parse(r.URL)
	r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
	if err := r.ParseForm(); err != nil {
		http.Redirect(w, r, at.String(), http.StatusSeeOther)
		return
	}
	if at.Path == "/tampilan" {
		p.keepDisplay(w, r)
		return
	}
	if id, ok := at.Match(placescreen.DetailPattern); ok {
		p.correct(w, r, at, id)
		return
	}
	w.Header().Set("Allow", "GET, HEAD")
	p.show(w, r, at, app.Open(p.seenBy(r), at), nil)
}

// keepDisplay keeps the choices of a form in the cookie the program uses too.
func (p *Pages) keepDisplay(w http.ResponseWriter, r *http.Request) {
	chosen := house.ParseDisplay(r.PostForm.Get("warna") + "." + r.PostForm.Get("huruf"))
	http.SetCookie(w, &http.Cookie{Name: house.DisplayCookie, Value: chosen.String(), Path: "/",
		MaxAge: int((365 * 24 * time.Hour).Seconds()), SameSite: http.SameSiteLaxMode, Secure: strings.HasPrefix(p.origin, "https:")})
	back := r.PostForm.Get("kembali")
	if !strings.HasPrefix(back, "/") || !ui.Safe(back) {
		back = "/tampilan"
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// correct files a note and leads to the page with its receipt, or shows what
// was written and what is wrong with it.
func (p *Pages) correct(w http.ResponseWriter, r *http.Request, at link.At, id string) {
	note := place.NewCorrection{ID: id, About: r.PostForm.Get("about"), Text: r.PostForm.Get("text"), Phone: r.PostForm.Get("phone")}
	err := note.Check()
	if err == nil {
		var receipt place.Correction
		if receipt, err = p.house.Places.Correct(r.Context(), note); err == nil {
			http.Redirect(w, r, at.To(at.Path, placescreen.ReceiptKey, receipt.Code)+"#catatan", http.StatusSeeOther)
			return
		}
	}
	p.show(w, r, at, app.Open(p.seenBy(r), at), func(s house.Screen) {
		if detail, ok := s.(*placescreen.Detail); ok {
			detail.Answer(note, err)
		}
	})
}
