package form

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rumah/shared/check"
)

// Files is how many files a question takes.
func (q *Question) Files() int {
	if q.Most > 0 {
		return min(q.Most, MostFiles)
	}
	return usualFiles
}

// Accepts are the media types that a question for files takes.
func (q *Question) Accepts() []string {
	if len(q.Accept) > 0 {
		return q.Accept
	}
	return usualFileKinds
}

// Bytes is how large a file a question takes.
func (q *Question) Bytes() int64 {
	if q.Size > 0 {
		return min(q.Size, MostBytes)
	}
	return usualBytes
}

// files looks at what files say of themselves. What is wrong stands under
// question and place: "ktp.1".
func (q *Question) files(list []File, faults *check.Faults) []File {
	if most := q.Files(); len(list) > most {
		faults.Add(q.ID, "too_many", strconv.Itoa(most))
		return nil
	}
	var kept []File
	for i, file := range list {
		if key, bound := q.file(file, kept); key != "" {
			faults.Add(check.At(q.ID, i), key, bound)
			continue
		}
		kept = append(kept, file)
	}
	if len(kept) < len(list) {
		return nil
	}
	return kept
}

func (q *Question) file(file File, before []File) (key, bound string) {
	switch {
	case !fileID(file.ID):
		return "json", ""
	case slices.ContainsFunc(before, func(o File) bool { return o.ID == file.ID }):
		return "twice", ""
	case check.Blank(file.Name) || !check.Text(file.Name) || !check.Line(file.Name) || utf8.RuneCountInString(file.Name) > mostLabel:
		return "characters", ""
	case !slices.Contains(q.Accepts(), file.Type):
		return "file_type", FileKinds(q.Accepts())
	case file.Size < 1 || file.Size > q.Bytes():
		return "file_size", Megabytes(q.Bytes())
	}
	return "", ""
}

// fileID reports whether s can name a file that was sent before.
func fileID(s string) bool {
	return s != "" && len(s) <= 64 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
}

// FileKinds writes media types as people know them: "JPEG, PDF".
func FileKinds(types []string) string {
	kinds := make([]string, len(types))
	for i, t := range types {
		_, kind, _ := strings.Cut(t, "/")
		kinds[i] = strings.ToUpper(kind)
	}
	return strings.Join(kinds, ", ")
}

// Megabytes writes a number of bytes as people read it.
func Megabytes(n int64) string {
	if n < 1e6 {
		return strconv.FormatInt(n/1000, 10) + " KB"
	}
	return strconv.FormatInt(n/1e6, 10) + " MB"
}

func limitFiles(d *definition, at string, q *Question) {
	d.amounts(at, q, 0, MostFiles, q.Files())
	for i, t := range q.Accept {
		if !slices.Contains(check.Kinds(), t) || slices.Contains(q.Accept[:i], t) {
			d.Add(check.At(at+".accept", i), "choice", "")
		}
	}
	if q.Size < 0 || q.Size > MostBytes {
		d.Add(at+".size", "file_size", Megabytes(MostBytes))
	}
}
