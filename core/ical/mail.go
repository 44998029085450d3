package ical

import (
	"bytes"
	"io"
	"mime"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // e-mails come in the encodings of their time
	"github.com/emersion/go-message/mail"

	"mentorbook/core"
)

// The limits of an e-mail.
const (
	maxParts     = 1_000
	maxMailDepth = 64 // a mail that is forwarded as an attachment lies two deeper
	maxHeader    = 1 << 20
)

// calendarInMail finds the calendar in a saved e-mail: the part that is text/calendar, else an attached .ics
// (RFC 6047 2.4). Several parts with the same object are usual; the first one is taken.
func calendarInMail(text string) (found mailPart, err error) {
	defer func() {
		if p := recover(); p != nil { // another's decoder, on a hostile text
			found, err = mailPart{}, noCalendar()
		}
	}()
	options := &message.ReadOptions{MaxHeaderBytes: maxHeader}
	entity, err := message.ReadWithOptions(strings.NewReader(bareMail(text)), options)
	if entity == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		return mailPart{}, noCalendar()
	}
	s := &mailSearch{from: fromOf(entity)}
	s.look(entity, 0)
	if s.typed.text != "" {
		return s.typed, nil
	}
	if s.attached.text != "" {
		return s.attached, nil
	}
	if s.deep {
		return mailPart{}, core.Fail(core.CodeNotImport, "path", "", "reason", "nested too deep")
	}
	return mailPart{}, noCalendar()
}

// textIn gives the text of a calendar: of a saved e-mail the one in it, of anything else all of it.
func textIn(text string) (string, error) {
	if !isMail(text) {
		return text, nil
	}
	found, err := calendarInMail(text)
	return found.text, err
}

// mailPart is a calendar in an e-mail, with the address that the e-mail says it is from ("" where it says none or several) and
// the METHOD that its Content-Type names, which is that of the calendar (RFC 6047 2.4).
type mailPart struct{ text, from, method string }

func fromOf(e *message.Entity) string {
	h := mail.Header{Header: e.Header} // it knows the encodings in which a name may stand
	list, err := h.AddressList("From")
	if err != nil || len(list) != 1 {
		return ""
	}
	return list[0].Address
}

// bareMail gives a saved e-mail from its first header field on: without what editors and mailboxes put before it, which
// are a mark, blank lines and the line "From " of an mbox file (RFC 4155).
func bareMail(text string) string {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		text = decoded(text)
	}
	text = strings.TrimLeft(strings.TrimPrefix(text, "\uFEFF"), " \t\r\n")
	if strings.HasPrefix(text, "From ") {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}

func noCalendar() error {
	return core.Fail(core.CodeNotImport, "path", "", "reason", "no calendar in it")
}

// mailSearch walks the parts of an e-mail.
type mailSearch struct {
	parts           int
	deep            bool   // it goes on beyond maxMailDepth
	from            string // of the e-mail that is walked
	typed, attached mailPart
}

func (s *mailSearch) look(e *message.Entity, depth int) {
	s.deep = s.deep || depth > maxMailDepth
	if s.parts++; s.parts > maxParts || depth > maxMailDepth || s.typed.text != "" {
		return
	}
	if parts := e.MultipartReader(); parts != nil {
		for {
			part, err := parts.NextPart()
			if part == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
				return
			}
			s.look(part, depth+1)
		}
	}
	kind, params, err := e.Header.ContentType()
	if err != nil { // of a field that breaks the rules, what it begins with says enough
		kind, _, _ = strings.Cut(e.Header.Get("Content-Type"), ";")
		kind = strings.TrimSpace(kind)
	}
	switch {
	case strings.EqualFold(kind, "text/calendar"):
		if t := calendarText(e.Body); t != "" {
			s.typed = mailPart{t, s.from, params["method"]}
		}
	case strings.EqualFold(kind, "message/rfc822"), named(e, params, ".eml"): // forwarded as an attachment
		inner, err := message.ReadWithOptions(io.LimitReader(e.Body, maxFile), &message.ReadOptions{MaxHeaderBytes: maxHeader})
		if inner != nil && err == nil {
			outer := s.from
			s.from = fromOf(inner)
			s.look(inner, depth+1)
			s.from = outer
		}
	case s.attached.text == "" && (strings.EqualFold(kind, "application/ics") || named(e, params, ".ics")):
		s.attached = mailPart{calendarText(e.Body), s.from, params["method"]}
	}
}

// named tells whether a part is a file whose name ends so.
func named(e *message.Entity, params map[string]string, ending string) bool {
	_, disposition, _ := mime.ParseMediaType(e.Header.Get("Content-Disposition"))
	for _, name := range []string{params["name"], disposition["filename"]} {
		if strings.HasSuffix(strings.ToLower(name), ending) {
			return true
		}
	}
	return false
}

// calendarText gives a part's text if it is a calendar.
func calendarText(body io.Reader) string {
	raw, _ := io.ReadAll(io.LimitReader(body, maxFile)) // what came before a fault is looked at
	if !bytes.Contains(bytes.ToUpper(raw), []byte("BEGIN:VCALENDAR")) {
		return ""
	}
	return string(raw)
}
