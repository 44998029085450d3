package ical

import (
	"bytes"
	"crypto/sha256"
	"io"
	"mime"
	"slices"
	"strconv"
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
	maxCalendars = 100 // different ones
)

// calendarsInMail finds the calendars in a saved e-mail: the parts that are text/calendar, then attached .ics files (RFC
// 6047 2.4). One that is given twice, as is usual, is there once.
func calendarsInMail(text string) (found *mailing, err error) {
	defer func() {
		if p := recover(); p != nil { // another's decoder, on a hostile text
			found, err = nil, noCalendar()
		}
	}()
	options := &message.ReadOptions{MaxHeaderBytes: maxHeader}
	entity, err := message.ReadWithOptions(strings.NewReader(bareMail(text)), options)
	if entity == nil || !readable(err) {
		return nil, noCalendar()
	}
	s := &mailSearch{from: fromOf(entity), version: entity.Header.Has("MIME-Version")}
	s.look(entity, 0)
	if found = s.found(); len(found.parts) > 0 {
		return found, nil
	}
	if s.deep {
		return nil, core.Fail(core.CodeNotImport, "path", "", "reason", "nested too deep")
	}
	return nil, noCalendar()
}

// readable tells whether a part can be looked at in spite of what its reader said.
func readable(err error) bool {
	return err == nil || message.IsUnknownCharset(err) || message.IsUnknownEncoding(err)
}

// mailingIn gives the calendars of a text: of a saved e-mail those in it, of anything else all of it as one.
func mailingIn(text string, mail bool) (*mailing, error) {
	if mail || isMail(text) {
		return calendarsInMail(text)
	}
	return &mailing{parts: []mailPart{{text: text}}}, nil
}

// fromOf gives whom an e-mail says that it is from: an address, or several, as RFC 5322 3.6.2 allows, with commas between. Then it
// is from none of them alone. It is core.NoSender where it says none.
func fromOf(e *message.Entity) string {
	h := mail.Header{Header: e.Header} // it knows the encodings in which a name may stand
	list, err := h.AddressList("From")
	if err != nil || len(list) == 0 {
		return core.NoSender
	}
	var from []string
	for _, one := range list {
		from = append(from, one.Address)
	}
	return strings.Join(from, ", ")
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
	version         bool   // that has MIME-Version
	typed, attached []mailPart
}

// found gives what was found, each calendar once.
func (s *mailSearch) found() *mailing {
	out := &mailing{}
	known := map[[sha256.Size]byte][]string{}
	size := 0
	all := slices.Concat(s.typed, s.attached)
	for _, p := range all {
		if len(all) == 1 {
			out.parts = all // there is nothing to hold it against
			break
		}
		key, method := p.content()
		if methods := known[key]; slices.Contains(methods, method) || len(methods) > 0 && (method == "" || method == "PUBLISH") {
			continue // the file beside a message may leave out what the message is
		}
		known[key] = append(known[key], method)
		if size += len(p.text); len(out.parts) == maxCalendars || size > maxFile {
			out.left++
			continue
		}
		out.parts = append(out.parts, p)
	}
	if out.left > 0 {
		out.findings = append(out.findings, core.Finding{Line: 1, Flaw: core.FlawMoreCalendars, Value: strconv.Itoa(out.left), Lost: true})
	}
	if s.deep {
		out.findings = append(out.findings, core.Finding{Line: 1, Flaw: core.FlawTooDeep, Value: "message/rfc822", Lost: true})
	}
	if s.parts > maxParts {
		out.findings = append(out.findings, core.Finding{Line: 1, Flaw: core.FlawTooMany, Value: "multipart", Lost: true})
	}
	return out
}

func (s *mailSearch) look(e *message.Entity, depth int) {
	s.deep = s.deep || depth > maxMailDepth
	if s.parts++; s.parts > maxParts || depth > maxMailDepth {
		return
	}
	if parts := e.MultipartReader(); parts != nil {
		for {
			part, err := parts.NextPart()
			if part == nil || !readable(err) || s.parts > maxParts {
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
			s.typed = append(s.typed, mailPart{text: t, from: s.from, method: params["method"], around: envelope{true, params["charset"], s.version}})
		}
	case strings.EqualFold(kind, "message/rfc822"), named(e, params, ".eml"): // forwarded as an attachment
		inner, err := message.ReadWithOptions(io.LimitReader(e.Body, maxFile), &message.ReadOptions{MaxHeaderBytes: maxHeader})
		if inner != nil && readable(err) {
			from, version := s.from, s.version
			s.from, s.version = fromOf(inner), inner.Header.Has("MIME-Version")
			s.look(inner, depth+1)
			s.from, s.version = from, version
		}
	case strings.EqualFold(kind, "application/ics") || named(e, params, ".ics"):
		if t := calendarText(e.Body); t != "" {
			s.attached = append(s.attached, mailPart{text: t, from: s.from, method: params["method"]})
		}
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
