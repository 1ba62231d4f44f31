package proof

import "strings"

// Link is the code as a QR code carries it: an address of the house at base,
// such as "https://rumah.example.id", all in capitals. ok is false for a base
// that a QR code would have to keep in the long way.
func Link(base, code string) (link string, ok bool) {
	link = strings.ToUpper(strings.TrimRight(base, "/")) + "/V/" + code
	return link, plain(link)
}

// Read finds the code in what a camera or a person gives: a link, or the code
// alone. The host is the link's, in small letters; "" for a code alone. A
// code of another house is a code like any: whether the host is this house's
// must be asked apart, for a look-alike page could say anything.
func Read(text string) (code, host string) {
	code = strings.TrimSpace(text)
	if _, rest, ok := strings.Cut(code, "://"); ok {
		host, _, _ = strings.Cut(rest, "/")
		host = strings.ToLower(host)
	}
	code, _, _ = strings.Cut(code, "?")
	code, _, _ = strings.Cut(code, "#")
	return strings.ToUpper(code[strings.LastIndexByte(code, '/')+1:]), host
}
