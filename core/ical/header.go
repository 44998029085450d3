package ical

import (
	"encoding/base64"
	"net/mail"
	"strings"
	"unicode/utf8"

	"mentorbook/core"
)

// headerText writes a line of text as the value of a header field: as it is where it is plain, else in encoded
// words (RFC 2047 2). A text that looks like an encoded word is no plain text: it would be read as another.
func headerText(s string) string {
	if plainHeader(s) {
		return s
	}
	return encodedWords(s)
}

// mailbox gives a party as it stands in From and To (RFC 5322 3.4).
func mailbox(p core.Party) string {
	a := mail.Address{Address: asciiDomain(p.Email)}
	if p.Name == "" {
		return strings.Trim(a.String(), "<>")
	}
	if plainHeader(p.Name) {
		a.Name = p.Name
		return a.String()
	}
	return encodedWords(p.Name) + " " + a.String()
}

// plainLength is how long a text may be to stand in a header uncoded. What is longer is coded: encoded words
// can be folded anywhere, a long name cannot.
const plainLength = 60

func plainHeader(s string) bool {
	if strings.Contains(s, "=?") || strings.TrimSpace(s) != s {
		return false
	}
	word := 0
	for _, r := range s {
		if r < ' ' || r > '~' {
			return false
		}
		if word++; r == ' ' {
			word = 0
		}
		if word > plainLength {
			return false
		}
	}
	return true
}

// encodedWords writes a text as encoded words of 52 letters, so that a line with one is never longer than the
// 76 that it may have (RFC 2047 2), each of whole characters (RFC 2047 5).
func encodedWords(s string) string {
	const octets = 30
	var words []string
	for len(s) > 0 {
		cut := min(octets, len(s))
		for cut < len(s) && cut > 1 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		words = append(words, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[:cut]))+"?=")
		s = s[cut:]
	}
	return strings.Join(words, " ")
}
