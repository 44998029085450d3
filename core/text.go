package core

import (
	"net/mail"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of texts, in runes. They are wide: a person never meets them, a broken or hostile file does.
const (
	MaxName  = 200
	MaxLine  = 1_000
	MaxText  = 1_000_000
	MaxItems = 2_000 // entries of one list inside a record
)

func (p *problems) line(field, s string, maximum int) { p.text(field, s, maximum, false) }

func (p *problems) name(field, s string, maximum int) {
	if blank(s) {
		p.add(CodeRequired, field)
		return
	}
	p.line(field, s, maximum)
}

// blank tells whether a text shows nothing: it is empty, or white space and invisible signs alone.
func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

func (p *problems) long(field, s string) { p.text(field, s, MaxText, true) }

// text checks one text: valid UTF-8, no control characters (but line ends and tabs where it may have
// several lines), no longer than maximum runes. One line leaves the direction of what stands behind it alone.
func (p *problems) text(field, s string, maximum int, lines bool) {
	if !utf8.ValidString(s) {
		p.add(CodeBadText, field)
		return
	}
	if utf8.RuneCountInString(s) > maximum {
		p.add(CodeTooLong, field, "max", maximum)
		return
	}
	for _, r := range s {
		if unicode.IsControl(r) && !(lines && (r == '\n' || r == '\t')) {
			p.add(CodeBadText, field)
			return
		}
	}
	if !lines && !KeepsDirection(s) {
		p.add(CodeBadText, field)
	}
}

func (p *problems) count(field string, n int) {
	if n > MaxItems {
		p.add(CodeTooMany, field, "max", MaxItems)
	}
}

// ValidEmail tells whether s is one bare address, such as "amina@example.org", all of whose signs can be seen:
// some programs take even U+0085 and U+2028 for the end of a line.
func ValidEmail(s string) bool {
	if s == "" || len(s) > 254 || !visible(s) || strings.ContainsAny(s, " <>\"(),;:\\[]") {
		return false
	}
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && strings.Count(s, "@") == 1
}

// visible tells whether a text is valid UTF-8 without a sign that nobody sees, but plain spaces.
func visible(s string) bool {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

func (p *problems) email(field, s string) {
	if s != "" && !ValidEmail(s) {
		p.add(CodeBadEmail, field, "value", clip(s))
	}
}

// ValidLink tells whether s is an address that a program may safely open; see Meeting.Link.
func ValidLink(s string) bool {
	var p problems
	p.link("link", s)
	return s != "" && len(p) == 0
}

// Excerpt shortens a text from outside so that an error may quote it.
func Excerpt(s string) string { return clip(s) }

// link accepts the addresses that a program may safely open: web, mail, phone, calls and local files.
func (p *problems) link(field, s string) {
	if s != "" && !safeLink(s) {
		p.add(CodeBadLink, field, "value", clip(s))
	}
}

func safeLink(s string) bool {
	if len(s) > 2000 || !visible(s) {
		return false
	}
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Hostname() != ""
	case "file": // of this machine: opening one of another tells that machine who we are
		return (u.Host == "" || u.Host == "localhost") && len(u.Path) > 1 && u.Path[0] == '/' && !strings.HasPrefix(u.Path, "//")
	case "mailto", "tel", "zoommtg", "msteams", "sip", "sips", "xmpp":
		return u.Opaque != "" || u.Host != "" || u.RawQuery != ""
	}
	return false
}

// clip shortens a value for an error's arguments and drops what a terminal could take for commands.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

// CleanLine makes one tidy line of a text from outside: valid UTF-8, line ends and runs of white space as one
// space, other control characters gone, and those that turn the direction of writing.
func CleanLine(s string) string {
	if tidy(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Join(strings.Fields(settleDirection(s)), " ")
	if strings.TrimSpace(without(s, isolateLeft, popIsolate)) == "" {
		return "" // signs that turn nothing
	}
	return s
}

// tidy tells whether a text is one tidy line already, as most are; letters beyond ASCII are looked at by CleanLine.
func tidy(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// CleanText makes a text of several lines from outside fit to be kept: valid UTF-8, line ends of whatever kind
// as \n, tabs kept, other control characters gone, and those that turn the direction of writing.
func CleanText(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return settleDirection(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || !unicode.IsControl(r):
			return r
		case unicode.IsSpace(r):
			return '\n' // \r, U+0085, and \v and \f, which word processors put between lines
		}
		return -1
	}, s))
}
