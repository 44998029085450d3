package ical

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// encodeParam writes a text as the value of a parameter. A parameter has no escapes of its own and may hold no
// double quote; RFC 6868 3 gives it three.
func encodeParam(s string) string {
	return strings.NewReplacer("^", "^^", "\n", "^n", `"`, "^'").Replace(s)
}

// uriMarks are the signs, beside letters and figures, that a URI may hold as they are (RFC 3986 2.2, 2.3).
const uriMarks = "-._~:/?#[]@!$&'()*+,;="

// mailboxMarks are those that an address may hold within a mailto URI (RFC 6068 2).
const mailboxMarks = "-._~:@!$'()*+,"

// mailto gives the address as a URI: all of it in ASCII (RFC 3986 2), the domain as asciiDomain gives it.
func mailto(email string) string { return "mailto:" + percent(asciiDomain(email), mailboxMarks) }

// asciiDomain gives an address with its domain in A-labels (RFC 5891 5.5): in letters no domain may stand in the header of an e-mail,
// but with SMTPUTF8 (RFC 6531), which not every server on the way has, and a mailto URI may have it so (RFC 6068 2). What is
// no domain name stays. Whoever reads it compares by core.EmailKey, to which both forms are one.
func asciiDomain(email string) string {
	at := strings.LastIndexByte(email, '@')
	domain, err := idna.Lookup.ToASCII(email[at+1:])
	if at < 0 || err != nil || strings.EqualFold(domain, email[at+1:]) {
		return email
	}
	return email[:at+1] + domain
}

// conferenceURI gives the link as a URI, if it is one by which somebody far away can join.
func conferenceURI(link string) (string, bool) {
	u, err := url.Parse(link)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return "", false
		}
	case "tel", "sip", "sips", "xmpp", "zoommtg", "msteams":
	default:
		return "", false
	}
	return percent(link, uriMarks+"%"), true
}

// percent writes every byte that is neither a letter, a figure nor one of the marks as %XX.
func percent(s, marks string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte(marks, c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
