package app

import (
	"net/url"

	"rumah/shared/link"
)

func parse(address string) (link.At, bool) {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return link.At{}, false
	}
	return link.Parse(u), true
}
