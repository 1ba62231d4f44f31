package permit

import (
	"context"
	"maps"
	"strings"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/paper"
)

// here marks the id of a file that only this phone has: it stands in the
// answers like any other until it is sent.
const here = "hp-"

func onPhone(file form.File) bool { return strings.HasPrefix(file.ID, here) }

// keptUpload is where the phone keeps under which id a file is being sent.
const keptUpload = "unggah:"

// passage is how far a file has come.
type passage struct {
	question string
	from     string     // its id on this phone
	at, size int64      // bytes
	kept     *form.File // what it became; nil while it is on its way
}

// refused are the files that the server does not take, by their id on this
// phone, and why.
var refused = map[string]*fault.Fault{}

// unsent is the first file that only this phone has, if any.
func unsent(answers form.Answers) (file form.File, ok bool) {
	for _, a := range answers {
		for _, f := range a.Files {
			if onPhone(f) {
				return f, true
			}
		}
	}
	return file, false
}

// known are the answers without what only this phone has.
func known(answers form.Answers) form.Answers {
	clean := make(form.Answers, len(answers))
	for id, a := range answers {
		var files []form.File
		for _, f := range a.Files {
			if !onPhone(f) {
				files = append(files, f)
			}
		}
		if a.Files = files; !a.Blank() {
			clean[id] = a
		}
	}
	return clean
}

// replaced are answers with another file in the place of one.
func replaced(answers form.Answers, question, from string, kept form.File) form.Answers {
	changed := maps.Clone(answers)
	a := changed[question]
	files := make([]form.File, len(a.Files))
	for i, f := range a.Files {
		if f.ID == from {
			f = kept
		}
		files[i] = f
	}
	a.Files = files
	changed[question] = a
	return changed
}

// ferries are the applications whose files are being sent.
var ferries = map[string]bool{}

// ferry sends the files of an application that only this phone has.
func ferry(h *house.House, id string) {
	if ferries[id] || !browser.Online() {
		return
	}
	if w, ok := writingKept(id); !ok {
		return
	} else if _, left := unsent(w.Answers); !left {
		return
	}
	go ferryAll(h, id)
}

// ferryAll sends them one after the other, as far as the network carries. It
// answers what has stopped it.
func ferryAll(h *house.House, id string) *fault.Fault {
	if ferries[id] {
		return nil
	}
	ferries[id] = true
	defer delete(ferries, id)
	for {
		w, _ := writingKept(id)
		p, file, ok := next(w.Answers)
		if !ok {
			return nil
		}
		kept, err := carryFile(h, id, p, file)
		if err != nil {
			f := fault.From(err)
			if f.Code != fault.Invalid && f.Code != fault.Conflict {
				tell(tiding{id: id, file: &p, f: f})
				return f // the network is gone, or the server is busy: later
			}
			refused[file.ID] = f
			tell(tiding{id: id, file: &p, f: f})
			continue
		}
		if w, ok := writingKept(id); ok { // something may have been written meanwhile
			w.Answers = replaced(w.Answers, p.question, p.from, kept)
			keepWriting(id, w)
		}
		browser.DropPaper(strings.TrimPrefix(file.ID, here))
		browser.DropOwn(keptUpload + file.ID)
		p.at, p.kept = p.size, &kept
		tell(tiding{id: id, file: &p})
	}
}

// next is the first file to send.
func next(answers form.Answers) (p passage, file form.File, ok bool) {
	for id, a := range answers {
		for _, f := range a.Files {
			if onPhone(f) && refused[f.ID] == nil {
				return passage{question: id, from: f.ID, size: f.Size}, f, true
			}
		}
	}
	return p, file, false
}

// carryFile sends one file from where it broke off, piece by piece.
func carryFile(h *house.House, id string, p passage, file form.File) (form.File, error) {
	up, err := begun(h, id, p, file)
	if err != nil || up.Kept.ID != "" {
		return up.Kept, err
	}
	key := strings.TrimPrefix(file.ID, here)
	for up.At < up.Size {
		data, err := browser.PaperPiece(key, up.At, paper.PieceBytes)
		if err != nil || len(data) == 0 {
			return form.File{}, fault.New(fault.Invalid, "file_gone")
		}
		before := up.At
		if up, err = one(func(ctx context.Context) (paper.Upload, error) {
			return h.Papers.Add(ctx, paper.Piece{ID: up.ID, At: before, Data: data})
		}); err != nil {
			return form.File{}, err
		}
		p.at = up.At
		tell(tiding{id: id, file: &p})
	}
	return one(func(ctx context.Context) (form.File, error) { return h.Papers.Finish(ctx, paper.ID{ID: up.ID}) })
}

// begun is the upload of a file: the one that was begun before, or a new one.
func begun(h *house.House, id string, p passage, file form.File) (paper.Upload, error) {
	if before := browser.KeptOwn(keptUpload + file.ID); before != "" {
		up, err := one(func(ctx context.Context) (paper.Upload, error) { return h.Papers.Upload(ctx, paper.ID{ID: before}) })
		if !fault.Is(err, fault.Unknown) {
			return up, err
		}
	}
	up, err := one(func(ctx context.Context) (paper.Upload, error) {
		return h.Papers.Begin(api.WithKey(ctx, browser.NewKey()), paper.NewUpload{Application: id, Question: p.question, Name: file.Name, Type: file.Type, Size: file.Size})
	})
	if err == nil {
		browser.KeepOwn(keptUpload+file.ID, up.ID)
	}
	return up, err
}

// one is a call with an end to waiting for it.
func one[T any](call func(context.Context) (T, error)) (T, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	return call(ctx)
}
