package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Link leads somewhere. A target that is not Safe becomes plain text.
func Link(href, class string, body ...UI) UI {
	return LinkWith(href, class, nil, body...)
}

// LinkWith is a link with attributes, aria-current for example. Links that
// leave the house open beside it and tell the other side nothing.
func LinkWith(href, class string, attrs Attrs, body ...UI) UI {
	if !Safe(href) {
		return element("span", class, nil, nil, body...)
	}
	all := Attrs{"href": href}
	for k, v := range attrs {
		all[k] = v
	}
	if len(href) > 8 && href[:8] == "https://" {
		all["target"], all["rel"] = "_blank", "noopener noreferrer"
	}
	return element("a", class, all, nil, body...)
}

// Image is a picture from our own origin. An empty alt means it only
// decorates.
func Image(src, class, alt string, width, height int) UI {
	if !Safe(src) || src[0] != '/' {
		return nil
	}
	attrs := Attrs{"src": src, "alt": alt, "width": itoa(width), "height": itoa(height), "loading": "lazy", "decoding": "async"}
	if alt == "" {
		attrs["role"] = "presentation"
	}
	return element("img", class, attrs, nil)
}

// Scan is a picture of a paper, as large as its class says.
func Scan(src, class, alt string) UI {
	if !Safe(src) || src[0] != '/' {
		return nil
	}
	return element("img", class, Attrs{"src": src, "alt": alt, "decoding": "async"}, nil)
}

// Go navigates like a click on a link; for what happens after a choice.
func Go(ctx goapp.Context, href string) {
	if Safe(href) {
		ctx.Navigate(href)
	}
}

// LinkDo is a link that also does something on its way.
func LinkDo(href, class string, attrs Attrs, do goapp.EventHandler, scope string, body ...UI) UI {
	if !Safe(href) {
		return element("span", class, nil, nil, body...)
	}
	all := Attrs{"href": href}
	for k, v := range attrs {
		all[k] = v
	}
	return element("a", class, all, on("click", do, scope), body...)
}
